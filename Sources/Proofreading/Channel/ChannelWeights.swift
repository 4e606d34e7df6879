/// The logistic score: a weight for each value of the evidence, and the two thresholds of the score.
package struct ChannelWeights: Sendable {
  package var bias: Float
  package var weights: [Float]
  /// Scores from which a proposal is certain (one false alarm in 100,000 clean characters) and suspected (one in 20,000).
  package var certain: Float
  package var suspected: Float

  package init(bias: Float, weights: [Float], certain: Float, suspected: Float) {
    (self.bias, self.weights, self.certain, self.suspected) = (bias, weights, certain, suspected)
  }

  package func score(_ evidence: Evidence) -> Float {
    zip(weights, evidence.values).reduce(bias) { $0 + $1.0 * $1.1 }
  }

  /// Reads `name<TAB>value` lines from `column` (1: with the word model, 2: without); nil when a name is missing.
  package static func parse(_ text: String, column: Int) -> ChannelWeights? {
    var values = [String: Float]()
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count > column, let value = Float(fields[column]) { values[String(fields[0])] = value }
    }
    let weights = Evidence.names.compactMap { values[$0] }
    guard weights.count == Evidence.names.count, let bias = values["bias"], let certain = values["certain"],
      let suspected = values["suspected"]
    else { return nil }
    return ChannelWeights(bias: bias, weights: weights, certain: certain, suspected: suspected)
  }
}
