import DuwangCore

/// Compares what three days of reading reported with the truth about the sample portal.
package enum DemoScore {
  /// `reports[0]` is the first day's; missing days count as missed. `trespasses` are addresses that were asked for
  /// though robots.txt forbids them.
  package static func compare(reports: [Report], trespasses: [String] = []) -> DemoTable {
    var table = DemoTable()
    for day in 1...DemoPortal.days.count {
      let report = day <= reports.count ? reports[day - 1] : nil
      judgeFindings(report, day, &table)
      judgeMended(report, day, &table)
      judgeColumns(report, day, &table)
      judgeChanges(report, day, &table)
    }
    for path in Set(trespasses).sorted() {
      table.add(.invented, DemoTable.manners, day: nil, "读取了robots.txt不允许的地址：\(path)")
    }
    return table
  }

  private static func judgeFindings(_ report: Report?, _ day: Int, _ table: inout DemoTable) {
    let open = (report?.findings ?? []).filter(\.status.isOpen)
    let due = DemoTruth.faults.filter { $0.days.contains(day) }
    for fault in due {
      let hit = open.first { matches($0.finding, fault) }
      table.add(.seeded, fault.kind.chinese, day: day)
      guard let hit else {
        table.add(.missed, fault.kind.chinese, day: day, "\(fault.what)（\(fault.place.text)）")
        continue
      }
      table.add(.found, fault.kind.chinese, day: day)
      judgeOwner(hit.finding, fault, day, &table)
      let hasComeBack = day > 1 && !fault.days.contains(day - 1) && fault.days.contains { $0 < day }
      if hasComeBack { judgeRecurrence(hit, fault, day, &table) }
    }
    var used = Set<DemoTruth.Fault>()
    for item in open {
      let fault = due.first { matches(item.finding, $0) && !used.contains($0) }
      if let fault { used.insert(fault) } else { invented(item.finding, day, &table) }
    }
  }

  private static func judgeOwner(
    _ finding: Finding, _ fault: DemoTruth.Fault, _ day: Int, _ table: inout DemoTable
  ) {
    let expected = DemoTruth.unit(of: fault)
    table.add(.seeded, DemoTable.owner, day: day)
    if finding.unit == expected {
      table.add(.found, DemoTable.owner, day: day)
    } else {
      table.add(
        .missed, DemoTable.owner, day: day, "\(fault.what)：应为\(expected)，报告为\(finding.unit ?? "无")")
    }
  }

  private static func judgeRecurrence(
    _ item: Report.Item, _ fault: DemoTruth.Fault, _ day: Int, _ table: inout DemoTable
  ) {
    table.add(.seeded, DemoTable.recurred, day: day)
    if item.status == .recurred {
      table.add(.found, DemoTable.recurred, day: day)
    } else {
      table.add(.missed, DemoTable.recurred, day: day, "\(fault.what)：状态为\(item.status.chinese)")
    }
  }

  private static func invented(_ finding: Finding, _ day: Int, _ table: inout DemoTable) {
    let places = [finding.target.map(path), finding.column, path(finding.page)].compactMap { $0 }
    let trap = DemoTruth.traps.first { places.contains($0.place) }.map { "；此处是陷阱：\($0.what)" } ?? ""
    table.add(.invented, finding.kind.chinese, day: day, "\(finding.message)（\(places.joined(separator: "，"))）\(trap)")
  }

  /// What was put right since the day before must be told as resolved.
  private static func judgeMended(_ report: Report?, _ day: Int, _ table: inout DemoTable) {
    for fault in DemoTruth.faults where fault.days.contains(day - 1) && !fault.days.contains(day) {
      let all = (report?.resolved ?? []) + (report?.findings ?? []).filter { $0.status == .resolved }
      table.add(.seeded, DemoTable.mended, day: day)
      if all.contains(where: { matches($0.finding, fault) }) {
        table.add(.found, DemoTable.mended, day: day)
      } else {
        table.add(.missed, DemoTable.mended, day: day, "\(fault.what)（\(fault.place.text)）")
      }
    }
  }

  private static func judgeColumns(_ report: Report?, _ day: Int, _ table: inout DemoTable) {
    for column in DemoPortal.columns {
      let state = report?.columns.first { $0.id == column.key || "\($0.unit)/\($0.id)" == column.key }
      let expected = DemoTruth.status(of: column.key, day: day)
      table.add(.seeded, DemoTable.status, day: day)
      if state?.status == expected {
        table.add(.found, DemoTable.status, day: day)
      } else {
        table.add(
          .missed, DemoTable.status, day: day,
          "\(column.key)应为\(expected.chinese)，报告为\(state?.status.chinese ?? "无")")
      }
      guard let newest = DemoTruth.newest(of: column, day: day) else { continue }
      table.add(.seeded, DemoTable.newest, day: day)
      if state?.newest == newest {
        table.add(.found, DemoTable.newest, day: day)
      } else {
        table.add(
          .missed, DemoTable.newest, day: day,
          "\(column.key)应为\(newest)，报告为\(state?.newest?.description ?? "无")")
      }
    }
  }

  /// Only articles are judged: whether a list page counts as changed is left to the reader.
  private static func judgeChanges(_ report: Report?, _ day: Int, _ table: inout DemoTable) {
    let due = DemoTruth.changes.filter { $0.day == day }
    let seen = report?.changes ?? []
    for change in due {
      table.add(.seeded, DemoTable.changes, day: day)
      if seen.contains(where: { path($0.url) == change.path && $0.type == change.type }) {
        table.add(.found, DemoTable.changes, day: day)
      } else {
        table.add(.missed, DemoTable.changes, day: day, "\(change.path)应为\(change.type.rawValue)")
      }
    }
    let articles = Set(DemoPortal.columns.flatMap { $0.items.map(\.path) })
    for change in seen where change.type == .modified && articles.contains(path(change.url)) {
      if !due.contains(where: { $0.path == path(change.url) }) {
        table.add(.invented, DemoTable.changes, day: day, "\(path(change.url))没有变化")
      }
    }
  }

  private static func matches(_ finding: Finding, _ fault: DemoTruth.Fault) -> Bool {
    guard finding.kind == fault.kind else { return false }
    switch fault.place {
    case .page(let page): return path(finding.page) == page
    case .target(let target): return finding.target.map { path($0) == target } ?? false
    case .column(let column): return finding.column == column
    case .unit(let unit): return finding.unit == unit
    }
  }

  /// Path and query: ports differ from run to run.
  static func path(_ address: String) -> String { WebAddress(address)?.pathAndQuery ?? address }
}

extension DemoTruth.Fault.Place {
  var text: String {
    switch self {
    case .page(let path), .target(let path), .column(let path), .unit(let path): path
    }
  }
}
