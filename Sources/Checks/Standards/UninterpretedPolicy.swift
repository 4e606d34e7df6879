import DuwangCore

/// Documents of the last year for which no interpretation is to be found on the site: one finding a column of documents.
/// Judged by titles; said only where the column of interpretations could be read and the site was read to its end.
struct UninterpretedPolicy: SiteCheck {
  let id = "uninterpreted-policy"
  /// 国办发〔2016〕80号 wants three working days; a month leaves room for slow editors.
  private static let grace = 30
  /// Share of a document's name that an interpretation's title must have.
  private static let likeness = 0.6

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let canRead = columns.contains { $0.name.contains("解读") && [.fresh, .stale].contains($0.status) }
    guard canRead, Standards.sawAll(reading) else { return [] }
    let interpretations = Standards.titles(reading, context.past).filter { title in
      ["解读", "图解", "图读懂", "问答", "说明"].contains { title.contains($0) }
    }
    let entries = Dictionary(reading.columns.map { ($0.column, $0) }) { first, _ in first }
    return context.targets.columns.compactMap { column in
      guard isDocuments(column), let read = entries[column.id], read.reach.isGood,
        Standards.apply(to: context.site(of: read.url ?? ""))
      else { return nil }
      let documents = read.entries.filter { isDocument($0.title) && isDue($0.date, context.today) }
      let alone = documents.filter { document in
        let subject = Standards.subject(document.title)
        return !interpretations.contains { Standards.likeness(of: subject, in: $0) >= Self.likeness }
      }
      return alone.isEmpty ? nil : make(column, read, alone.map(\.title), of: documents.count, context)
    }
  }

  private func isDocuments(_ column: Column) -> Bool {
    column.policyName == "政策文件" || ["政府文件", "政策文件", "规范性文件"].contains(column.category)
  }

  /// Rules for the public; appointments, approvals, notices of meetings and the like need no interpretation.
  private func isDocument(_ title: String) -> Bool {
    let isRule = ["办法", "规定", "细则", "实施意见", "实施方案", "规划", "规程"].contains { title.contains($0) }
    let isOther = ["任免", "任职", "批复", "通报", "会议", "表彰", "解读", "废止", "征求"].contains { title.contains($0) }
    return isRule && !isOther && (title.contains("印发") || title.contains("《"))
  }

  private func isDue(_ date: Day?, _ today: Day) -> Bool {
    guard let date else { return false }
    return date.addingDays(Self.grace) < today && date.addingMonths(12) >= today
  }

  private func make(
    _ column: Column, _ read: ColumnReading, _ titles: [String], of count: Int, _ context: CheckContext
  ) -> Finding {
    let url = read.url ?? ""
    return Finding(
      kind: .uninterpretedPolicy, severity: .hint, confidence: .suspected, site: context.siteID(of: url),
      unit: column.unit, column: column.id, page: url, pageTitle: column.name, target: url, key: column.id,
      message: "“\(column.name)”栏目近1年发布的政策文件\(count)件中，\(titles.count)件未找到对应的解读："
        + "\(Standards.examples(titles))。抽查范围：本次读到的列表，按标题比对。",
      fix: Self.fix, evidence: Evidence(text: titles.prefix(3).joined(separator: "；")), rule: Self.rule)
  }

  private static let fix = "请发布解读并与文件相互链接；解读标题不含文件名称的，标记为不属实。"
  private static let rule = "国办发〔2016〕80号（解读材料与文件同步发布，待核对）；国办秘函〔2019〕19号“解读比例”（分值待核对）"
}
