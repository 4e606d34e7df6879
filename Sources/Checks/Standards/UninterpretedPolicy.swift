import DuwangCore

/// Documents of the last year for which no interpretation is to be found on the site, and interpretations of the county's
/// own documents for which no document is: one finding a column. Judged by titles; said only where the column of
/// interpretations could be read and the site was read to its end.
struct UninterpretedPolicy: SiteCheck {
  let id = "uninterpreted-policy"
  /// 国办发〔2016〕80号 wants three working days; a month leaves room for slow editors.
  private static let grace = 30
  /// Share of a document's name that an interpretation's title must have.
  private static let likeness = 0.6

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let canRead = columns.contains { $0.name.contains("解读") && [.fresh, .stale].contains($0.status) }
    guard canRead, Standards.sawAll(reading) else { return [] }
    let titles = Standards.titles(reading, context.past)
    let interpretations = titles.filter(isInterpretation)
    let entries = Dictionary(reading.columns.map { ($0.column, $0) }) { first, _ in first }
    return unfounded(entries, documents: titles.subtracting(interpretations), context)
      + uninterpreted(entries, interpretations, context)
  }

  private func isInterpretation(_ title: String) -> Bool {
    ["解读", "图解", "图读懂", "问答", "说明"].contains { title.contains($0) }
  }

  private func uninterpreted(
    _ entries: [String: ColumnReading], _ interpretations: Set<String>, _ context: CheckContext
  ) -> [Finding] {
    context.targets.columns.compactMap { column in
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

  /// Interpretations of documents of higher levels are reprinted from elsewhere: only those that name the county's own
  /// document, in 《》, are looked at.
  private func unfounded(
    _ entries: [String: ColumnReading], documents: Set<String>, _ context: CheckContext
  ) -> [Finding] {
    context.targets.columns.compactMap { column in
      guard column.name.contains("解读"), let read = entries[column.id], read.reach.isGood,
        let site = context.site(of: read.url ?? ""), Standards.apply(to: site)
      else { return nil }
      let place = site.name.replacing("人民政府", with: "")
      let own = read.entries.filter { row in
        isInterpretation(row.title) && row.date.map { $0.addingMonths(12) >= context.today } ?? false
          && place.count >= 2
          && row.title.contains(/《[^》]*/) && Standards.subject(row.title).contains(place)
      }
      let alone = own.filter { row in
        let subject = Standards.subject(row.title)
        return !documents.contains { Standards.likeness(of: subject, in: $0) >= Self.likeness }
      }
      return alone.isEmpty ? nil : make(column, read, alone.map(\.title), outOf: own.count, context)
    }
  }

  private func make(
    _ column: Column, _ read: ColumnReading, _ titles: [String], outOf count: Int, _ context: CheckContext
  ) -> Finding {
    let url = read.url ?? ""
    return Finding(
      kind: .elementMissing, severity: .hint, confidence: .suspected, site: context.siteID(of: url),
      unit: column.unit, column: column.id, page: url, pageTitle: column.name, target: url,
      key: "interpretation\n\(column.id)",
      message: "“\(column.name)”栏目近1年发布的本级文件解读\(count)件中，\(titles.count)件未找到所解读的文件："
        + "\(Standards.examples(titles))。抽查范围：本次读到的列表，按标题比对。",
      fix: "请公开所解读的文件，并与解读相互链接；文件标题与解读所引不同的，标记为不属实。",
      evidence: Evidence(text: titles.prefix(3).joined(separator: "；")),
      rule: "国办发〔2017〕47号《政府网站发展指引》解读回应（解读应与文件相互关联，条款待核对）")
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
