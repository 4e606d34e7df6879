import DuwangCore

/// Letters and questions of a period by column, in numbers alone: no letter is named.
struct LettersView: Sendable {
  struct Row: Sendable {
    let letterUnit: String
    let letterColumn: String
    /// Why nothing is said of the column; nil where its list was read.
    let letterUnread: String?
    let letterReceived: String
    let letterAnswered: String
    let letterOpen: String
    let letterRate: String
    let letterMedian: String
    let letterWaiting: String
    let letterOldest: String
    let letterOverdue: String
    let isLetterOverdue: Bool
  }
  let letterRows: [Row]
  let hasLetters: Bool
  /// What the numbers leave out.
  let letterNote: String

  init(_ report: Report, _ period: ReadPeriod, _ context: ReportContext) {
    // Lists are told as they stood at the last reading of the period.
    let readOn = report.startedAt.day
    let counted = report.interaction.map { ($0, $0.count(from: period.start, through: period.last, readOn: readOn)) }
    letterRows = counted.map { Row($0, $1, context) }
    hasLetters = !counted.isEmpty
    let read = counted.filter(\.0.isRead)
    let (unknown, undated) = (read.reduce(0) { $0 + $1.1.unknown }, read.reduce(0) { $0 + $1.0.undated })
    let parts = [
      unknown > 0 ? "列表未注明是否答复的\(Words.count(unknown))件" : nil, undated > 0 ? "未标注日期的\(Words.count(undated))件" : nil,
    ].compactMap { $0 }
    letterNote =
      "按\(readOn.chinese)读到的列表计；答复天数为中位数。" + (parts.isEmpty ? "" : "未计入答复情况：\(parts.joined(separator: "、"))。")
  }
}

extension LettersView.Row {
  init(_ state: LettersState, _ count: LettersCount, _ context: ReportContext) {
    (letterUnit, letterColumn) = (context.unitName(state.unit), SafeText.line(state.name))
    letterUnread = state.isRead ? nil : SafeText.line(state.reason ?? "机器未能读取") + "，需人工查看"
    (letterReceived, letterAnswered) = (Words.count(count.received), Words.count(count.answered))
    (letterOpen, letterWaiting) = (Words.count(count.open), Words.count(count.openInAll))
    letterRate = Words.percent(count.answered, of: count.answered + count.open)
    letterMedian = PeriodWords.days(count.medianDays)
    letterOldest = count.oldestOpen.map(\.description) ?? "—"
    (letterOverdue, isLetterOverdue) = (Words.count(count.overdue), count.overdue > 0)
  }
}
