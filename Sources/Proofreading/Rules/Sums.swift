import DuwangCore

/// A total and its parts that do not add up: `共326条，其中A200条、B136条`. Parts that need not be all of it, rounded
/// figures and parts within parts are no fault.
struct Sums: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.paragraphs.flatMap { paragraph in
      let amounts = Amount.all(in: passage, paragraph)
      guard amounts.count >= 3 else { return [Suspicion]() }
      return sentences(passage, paragraph).compactMap { sentence in
        let inside = amounts.filter { sentence.contains($0.range.lowerBound) }
        // A table run together, or a text made to be slow.
        guard inside.count <= Self.mostAmounts else { return nil }
        return totalFirst(passage, sentence, inside) ?? totalLast(passage, sentence, inside)
      }
    }
  }

  private func sentences(_ passage: Passage, _ paragraph: Range<Int>) -> [Range<Int>] {
    var (ranges, start) = ([Range<Int>](), paragraph.lowerBound)
    for index in paragraph where passage.folded[index] == 0x3002 {  // 。
      ranges.append(start..<index)
      start = index + 1
    }
    return ranges + [start..<paragraph.upperBound]
  }

  /// `N条，其中A a条、B b条`.
  private func totalFirst(_ passage: Passage, _ sentence: Range<Int>, _ amounts: [Amount]) -> Suspicion? {
    guard
      let (place, cue) = Self.cues.compactMap({ cue in passage.find(cue.codes, in: sentence).map { ($0, cue) } })
        .min(by: { $0.0 < $1.0 })
    else { return nil }
    guard let total = amounts.last(where: { $0.range.upperBound <= place }), !total.isRough, total.scaled > 0,
      isNear(passage, total.range.upperBound, place)
    else { return nil }
    let after = place + cue.codes.count
    let parts = amounts.filter { $0.range.lowerBound >= after && $0.unit == total.unit && !isChange(passage, $0) }
    let isWhole = Self.wholes.contains { passage.before(total.range.lowerBound, 12).contains($0) } || cue != "其中"
    let isOpen = parts.last.map { passage.after($0.range.upperBound, 2).hasPrefix("等") } ?? true
    return judge(passage, total, parts, isWhole: isWhole, isOpen: isOpen, sentence)
  }

  /// `A a条、B b条，合计N条`.
  private func totalLast(_ passage: Passage, _ sentence: Range<Int>, _ amounts: [Amount]) -> Suspicion? {
    for total in amounts.dropFirst(2) where !total.isRough {
      let before = passage.before(total.range.lowerBound, 3)
      guard Self.sums.contains(where: { before.hasSuffix($0) }) else { continue }
      let parts = amounts.filter {
        $0.range.upperBound <= total.range.lowerBound && $0.unit == total.unit && !isChange(passage, $0)
      }
      if let found = judge(passage, total, parts, isWhole: true, isOpen: false, sentence) { return found }
    }
    return nil
  }

  /// Nothing that could be another subject between a total and 其中.
  private func isNear(_ passage: Passage, _ end: Int, _ place: Int) -> Bool {
    place - end <= 30
  }

  private func judge(
    _ passage: Passage, _ total: Amount, _ parts: [Amount], isWhole: Bool, isOpen: Bool, _ sentence: Range<Int>
  ) -> Suspicion? {
    guard parts.count >= 2, !parts.contains(where: \.isRough), !adds(total, parts) else { return nil }
    let sum = parts.reduce(Int64(0)) { $0 &+ $1.scaled }
    let difference = abs(sum - total.scaled)
    if sum < total.scaled {
      // Parts may be a choice. Only a list that claims to be all of it, or misses by one digit, is worth a look.
      guard !isOpen, isWhole || parts.count >= 3, isOneDigit(difference, total.step) else { return nil }
    } else {
      // One thing may be counted twice (网上和信函同时提交); a part larger than the total is another quantity.
      guard !parts.contains(where: { $0.scaled > total.scaled }), sum < total.scaled * 2 else { return nil }
    }
    let words = parts.map { passage.text($0.digits) }.joined(separator: "+")
    let unit = passage.text(total.range.upperBound - total.unit.count..<total.range.upperBound)
    let isSure = isWhole && isOneDigit(difference, total.step) && parts.count >= 3
    return passage.suspicion(
      .sumMismatch, total.range, isSure ? .certain : .suspected,
      message: "总数为\(passage.text(total.range))，分项\(words)合计为\(Self.text(sum))\(unit)，两者不符。", rule: Self.rule)
  }

  /// Whether the parts, or the parts up to some place, or those without a nested group, make the total.
  private func adds(_ total: Amount, _ parts: [Amount]) -> Bool {
    let slack =
      total.step > 10_000 || parts.contains { $0.step != 10_000 }
      ? parts.reduce(total.step) { $0 &+ $1.step } / 2 : 0
    func matches(_ sum: Int64) -> Bool { abs(sum - total.scaled) <= slack }
    for start in parts.indices {
      var sum = Int64(0)
      for end in start..<parts.count {
        sum &+= parts[end].scaled
        if (start == 0 || end == parts.count - 1) && end > start && matches(sum) { return true }
      }
    }
    let all = parts.reduce(Int64(0)) { $0 &+ $1.scaled }
    // A group whose own parts follow it is counted once: leave out any run that adds up to the part before it.
    for head in parts.indices {
      var sum = Int64(0)
      for end in (head + 1)..<max(parts.count, head + 1) {
        sum &+= parts[end].scaled
        if sum == parts[head].scaled, matches(all - sum) { return true }
      }
    }
    return false
  }

  /// One wrong digit: the difference is one digit and zeros, and not more than the whole.
  private func isOneDigit(_ difference: Int64, _ step: Int64) -> Bool {
    var rest = difference / max(step, 1)
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return (1...9).contains(rest)
  }

  /// `增长5万元`, `同比减少3件` are changes, not parts.
  private func isChange(_ passage: Passage, _ amount: Amount) -> Bool {
    let before = passage.before(amount.range.lowerBound, 6)
    return Self.changes.contains { before.contains($0) }
  }

  private static func text(_ scaled: Int64) -> String {
    let (whole, part) = (scaled / 10_000, scaled % 10_000)
    if part == 0 { return String(whole) }
    var digits = part.description
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  private static let mostAmounts = 80
  private static let cues = ["其中", "分别为", "分别是", "包括", "构成为"]
  private static let wholes = ["共", "合计", "总计", "总数", "累计", "总量", "总共"]
  private static let sums = ["合计", "共计", "总计", "总共", "一共"]
  private static let changes = ["增长", "增加", "减少", "下降", "同比", "较", "比", "由", "提高到", "降至", "超", "新增"]
  private static let rule = "合计与分项应当一致"
}
