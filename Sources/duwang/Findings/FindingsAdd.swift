import ArgumentParser
import DuwangCore
import History
import HistorySQLite

/// `duwang findings add`: what a person saw and no reading found.
struct FindingsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "记入人工发现的问题。",
    discussion: "人工发现的问题机器不能复查，一直列在每日报告中，直到以 duwang findings mend 销号，或者认定不属实、暂缓。")
  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("所在页面。", valueName: "网址"))
  var page: String

  @Option(help: ArgumentHelp("类别，如 typo、link-broken、column-stale。", valueName: "类别"))
  var kind: FindingKind

  @Option(help: ArgumentHelp("问题是什么。", valueName: "文字"))
  var message: String

  @Option(help: ArgumentHelp("责任单位（编号或名称）。", valueName: "单位"))
  var unit: String?

  @Option(help: ArgumentHelp("栏目编号，如 bm-jyj/tzgg。", valueName: "栏目"))
  var column: String?

  @Option(help: ArgumentHelp("级别：severe、general、hint；不写按类别。", valueName: "级别"))
  var severity: DailyCommand.FailOn?

  @Option(help: ArgumentHelp("页面上的原文。", valueName: "文字"))
  var text: String?

  @Option(help: ArgumentHelp("页面标题。", valueName: "文字"))
  var title: String?

  @Option(help: ArgumentHelp("处理方法。", valueName: "文字"))
  var fix: String?

  @Option(help: ArgumentHelp("来源：person 人工，superior 上级，public 网民找错。", valueName: "来源"))
  var source = PeopleSource.person

  @Option(help: ArgumentHelp("发现人。", valueName: "姓名"))
  var by: String?

  @Option(help: ArgumentHelp("备注。", valueName: "文字"))
  var reason: String?

  @Option(help: ArgumentHelp("整改期限，如 2019-01-05；不写按级别推算工作日。", valueName: "日期"))
  var until: Day?

  func validate() throws {
    if WebAddress(page) == nil { throw ValidationError("--page不是完整网址：\(page)") }
    if message.allSatisfy(\.isWhitespace) { throw ValidationError("--message不能为空") }
  }

  mutating func run() throws {
    let targets = try Ledger.targets(common)
    let store = try Ledger.open(common)
    let now = common.now ?? .now
    let finding = try finding(targets)
    var record = FindingRecord(finding, status: .new, firstSeen: now, isBaseline: false)
    if let known = try store.records().first(where: { $0.finding.id == finding.id }) {
      guard !known.status.isOpen else {
        Console.note("台账中已有这一问题：\(finding.id)（\(known.status.chinese)）。")
        throw ExitCode.badInput
      }
      record.firstSeen = known.firstSeen
      (record.status, record.recurrences) = (.recurred, known.recurrences + 1)
    }
    record.seenBy = source.source
    record.note = [by.map { "\($0)发现" }, reason].compactMap(\.self).joined(separator: "，")
    if record.note?.isEmpty ?? false { record.note = nil }
    record.deadline = until ?? WorkingDays.national.deadline(for: finding, from: now.day)
    try store.enter(record)
    try Ledger.show([record], common)
  }

  private func finding(_ targets: Targets?) throws -> Finding {
    let known = try column.flatMap { id -> Column? in
      guard let targets else { return nil }
      if let column = targets.columns.first(where: { $0.id == id }) { return column }
      Console.note("读网对象中没有栏目“\(id)”，编号见 duwang targets list。")
      throw ExitCode.badInput
    }
    let host = WebAddress(page)?.authority ?? ""
    let site = targets?.sites.first { $0.hosts.contains(host) } ?? targets?.sites.first
    return Finding(
      kind: kind, severity: severity?.severity, site: site?.id ?? host,
      unit: try Ledger.unit(unit, in: targets) ?? known?.unit, column: column,
      page: WebAddress(page)?.description ?? page, pageTitle: title, key: "person\n\(page)\n\(text ?? message)",
      message: message, fix: fix ?? "核对后更正。", evidence: Evidence(text: text ?? ""))
  }
}

/// Who saw what no reading found, as an option's value.
enum PeopleSource: String, ExpressibleByArgument, CaseIterable {
  case person, superior
  case `public`
  var source: FindingRecord.Source { self == .person ? .person : self == .superior ? .superior : .public }
}
