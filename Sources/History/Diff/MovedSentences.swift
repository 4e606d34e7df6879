import DuwangCore

/// Sentences that a text lost in one place and has in another.
enum MovedSentences {
  /// Shorter ones (characters) may stand in two places by chance.
  private static let shortest = 6

  /// In the order of their new places.
  static func among(_ blocks: [ChangedBlock]) -> [String] {
    var lost: [String: Int] = [:]
    for sentence in sentences(blocks, .delete) { lost[sentence, default: 0] += 1 }
    return sentences(blocks, .insert).filter { sentence in
      guard let count = lost[sentence], count > 0 else { return false }
      lost[sentence] = count - 1
      return true
    }
  }

  private static func sentences(_ blocks: [ChangedBlock], _ operation: ChangedBlock.Operation) -> [String] {
    blocks.filter { $0.row == nil }.flatMap(\.runs).filter { $0.operation == operation }
      .flatMap { TextUnits.sentences($0.text) }.filter { $0.count >= shortest }
  }
}
