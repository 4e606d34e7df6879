import DuwangCore

/// A column whose newest entry is over its limit, or whose entries carry no date at all.
struct ColumnStale: SiteCheck {
  let id = "column-stale"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    columns.filter { $0.status == .stale }.map { column in
      let url = column.url ?? ""
      return Finding(
        kind: .columnStale, site: context.siteID(of: url), unit: column.unit, column: column.id, page: url,
        pageTitle: column.name, target: url, key: column.id, message: message(column, context.today), fix: Self.fix,
        evidence: Evidence(text: column.newest?.description ?? "未标注日期"), rule: rule(column))
    }
  }

  private func message(_ column: ColumnState, _ today: Day) -> String {
    guard let newest = column.newest, let due = column.dueOn else {
      return "“\(column.name)”栏目（\(column.url ?? "")）共\(column.entries)条，均未标注日期，按未更新计。"
    }
    let limit = column.limit.flatMap { Period($0) }?.chinese ?? ""
    let title = column.newestTitle.map { "“\($0.trimmed(to: 40))”" } ?? ""
    return "“\(column.name)”栏目（\(column.url ?? "")）最新一条\(title)日期为\(newest.chineseFull)，距今\(today - newest)日，"
      + "更新期限为\(limit)，应于\(due.chineseFull)前更新，已超期\(today - due)日。"
  }

  private func rule(_ column: ColumnState) -> String {
    switch column.limit {
    case "2w", "14d": "国办秘函〔2019〕19号单项否决“栏目不更新”：动态、要闻类栏目2周内未更新"
    case "6mo": "国办秘函〔2019〕19号单项否决“栏目不更新”：通知公告、政策文件类一级栏目6个月内未更新"
    case "1y", "12mo": "国办发〔2015〕15号附《全国政府网站普查评分表》：人事、规划计划等栏目1年内未更新"
    default: "国办秘函〔2019〕19号单项否决“栏目不更新”：应更新栏目长期未更新；期限以本单位读网配置为准"
    }
  }

  private static let fix = "请补充发布应公开的信息并标注发布日期；栏目不再更新的，按规定归档并注明“已归档”。不得修改旧稿日期充作更新。"
}
