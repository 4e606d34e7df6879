import DuwangCore

/// An exact number together with 多 or 余: `46258多人次`, and two words for the same roughness: 近5000多名, 约300人左右. Round
/// numbers (3000多) and years before 多 are no fault.
struct NumberStyle: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.amounts.joined().compactMap { amount in
      let digits = passage.folded[amount.digits].filter(Passage.isDigit)
      let next = passage.skipBlanks(amount.digits.upperBound)
      guard digits.count >= 2, digits.last != 0x30, !passage.folded[amount.digits].contains(0x2e),
        [0x591a, 0x4f59].contains(passage.at(next)), !Self.isLooseUse(passage, amount)
      else { return nil }
      let span = amount.digits.lowerBound..<next + 1
      let number = passage.text(amount.digits)
      let word = passage.text(next..<next + 1)
      // Below a hundred (`15余人`) the form is common and its fault a matter of style.
      return passage.suspicion(
        .numberStyle, span, digits.count >= 3 ? .certain : .suspected, suggestion: number,
        message: "“\(number)”已是精确数字，不与“\(word)”并用，请删去“\(word)”或改用概数。", rule: Self.rule)
    } + passage.amounts.joined().compactMap { doubled(passage, $0) }
  }

  private func doubled(_ passage: Passage, _ amount: Amount) -> Suspicion? {
    guard amount.isRough else { return nil }
    let start = amount.range.lowerBound
    guard let first = Self.firsts.first(where: { passage.has($0, at: start - $0.count) }) else { return nil }
    let from = start - first.count
    let next = passage.skipBlanks(amount.digits.upperBound)
    let end: Int
    if [0x591a, 0x4f59].contains(passage.at(next)) || [0x591a, 0x4f59].contains(passage.at(next + 1)) {
      end = amount.range.upperBound
    } else if Self.lasts.contains(where: { passage.has($0, at: amount.range.upperBound) }) {
      end = amount.range.upperBound + 2
    } else {
      return nil
    }
    return passage.suspicion(
      .numberStyle, from..<end, .suspected, message: "“\(passage.text(from..<end))”重复使用表示概数的词，保留一个即可。", rule: Self.rule)
  }

  private static let firsts = ["大约", "约", "近"].map(\.codes)
  private static let lasts = ["左右", "上下"].map(\.codes)

  /// `2018多个`: a year, or `多` that begins a word (多元, 余额).
  private static func isLooseUse(_ passage: Passage, _ amount: Amount) -> Bool {
    let next = passage.skipBlanks(amount.digits.upperBound) + 1
    return ["元化", "种经营", "部门联", "人游戏", "功能"].contains { passage.has($0.codes, at: next) }
  }

  private static let rule = "GB/T 15835—2011《出版物上数字用法》：概数不与精确数字连用"
}
