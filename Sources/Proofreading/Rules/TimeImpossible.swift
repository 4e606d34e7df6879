import DuwangCore

/// A time of the day that no clock shows: 25时30分, 上午9:75. A duration (30小时) is none.
struct TimeImpossible: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.folded.indices.compactMap { index in
      let sign = passage.folded[index]
      guard sign == 0x65f6 || sign == 0x3a, let (hour, start) = digits(passage, endingAt: index),  // 时 :
        Self.leads.contains(passage.at(passage.skipBack(start)))
      else { return nil }
      var end = index + 1
      while Passage.isDigit(passage.at(end)) { end += 1 }
      let minute = passage.folded[index + 1..<end].reduce(0) { $0 * 10 + Int($1 & 0xf) }
      let hasMinute = end - index - 1 == 2 && (sign == 0x3a || passage.at(end) == 0x5206)  // 分
      guard hour > 24 && (hasMinute || sign == 0x65f6) || hasMinute && minute > 59, end - index <= 3 else { return nil }
      let range = start..<(hasMinute && sign == 0x65f6 ? end + 1 : max(end, index + 1))
      return passage.suspicion(
        .dateImpossible, range, .suspected, message: "“\(passage.text(range))”不是一日之内的时刻。", rule: Self.rule)
    }
  }

  private func digits(_ passage: Passage, endingAt end: Int) -> (Int, Int)? {
    var start = end
    while Passage.isDigit(passage.at(start - 1)) { start -= 1 }
    guard (1...2).contains(end - start) else { return nil }
    return (passage.folded[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }, start)
  }

  /// What a time follows: …日, 上午, 下午, 晚, 号.
  private static let leads = Set("日午晚晨号".codes)
  private static let rule = "时刻应真实存在（GB/T 7408《数据元和交换格式　信息交换　日期和时间表示法》）"
}
