import DuwangCore

/// 截止 before a time, where 截至 is meant: `截止2018年底，…`. 报名截止, 截止日期 and 到某日截止 are right.
struct Deadline: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.places(of: 0x622a).compactMap { index in  // 截
      guard passage.has(Self.word, at: index) else { return nil }
      var next = passage.skipBlanks(index + 2)
      if passage.at(next) == 0x5230 || passage.at(next) == 0x81f3 { next = passage.skipBlanks(next + 1) }  // 到 至
      let start = next
      while Passage.isDigit(passage.at(next)) { next += 1 }
      guard next > start, next - start <= 4, [0x5e74, 0x6708].contains(passage.at(passage.skipBlanks(next))) else {
        return nil
      }
      let before = passage.before(index, 8)
      guard !Self.deadlines.contains(where: { before.contains($0) }),
        before.last.map({ "，。；、（(：:\n ".contains($0) }) ?? true
      else { return nil }
      return passage.suspicion(
        .typo, index..<index + 2, .suspected, suggestion: "截至", message: "表示到某一时间为止，“截止”疑为“截至”，请核对。", rule: Self.rule)
    }
  }

  private static let word = "截止".codes
  private static let deadlines = [
    "报名", "申报", "投标", "受理", "征集", "提交", "缴费", "时间", "日期", "申请", "认购", "竞买", "预约", "活动", "有效",
  ]
  private static let rule = "《现代汉语词典》“截止”“截至”条"
}
