import DuwangCore

/// Shares of one whole: 甲占60%、乙占30%、丙占20% make more than it, with 其他 they make all of it; a share beside the part
/// and the whole that do not give it; the three figures of a structure (三次产业结构比) that do not make 100.
struct Shares: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    zip(passage.paragraphs, passage.amounts).flatMap { paragraph, amounts in
      shares(passage, amounts) + amounts.indices.compactMap { part(passage, amounts, $0) }
        + structures(passage, paragraph)
    }
  }

  /// Three or more shares in a sentence that make more than the whole, or less though the rest is among them.
  private func shares(_ passage: Passage, _ amounts: [Amount]) -> [Suspicion] {
    var (found, row, label) = ([Suspicion](), [Amount](), "")
    func close() {
      let sum = row.reduce(0) { $0 + $1.scaled }
      // Each is rounded by half of its last digit.
      let slack = row.reduce(0) { $0 + $1.step } / 2
      let isWhole = Self.rest.contains { label.contains($0) }
      if row.count >= 3, sum <= 1_300_000, let first = row.first, let last = row.last,
        sum > 1_000_000 + slack || isWhole && (600_000..<1_000_000 - slack).contains(sum)
      {
        let words = row.map { passage.text($0.range) }.joined(separator: "+")
        found.append(
          passage.suspicion(
            .sumMismatch, first.range.lowerBound..<last.range.upperBound, .suspected,
            message: "各项占比\(words)合计\(sum > 1_000_000 ? "超过" : "不足")100%，请核对。", rule: Self.rule))
      }
      row = []
    }
    for amount in amounts {
      guard amount.unit == Units.percent else { continue }
      let before = passage.before(amount.range.lowerBound, 4)
      let isShare = !amount.isRough && ["占", "占比", "占比为", "占比达"].contains { before.hasSuffix($0) }
      let between = row.last.map { passage.text($0.range.upperBound..<amount.range.lowerBound) } ?? ""
      // A part of a part, another sentence, the share of another year.
      if !isShare || between.count > 30 || Self.apart.contains(where: { between.contains($0) }) { close() }
      if isShare { row.append(amount) }
      label = between
    }
    close()
    return found
  }

  /// `总数N名，其中A p名，占总数的x%` where one digit of the three is not what the others say.
  private func part(_ passage: Passage, _ amounts: [Amount], _ index: Int) -> Suspicion? {
    guard index >= 2, amounts[index].unit == Units.percent, !amounts[index].isRough else { return nil }
    let (rate, part) = (amounts[index], amounts[index - 1])
    let link = passage.text(part.range.upperBound..<rate.range.lowerBound)
    guard part.unit != Units.percent, !part.isRough, Self.isLink(link) else { return nil }
    // The whole stands right before 其中.
    let earlier = amounts[..<(index - 1)]
    guard let whole = earlier.last(where: { $0.unit == part.unit }), !whole.isRough, whole.scaled > 0, part.scaled > 0,
      part.range.lowerBound - whole.range.upperBound <= 30,
      passage.text(whole.range.upperBound..<part.range.lowerBound).prefix(4).contains("其中")
    else { return nil }
    let right = Double(part.scaled) / Double(whole.scaled) * 100
    let (written, step) = (Double(rate.scaled) / 10_000, Double(rate.step) / 10_000)
    let loose = Self.looseness(part) + Self.looseness(whole)
    let slack = step * 1.01 + right * loose
    guard abs(written - right) > slack,
      Self.isOneDigit(rate, right, step) || Self.isOneDigit(part, written, whole, step)
    else { return nil }
    return passage.suspicion(
      .sumMismatch, rate.range, .suspected,
      message:
        "按\(passage.text(part.range))÷\(passage.text(whole.range))计算为\(Self.text(right))%，文中为\(passage.text(rate.range))，两者不符。",
      rule: Self.rule)
  }

  /// What rounding may change of an amount, by its size; a count is not rounded.
  private static func looseness(_ amount: Amount) -> Double {
    amount.step == 10_000 ? 0 : Double(amount.step) / Double(amount.scaled) / 2
  }

  /// ，占 / ，占总数的 / ，占党员总数的: a share of what was named, not of another whole.
  private static func isLink(_ link: String) -> Bool {
    guard link.hasPrefix("，占"), link.count <= 14 else { return false }
    let words = link.dropFirst(2)
    return words.isEmpty || words == "比" || words == "比为" || words.hasSuffix("总数的") || words.hasSuffix("总额的")
  }

  /// The share differs from the right one in one digit.
  private static func isOneDigit(_ rate: Amount, _ right: Double, _ step: Double) -> Bool {
    neighbours(rate).contains { abs($0 / 10_000 - right) <= step * 1.01 }
  }

  /// Part or whole with one digit changed gives the share.
  private static func isOneDigit(_ part: Amount, _ written: Double, _ whole: Amount, _ step: Double) -> Bool {
    let (a, b) = (Double(part.scaled), Double(whole.scaled))
    return neighbours(part).contains { abs($0 / b * 100 - written) <= step * 0.51 }
      || neighbours(whole).contains { abs(a / $0 * 100 - written) <= step * 0.51 }
  }

  /// The values that differ in one digit.
  private static func neighbours(_ amount: Amount) -> [Double] {
    var (values, place) = ([Double](), amount.step)
    while place <= amount.scaled {
      let digit = amount.scaled / place % 10
      values += (0...9).filter { $0 != digit }.map { Double(amount.scaled + ($0 - digit) * place) }.filter { $0 > 0 }
      place *= 10
    }
    return values
  }

  /// `三次产业结构比为19.5∶35.4∶45.1`, each row of three figures in a sentence on a structure.
  private func structures(_ passage: Passage, _ paragraph: Range<Int>) -> [Suspicion] {
    var (found, index) = ([Suspicion](), paragraph.lowerBound)
    while let place = passage.find(Self.structure, in: index..<paragraph.upperBound) {
      let end = min(paragraph.upperBound, place + 60)
      index = place + Self.structure.count
      while index < end {
        guard Passage.isDigit(passage.folded[index]) else {
          if passage.folded[index] == 0x3002 { break }
          index += 1
          continue
        }
        let row = figures(passage, index, paragraph.upperBound)
        let sum = row.values.reduce(0, +)
        if row.values.count == 3, (600...1_600).contains(sum), abs(sum - 1_000) > 3 {
          found.append(
            passage.suspicion(
              .sumMismatch, index..<row.end, .suspected,
              message: "结构比“\(passage.text(index..<row.end))”各项合计为\(Self.text(Double(sum) / 10))，不是100，请核对。",
              rule: Self.rule))
        }
        index = row.end
      }
    }
    return found
  }

  /// Figures in tenths joined by colons, and where they end.
  private func figures(_ passage: Passage, _ start: Int, _ limit: Int) -> (values: [Int], end: Int) {
    var (values, index) = ([Int](), start)
    while index < limit {
      let first = index
      while index < limit, Passage.isDigit(passage.folded[index]) || passage.folded[index] == 0x2e { index += 1 }
      guard index > first, let value = Double(passage.text(first..<index)) else { break }
      values.append(Int((value * 10).rounded()))
      guard Self.colons.contains(passage.at(index)), Passage.isDigit(passage.at(index + 1)) else { break }
      index += 1
    }
    return (values, max(index, start + 1))
  }

  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static let apart = ["。", "；", "其中", "中，", "同比", "上年", "去年"]
  private static let rest = ["其他", "其它", "其余"]
  private static let structure = "产业结构".codes
  /// : ∶
  private static let colons: Set<UInt32> = [0x3a, 0x2236]
  private static let rule = "比率应与所列数据一致（国办秘函〔2019〕19号：内容准确，条款待核对）"
}
