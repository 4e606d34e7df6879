import DuwangCore

/// A column in which a list was recognised and nothing stands, or which says itself that it has nothing.
struct ColumnEmpty: SiteCheck {
  let id = "column-empty"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    columns.filter { $0.status == .empty }.map { column in
      let url = column.url ?? ""
      return Finding(
        kind: .columnEmpty, site: context.siteID(of: url), unit: column.unit, column: column.id, page: url,
        pageTitle: column.name, target: url, key: column.id,
        message: "“\(column.name)”栏目（\(url)）没有内容：\(column.reason ?? "列表中没有条目")。"
          + "\(Words.proof(at: reading.startedAt, rechecked: false))。",
        fix: Self.fix, evidence: Evidence(text: column.reason ?? ""), rule: Self.rule)
    }
  }

  private static let fix = "请发布应公开的信息；无法保障更新的栏目，予以合并或关闭，不得保留空白栏目。"
  private static let rule = "国办秘函〔2019〕19号单项否决“栏目不更新”：空白栏目数量达到5个"
}
