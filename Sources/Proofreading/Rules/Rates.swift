import DuwangCore

/// Rates that the figures beside them do not give: 受理604件、办结600件、办结率100%, and a growth from one figure to
/// another (由100件增加到150件，增长40%).
struct Rates: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.amounts.flatMap { amounts -> [Suspicion] in
      return amounts.indices.compactMap { index in
        guard amounts[index].unit == Units.percent, !amounts[index].isRough else { return nil }
        return done(passage, amounts, index) ?? grown(passage, amounts, index)
      }
    }
  }

  /// 办结率, 答复率: what was done by what came in, both named shortly before.
  private func done(_ passage: Passage, _ amounts: [Amount], _ index: Int) -> Suspicion? {
    let rate = amounts[index]
    let before = passage.before(rate.range.lowerBound, 5)
    guard index >= 2, let verb = Self.done.first(where: { before.contains($0 + "率") }) else { return nil }
    let (all, part) = (amounts[index - 2], amounts[index - 1])
    guard all.unit == part.unit, isNear(passage, all, part, rate), !all.isRough, !part.isRough, all.scaled > 0,
      part.scaled <= all.scaled, Self.came.contains(where: { passage.before(all.range.lowerBound, 10).contains($0) }),
      passage.before(part.range.lowerBound, 6).contains(verb), all.step == 10_000, part.step == 10_000
    else { return nil }
    return compare(
      passage, rate, Double(part.scaled) / Double(all.scaled) * 100,
      "\(passage.text(part.range))÷\(passage.text(all.range))")
  }

  /// 由a增加到b，增长p%.
  private func grown(_ passage: Passage, _ amounts: [Amount], _ index: Int) -> Suspicion? {
    let rate = amounts[index]
    let before = passage.before(rate.range.lowerBound, 4)
    let isUp = Self.up.contains { before.hasSuffix($0) }
    // Growth a year, at constant prices or after inflation is another figure.
    let words = passage.before(rate.range.lowerBound, 14)
    guard !Self.others.contains(where: { words.contains($0) }), index >= 2,
      isUp || Self.down.contains(where: { before.hasSuffix($0) })
    else { return nil }
    let (old, new) = (amounts[index - 2], amounts[index - 1])
    let joint = passage.text(old.range.upperBound..<max(old.range.upperBound, new.range.lowerBound))
    guard old.unit == new.unit, old.unit != Units.percent, isNear(passage, old, new, rate), !old.isRough, !new.isRough,
      old.scaled > 0, Self.joints.contains(joint),
      ["由", "从"].contains(where: { passage.before(old.range.lowerBound, 8).contains($0) })
    else { return nil }
    let change = (Double(new.scaled) / Double(old.scaled) - 1) * 100
    guard (change > 0) == isUp else { return nil }
    return compare(passage, rate, abs(change), "由\(passage.text(old.range))到\(passage.text(new.range))")
  }

  /// Rounded or cut at the digit that is printed is right.
  private func compare(_ passage: Passage, _ rate: Amount, _ right: Double, _ how: String) -> Suspicion? {
    let (written, step) = (Double(rate.scaled) / 10_000, Double(rate.step) / 10_000)
    guard abs(written - right) >= step * 1.01 else { return nil }
    let isSure = written == 100 && right < 99.5
    return passage.suspicion(
      .sumMismatch, rate.range, isSure ? .certain : .suspected,
      message: "按\(how)计算为\(Self.text(right))%，文中为\(passage.text(rate.range))，两者不符。", rule: Self.rule)
  }

  private func isNear(_ passage: Passage, _ a: Amount, _ b: Amount, _ rate: Amount) -> Bool {
    rate.range.lowerBound - a.range.upperBound <= 40
      && !passage.folded[a.range.upperBound..<rate.range.lowerBound].contains(0x3002)
  }

  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static let done = ["办结", "答复", "办复", "回复"]
  private static let came = ["受理", "收到", "接到", "交办", "转办", "共有"]
  private static let others = ["年均", "每年", "可比", "实际", "扣除", "平均", "不变价", "月均", "同比", "名义"]
  private static let up = ["增长", "增长了", "提高", "上升"]
  private static let down = ["下降", "下降了", "减少", "减少了", "降低"]
  private static let joints: Set<String> = [
    "增加到", "增加至", "增长到", "增长至", "提高到", "上升到", "减少到", "减少至", "下降到", "下降至", "降至", "降到",
  ]
  private static let rule = "比率应与所列数据一致（国办秘函〔2019〕19号：内容准确，条款待核对）"
}
