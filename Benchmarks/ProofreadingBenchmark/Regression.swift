import Foundation

/// Logistic regression with a quadratic penalty, by Newton's method on standardised values.
struct Regression {
  private(set) var values: [Float] = []
  private(set) var labels: [Float] = []
  private(set) var importance: [Float] = []
  let width: Int

  init(width: Int) { self.width = width }

  mutating func add(_ row: [Float], isRight: Bool, importance weight: Float) {
    values += row
    labels.append(isRight ? 1 : 0)
    importance.append(weight)
  }

  /// Bias and weights for values as given.
  func fitted(penalty: Double = 1) -> (bias: Float, weights: [Float]) {
    let rows = labels.count
    var (mean, spread) = ([Double](repeating: 0, count: width), [Double](repeating: 0, count: width))
    for row in 0..<rows { for k in 0..<width { mean[k] += Double(values[row * width + k]) / Double(rows) } }
    for row in 0..<rows {
      for k in 0..<width { spread[k] += pow(Double(values[row * width + k]) - mean[k], 2) / Double(rows) }
    }
    spread = spread.map { max($0.squareRoot(), 1e-6) }
    var solution = [Double](repeating: 0, count: width + 1)
    for _ in 0..<12 {
      let step = newtonStep(solution, mean, spread, penalty)
      for k in 0...width { solution[k] -= step[k] }
      if step.allSatisfy({ abs($0) < 1e-5 }) { break }
    }
    let weights = (0..<width).map { solution[$0] / spread[$0] }
    let bias = solution[width] - zip(weights, mean).reduce(0) { $0 + $1.0 * $1.1 }
    return (Float(bias), weights.map { Float($0) })
  }

  private func newtonStep(_ solution: [Double], _ mean: [Double], _ spread: [Double], _ penalty: Double) -> [Double] {
    let size = width + 1
    var (gradient, hessian) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size * size))
    var x = [Double](repeating: 1, count: size)
    for row in labels.indices {
      var z = solution[width]
      for k in 0..<width {
        x[k] = (Double(values[row * width + k]) - mean[k]) / spread[k]
        z += solution[k] * x[k]
      }
      let p = 1 / (1 + exp(-z))
      let weight = Double(importance[row])
      let error = weight * (p - Double(labels[row]))
      let curve = weight * p * (1 - p)
      for a in 0..<size {
        gradient[a] += error * x[a]
        if curve < 1e-9 { continue }
        for b in 0...a { hessian[a * size + b] += curve * x[a] * x[b] }
      }
    }
    for a in 0..<size {
      for b in 0..<a { hessian[b * size + a] = hessian[a * size + b] }
      if a < width { gradient[a] += penalty * solution[a] }
      hessian[a * size + a] += a < width ? penalty : 1e-9
    }
    return Self.solve(hessian, gradient)
  }

  /// Gaussian elimination; the matrix is symmetric and positive.
  private static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let n = right.count
    var (m, b) = (matrix, right)
    for pivot in 0..<n {
      for row in pivot + 1..<max(n, pivot + 1) {
        let factor = m[row * n + pivot] / m[pivot * n + pivot]
        if factor == 0 { continue }
        for k in pivot..<n { m[row * n + k] -= factor * m[pivot * n + k] }
        b[row] -= factor * b[pivot]
      }
    }
    for row in (0..<n).reversed() {
      for k in row + 1..<max(n, row + 1) { b[row] -= m[row * n + k] * b[k] }
      b[row] /= m[row * n + row]
    }
    return b
  }
}
