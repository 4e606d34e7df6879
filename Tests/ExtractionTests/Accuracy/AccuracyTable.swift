import Foundation

/// Right answers by figure and family of system, with every miss.
struct AccuracyTable {
  struct Count: Codable, Equatable {
    var right = 0
    var all = 0
    var share: Double { all == 0 ? 1 : Double(right) / Double(all) }
  }
  private(set) var figures: [String: Count] = [:]
  private var families: [String: [String: Count]] = [:]
  private var misses: [(figure: String, text: String)] = []
  private var order: [String] = []

  mutating func add(_ figure: String, _ page: LabelledPage, _ isRight: Bool, _ miss: @autoclosure () -> String) {
    if figures[figure] == nil { order.append(figure) }
    figures[figure, default: Count()].all += 1
    families[page.family, default: [:]][figure, default: Count()].all += 1
    if isRight {
      figures[figure]?.right += 1
      families[page.family]?[figure]?.right += 1
    } else {
      misses.append((figure, "\(page.file): \(miss())"))
    }
  }

  func text(_ name: String) -> String {
    var lines = [cells(name, order)]
    for (family, counts) in families.sorted(by: { $0.key < $1.key }) { lines.append(row(family, counts)) }
    lines.append(row("合计", figures))
    lines += misses.map { "    \($0.figure)  \($0.text)" }
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ counts: [String: Count]) -> String {
    cells(name, order.map { figure in counts[figure].map { "\($0.right)/\($0.all)" } ?? "" })
  }

  private func cells(_ name: String, _ cells: [String]) -> String {
    let width = name.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2e80 ? 2 : 1) }
    return name + String(repeating: " ", count: max(1, 56 - width))
      + cells.map { $0.padding(toLength: max(10, $0.count + 1), withPad: " ", startingAt: 0) }.joined()
  }
}
