import DuwangCore

/// Rates that the figures beside them do not give: 受理604件、办结600件、办结率100%, a growth from one figure to another
/// (由100件增加到150件，增长40%; 去年同期100件), and a rate of more than a whole.
struct Rates: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.amounts.flatMap { amounts -> [Suspicion] in
      amounts.indices.compactMap { index in
        guard amounts[index].unit == Units.percent, !amounts[index].isRough else { return nil }
        return done(passage, amounts, index) ?? grown(passage, amounts, index) ?? excessive(passage, amounts[index])
      }
    }
  }

  /// 办结率, 答复率: what was done by what came in, both named shortly before.
  private func done(_ passage: Passage, _ amounts: [Amount], _ index: Int) -> Suspicion? {
    let rate = amounts[index]
    let before = passage.before(rate.range.lowerBound, 5)
    guard let verb = (Self.done + Self.reached).first(where: { before.contains($0 + "率") }) else { return nil }
    // The figures stand before the rate, or right after it.
    let places = [(index - 2, index - 1), (index + 1, index + 2)]
    return places.lazy.filter { amounts.indices.contains($0.0) && amounts.indices.contains($0.1) }
      .compactMap { done(passage, rate, verb, amounts[$0.0], amounts[$0.1]) }.first
  }

  private func done(_ passage: Passage, _ rate: Amount, _ verb: String, _ all: Amount, _ part: Amount) -> Suspicion? {
    guard all.unit == part.unit, isNear(passage, all, part, rate), !all.isRough, !part.isRough, all.scaled > 0,
      part.scaled <= all.scaled,
      (Self.done.contains(verb) ? Self.came : Self.set).contains(where: {
        passage.before(all.range.lowerBound, 10).contains($0)
      }),
      passage.before(part.range.lowerBound, 6).contains(verb), all.step == 10_000, part.step == 10_000
    else { return nil }
    let right = Double(part.scaled) / Double(all.scaled) * 100
    return compare(
      passage, rate, right...right,
      "\(passage.text(part.range))÷\(passage.text(all.range))")
  }

  /// 由a增加到b，增长p%.
  private func grown(_ passage: Passage, _ amounts: [Amount], _ index: Int) -> Suspicion? {
    let rate = amounts[index]
    let before = passage.before(rate.range.lowerBound, 4)
    let isUp = Self.up.contains { before.hasSuffix($0) }
    // Growth a year, at constant prices or after inflation is another figure.
    let words = passage.before(rate.range.lowerBound, 14)
    let basis = passage.after(rate.range.upperBound, 8)
    guard !(Self.others + Self.bases).contains(where: { words.contains($0) }),
      !Self.bases.contains(where: { basis.contains($0) }), index >= 2,
      isUp || Self.down.contains(where: { before.hasSuffix($0) })
    else { return nil }
    let (first, second) = (amounts[index - 2], amounts[index - 1])
    guard let (old, new) = ordered(passage, first, second), old.unit == new.unit, old.unit != Units.percent,
      isNear(passage, first, second, rate), !old.isRough, !new.isRough, old.scaled > old.step, new.scaled > new.step
    else { return nil }
    // What was rounded may be half a digit more or less.
    let (a, b) = (Double(old.scaled), Double(new.scaled))
    let (slackA, slackB) = (Double(old.step) / 2, Double(new.step) / 2)
    let least = ((b - slackB) / (a + slackA) - 1) * 100
    let most = ((b + slackB) / (a - slackA) - 1) * 100
    let isRight = isUp ? least > 0 : most < 0
    guard isRight || isUp != (least > 0) && least * most > 0 else { return nil }
    if !isRight { return reversed(passage, rate, least...most, isUp: isUp) }
    return compare(
      passage, rate, isUp ? least...most : -most ... -least,
      "由\(passage.text(old.range))到\(passage.text(new.range))")
  }

  /// Of the right size, in the wrong direction: 14.2亿元 after 12.6亿元 and 增长11.3%.
  private func reversed(_ passage: Passage, _ rate: Amount, _ right: ClosedRange<Double>, isUp: Bool) -> Suspicion? {
    let (size, step) = (Double(rate.scaled) / 10_000, Double(rate.step) / 10_000)
    let (least, most) = (
      min(abs(right.lowerBound), abs(right.upperBound)), max(abs(right.lowerBound), abs(right.upperBound))
    )
    guard size >= least - step, size <= most + step else { return nil }
    return passage.suspicion(
      .sumMismatch, rate.range, .suspected,
      message: "按所列数据应为\(isUp ? "下降" : "增长")，文中为\(isUp ? "增长" : "下降")\(passage.text(rate.range))，请核对。", rule: Self.rule)
  }

  /// The earlier figure and the later one: `由a增加到b`, `b，去年同期a`.
  private func ordered(_ passage: Passage, _ first: Amount, _ second: Amount) -> (old: Amount, new: Amount)? {
    let joint = passage.text(first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound))
    if Self.joints.contains(joint),
      ["由", "从"].contains(where: { passage.before(first.range.lowerBound, 8).contains($0) })
    {
      return (first, second)
    }
    return Self.lastYear.contains(joint) ? (second, first) : nil
  }

  /// A share or a rate of what is done that is more than all of it.
  private func excessive(_ passage: Passage, _ rate: Amount) -> Suspicion? {
    guard rate.scaled > 100 * 10_000, rate.scaled < 1_000 * 10_000 else { return nil }
    let before = passage.before(rate.range.lowerBound, 10)
    guard let word = Self.shares.first(where: { word in Self.links.contains { before.hasSuffix(word + $0) } }),
      !Self.planned.contains(where: { passage.before(rate.range.lowerBound, 20).contains($0) })
    else { return nil }
    return passage.suspicion(
      .sumMismatch, rate.range, .suspected, message: "“\(word)”不会超过100%，文中为\(passage.text(rate.range))，请核对。",
      rule: Self.rule)
  }

  /// Rounded or cut at the digit that is printed is right.
  private func compare(_ passage: Passage, _ rate: Amount, _ right: ClosedRange<Double>, _ how: String)
    -> Suspicion?
  {
    let (written, step) = (Double(rate.scaled) / 10_000, Double(rate.step) / 10_000)
    guard written <= right.lowerBound - step * 1.01 || written >= right.upperBound + step * 1.01 else { return nil }
    let isSure = written == 100 && right.upperBound < 99.5
    return passage.suspicion(
      .sumMismatch, rate.range, isSure ? .certain : .suspected,
      message:
        "按\(how)计算为\(Self.text((right.lowerBound + right.upperBound) / 2))%，文中为\(passage.text(rate.range))，两者不符。",
      rule: Self.rule)
  }

  private func isNear(_ passage: Passage, _ a: Amount, _ b: Amount, _ rate: Amount) -> Bool {
    let (start, end) = (min(a.range.lowerBound, rate.range.lowerBound), max(b.range.upperBound, rate.range.upperBound))
    return end - start <= 60 && !passage.folded[start..<end].contains(0x3002)
  }

  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Rates of what was planned.
  private static let reached = ["完成", "开工", "竣工"]
  private static let set = ["计划", "任务", "下达", "应"]
  private static let done = ["办结", "答复", "办复", "回复"]
  private static let came = ["受理", "收到", "接到", "交办", "转办", "共有"]
  private static let others = ["年均", "每年", "可比", "实际", "扣除", "平均", "不变价", "月均", "名义"]
  /// The figures are not those that are compared.
  private static let bases = ["可比", "口径"]
  private static let up = ["增长", "增长了", "提高", "上升"]
  private static let down = ["下降", "下降了", "减少", "减少了", "降低"]
  private static let joints: Set<String> = [
    "增加到", "增加至", "增长到", "增长至", "提高到", "上升到", "减少到", "减少至", "下降到", "下降至", "降至", "降到",
  ]
  private static let lastYear: Set<String> = [
    "，去年同期", "，去年同期为", "，上年同期", "，上年同期为", "，上年", "，上年为", "，去年", "，去年为", "（去年同期", "（去年同期为", "（上年同期", "（上年同期为", "（去年为",
    "（上年为",
  ]
  /// 毛入学率, 覆盖率 of reserves and 负债率 may be more than a whole.
  private static let shares = [
    "合格率", "办结率", "办复率", "答复率", "回复率", "满意率", "满意度", "及时率", "达标率", "知晓率", "优良率", "成活率", "森林覆盖率", "绿化覆盖率", "占比",
    "自来水普及率", "供水普及率", "厕所普及率", "巩固率", "签约率", "入户率", "处理率", "处置率", "录取率", "城镇化率", "退出率",
  ]
  private static let links = ["", "为", "达", "达到", "达到了", "是"]
  private static let planned = ["任务", "计划", "目标", "预算", "预期", "指标"]
  private static let rule = "比率应与所列数据一致（国办秘函〔2019〕19号：内容准确，条款待核对）"
}
