import DuwangCore

/// A date that is not in the calendar: 2月30日, 11月31日, 29 February off leap years. Lunar dates are no fault.
struct DateImpossible: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    WrittenDate.all(in: passage).compactMap { date in
      guard !isInCalendar(date), !isLunar(passage, date), !isHouseNumber(passage, date) else { return nil }
      // A month above twelve without a year may be a count (满13月15日), so a person looks.
      let isSure = date.year != nil || (1...12).contains(date.month)
      return passage.suspicion(
        .dateImpossible, date.range, isSure && date.isFormal ? .certain : .suspected,
        message: "日历上没有“\(passage.text(date.range))”。\(hint(date))", rule: Self.rule)
    }
  }

  private func isInCalendar(_ date: WrittenDate) -> Bool { Day(date.year ?? 2000, date.month, date.day) != nil }

  private func isLunar(_ passage: Passage, _ date: WrittenDate) -> Bool {
    let before = passage.before(date.range.lowerBound, 8)
    return ["农历", "阴历", "旧历", "夏历", "闰"].contains { before.contains($0) }
  }

  /// `2月30号楼` is no date.
  private func isHouseNumber(_ passage: Passage, _ date: WrittenDate) -> Bool {
    !date.isFormal && ["楼", "院", "文", "机", "线", "令", "公", "馆", "店"].contains(passage.after(date.range.upperBound, 1))
  }

  private func hint(_ date: WrittenDate) -> String {
    guard (1...12).contains(date.month) else { return "一年只有12个月。" }
    return "\(date.month)月最多\(Day.length(date.month, of: date.year ?? 2000))日。"
  }

  private static let rule = "日期应真实存在（GB/T 9704—2012《党政机关公文格式》成文日期）"
}
