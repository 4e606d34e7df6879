import DuwangCore

/// A column of citizens' letters in which one stands without an answer for longer than its period. Of the letters only
/// their dates are told.
struct ReplyOverdue: SiteCheck {
  let id = "reply-overdue"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let readings = Dictionary(reading.columns.map { ($0.column, $0) }) { first, _ in first }
    return context.targets.columns.compactMap { column in
      guard case .reply(let within) = column.policy, !column.isExempt(on: context.today),
        let read = readings[column.id], read.reach.isGood
      else { return nil }
      let open = read.entries.filter(\.isUnanswered).compactMap(\.date)
      let overdue = open.filter { within.after($0) < context.today }
      guard let oldest = overdue.min() else { return nil }
      return finding(column, url: read.url ?? "", overdue.count, of: open.count, oldest, within, context)
    }
  }

  private func finding(
    _ column: Column, url: String, _ count: Int, of open: Int, _ oldest: Day, _ within: Period, _ context: CheckContext
  ) -> Finding {
    Finding(
      kind: .replyOverdue, severity: .severe, site: context.siteID(of: url), unit: column.unit, column: column.id,
      page: url, pageTitle: column.name, target: url, key: column.id,
      message: "“\(column.name)”栏目（\(url)）所列留言中注明未答复的\(open)件，其中超过\(within.chinese)的\(count)件，"
        + "最早一件日期为\(oldest.chineseFull)，距今\(context.today - oldest)日。",
      fix: Self.fix, evidence: Evidence(text: oldest.description), rule: Self.rule)
  }

  private static let fix = "请立即答复并公开答复结果；无效留言按规定办结后在栏目中注明。"
  private static let rule = "国办秘函〔2019〕19号单项否决“互动回应差”：1年内政务咨询类栏目存在超过3个月未回应的有效留言"
}
