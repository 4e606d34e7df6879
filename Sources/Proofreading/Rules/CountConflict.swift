import DuwangCore

/// One quantity with two values in a paragraph: `收到…申请共10件…收到…申请12件`.
struct CountConflict: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    zip(passage.paragraphs, passage.amounts).flatMap { paragraph, amounts -> [Suspicion] in
      let counts = amounts.compactMap { count(passage, $0, paragraph) }.prefix(60)
      return amounts.compactMap { reference(passage, $0, Array(counts), paragraph) }
        + counts.indices.compactMap { index in
          let later = counts[index]
          guard let earlier = counts[..<index].last(where: { $0.isSameQuantity(as: later) }),
            earlier.amount.scaled != later.amount.scaled
          else { return nil }
          return passage.suspicion(
            .countInconsistent, later.amount.range, .certain,
            message:
              "同一段内“\(later.verb)…\(later.head)”前后数量不一：前为\(passage.text(earlier.amount.range))，后为\(passage.text(later.amount.range))。",
            rule: Self.rule)
        }
    }
  }

  /// `收到的10件依申请公开` after `共收到依申请公开12件`.
  private func reference(_ passage: Passage, _ amount: Amount, _ counts: [Count], _ paragraph: Range<Int>) -> Suspicion?
  {
    let place = amount.range.lowerBound
    guard !amount.isRough, amount.step == 10_000, passage.at(place - 1) == 0x7684,  // 的
      let verb = Self.verbs.first(where: { passage.has($0, at: place - 1 - $0.count) })
    else { return nil }
    let lead = passage.text(Self.clause(passage, place, paragraph))
    let noun = passage.after(amount.range.upperBound, 12)
    guard !Self.modifiers.contains(where: { lead.contains($0) || noun.contains($0) }),
      let earlier = counts.last(where: {
        $0.amount.range.upperBound <= place && $0.isTotal && $0.verb == passage.text(place - 1 - verb.count..<place - 1)
          && $0.amount.unit == amount.unit && $0.modifiers.isEmpty && $0.circumstances.isEmpty && noun.contains($0.head)
      }), earlier.amount.scaled != amount.scaled, earlier.amount.scaled * 2 < amount.scaled * 3,
      amount.scaled * 2 < earlier.amount.scaled * 3
    else { return nil }
    return passage.suspicion(
      .countInconsistent, amount.range, .suspected,
      message:
        "同一段内“\(earlier.verb)…\(earlier.head)”前后数量不一：前为\(passage.text(earlier.amount.range))，后为\(passage.text(amount.range))。",
      rule: Self.rule)
  }

  private struct Count {
    var amount: Amount
    var verb: String
    /// The last characters of what is counted.
    var head: String
    /// Words between verb and number that narrow the quantity.
    var modifiers: Set<String>
    /// The same before the verb: channels and times.
    var circumstances: Set<String>
    /// 共, 累计 or the like stands with it.
    var isTotal: Bool

    /// Both are totals of the same thing, and near each other: a sum over the years (累计) is far larger.
    func isSameQuantity(as later: Count) -> Bool {
      verb == later.verb && head == later.head && amount.unit == later.amount.unit && modifiers == later.modifiers
        && later.circumstances.isEmpty && isTotal && later.isTotal
        && max(amount.scaled, later.amount.scaled) * 2 < min(amount.scaled, later.amount.scaled) * 3
    }
  }

  /// A count after a verb of receiving in the same clause, with what it counts named right before the number.
  private func count(_ passage: Passage, _ amount: Amount, _ paragraph: Range<Int>) -> Count? {
    guard !amount.isRough, amount.step == 10_000 else { return nil }
    let clause = Self.clause(passage, amount.range.lowerBound, paragraph)
    let verbs = Self.verbs.compactMap { verb in passage.findLast(verb, in: clause).map { (verb, $0) } }
    guard let (verb, place) = verbs.max(by: { $0.1 < $1.1 }) else { return nil }
    let lead = passage.text(clause.lowerBound..<place)
    let phrase = passage.text(place + verb.count..<clause.upperBound)[...]
    var head = phrase
    for word in Self.fillers where head.hasSuffix(word) { head = head.dropLast(word.count) }
    guard head.count >= 4 else { return nil }
    let isTotal = head.count < phrase.count || Self.fillers.contains { lead.hasSuffix($0) }
    return Count(
      amount: amount, verb: passage.text(place..<place + verb.count), head: String(head.suffix(4)),
      modifiers: Set(Self.modifiers.filter { phrase.contains($0) }),
      circumstances: Set(Self.modifiers.filter { lead.contains($0) }), isTotal: isTotal)
  }

  /// From the last ，；。： to the number.
  private static func clause(_ passage: Passage, _ end: Int, _ paragraph: Range<Int>) -> Range<Int> {
    let start = (max(paragraph.lowerBound, end - 80)..<end).last {
      [0xff0c, 0x2c, 0x3002, 0x3b, 0x3a].contains(passage.folded[$0])
    }
    return (start ?? max(paragraph.lowerBound, end - 80) - 1) + 1..<end
  }

  private static let verbs = ["收到", "受理", "接到", "接收", "答复", "办结"].map(\.codes)
  private static let fillers = ["总计", "共计", "合计", "累计", "共", "计", "为", "数量", " "]
  private static let modifiers = [
    "通过", "有效", "新增", "其中", "去年", "上年", "同期", "同比", "网上", "网站", "邮寄", "信函", "当面", "电话", "现场", "传真", "微信", "县级", "市级",
    "省级",
    "本级",
    "转办", "交办", "上级", "一季度", "二季度", "三季度", "四季度", "上半年", "下半年", "结转", "法人", "自然人", "个人", "企业", "乡镇", "部门",
  ]
  private static let rule = "同一数据前后应当一致"
}
