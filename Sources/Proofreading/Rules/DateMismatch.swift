import DuwangCore

/// A date and the weekday beside it that disagree.
struct DateMismatch: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.dates.compactMap { weekday(passage, $0) }
  }

  private func weekday(_ passage: Passage, _ date: WrittenDate) -> Suspicion? {
    guard let (written, end) = Self.weekday(passage, date.range.upperBound) else { return nil }
    let days = possible(date, passage.published)
    guard let day = days.first, !days.contains(where: { $0.weekday == written }) else { return nil }
    let right = "星期" + Self.names[day.weekday - 1]
    return passage.suspicion(
      .dateMismatch, date.range.lowerBound..<end, date.year == nil ? .suspected : .certain, suggestion: right,
      message: "\(day.chineseFull)是\(right)，与文中所写不符。", rule: Self.rule)
  }

  /// Without a year: the year of publication, and its neighbours when the date then lies within half a year of it.
  private func possible(_ date: WrittenDate, _ published: Day?) -> [Day] {
    if date.year != nil { return date.civil.map { [$0] } ?? [] }
    guard let published,
      [-1, 0, 1].contains(where: { offset in
        Day(published.year + offset, date.month, date.day).map { abs($0 - published) <= Self.near } ?? false
      })
    else { return [] }
    return [0, 1, -1].compactMap { Day(published.year + $0, date.month, date.day) }
      .filter { abs($0 - published) < 200 || $0.year == published.year }
  }

  /// `（星期三）`, `星期三`, `周三` right after a date: 1 is Monday, and where the words end.
  private static func weekday(_ passage: Passage, _ start: Int) -> (Int, Int)? {
    var index = passage.skipBlanks(start)
    if passage.at(index) == 0x28 { index = passage.skipBlanks(index + 1) }
    if passage.has("星期".codes, at: index) || passage.has("礼拜".codes, at: index) {
      index += 2
    } else if passage.at(index) == 0x5468 {  // 周
      index += 1
    } else {
      return nil
    }
    guard let day = numbers[passage.at(index)] else { return nil }
    // 周一至周五, 周年: no weekday of this date.
    let next = passage.after(index + 1, 1)
    return ["至", "到", "、", "—", "-", "和", "年"].contains(next) ? nil : (day, index + 1)
  }

  /// Days from publication beyond which a date without a year may be of any year.
  private static let near = 100
  private static let names = ["一", "二", "三", "四", "五", "六", "日"]
  private static let numbers: [UInt32: Int] = Dictionary(
    uniqueKeysWithValues: zip("一二三四五六日天".codes, [1, 2, 3, 4, 5, 6, 7, 7]))
  private static let rule = "日期与星期应当一致"
}
