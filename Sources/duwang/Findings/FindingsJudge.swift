import ArgumentParser
import DuwangCore
import HistorySQLite

/// `duwang findings judge`: what a person judges of an indicator item that no machine can.
struct FindingsJudge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "记录对检查指标的人工判断，写入以后的汇总；不写编号则列出须由人工判断的指标。",
    discussion: "判断自当日（或--period所指一期的首日）起有效3个月，到期须重新判断；判断为person即撤销先前的判断。")
  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("指标编号，如2.4.8。", valueName: "编号"))
  var item: String?

  @Option(help: ArgumentHelp("pass 未触发或不扣分，warn 临近，deduct 扣分，veto 触发单项否决，person 撤销。", valueName: "结果"))
  var verdict: Indicator.Verdict?

  @Option(help: ArgumentHelp("扣几分。", valueName: "分值"))
  var points: Double?

  @Option(help: ArgumentHelp("判断的人。", valueName: "姓名"))
  var by: String?

  @Option(help: ArgumentHelp("判断的依据。", valueName: "文字"))
  var note = ""

  @Option(help: ArgumentHelp("指标体系；不写为当时执行的。", valueName: "名称"))
  var profile: String?

  @Option(help: ArgumentHelp("判断的是哪一期，如2018-W52、2018-12、2018；不写为当日起。", valueName: "期"))
  var period: String?

  @Option(help: ArgumentHelp("有效至（含当日）。", valueName: "日期"))
  var until: Day?

  private var requested: ReadPeriod? {
    period.flatMap { name in [.weekly, .monthly, .yearly].lazy.compactMap { ReadPeriod(name, kind: $0) }.first }
  }

  func validate() throws {
    if let period, requested == nil {
      throw ValidationError("--period \(period) 不是一期的名称，应写作2018、2018-12或2018-W52的形式")
    }
    guard item != nil else { return }
    guard let verdict else { throw ValidationError("请以--verdict写明判断结果") }
    if verdict == .unknown { throw ValidationError("--verdict请写pass、warn、deduct、veto或person") }
    if by?.allSatisfy(\.isWhitespace) ?? true { throw ValidationError("请以--by写明判断的人") }
    if let points, !(0...100).contains(points) { throw ValidationError("--points应为0至100之间的数") }
    if (verdict == .deduct) != ((points ?? 0) > 0) { throw ValidationError("扣分的请写--points，其余的不写") }
  }

  mutating func run() throws {
    let targets = try TargetsLoading.load(common.targets)
    let store = try Ledger.open(common)
    let now = common.now ?? .now
    let day = min(requested?.last ?? now.day, now.day)
    let leading = targets.profiles.first { $0.isInForce(on: day) } ?? targets.profiles.first
    guard let table = profile.map({ id in targets.profiles.first { $0.id == id } }) ?? leading else {
      Console.note("Targets.yaml没有选用指标体系“\(profile ?? "")”。")
      throw ExitCode.badInput
    }
    if let item { try store.judge(try judgement(on: item, of: table)) }
    try show(try store.judgements().filter { $0.profile == table.id }, table)
  }

  private func judgement(on item: String, of table: IndicatorProfile) throws -> Judgement {
    let now = common.now ?? .now
    guard let leaf = table.leaves.first(where: { $0.id == item }), let verdict, let by else {
      Console.note("指标体系“\(table.id)”没有可判断的指标“\(item)”，编号见 duwang findings judge。")
      throw ExitCode.badInput
    }
    let allowed: [Indicator.Verdict] =
      leaf.effect == .veto
      ? [.pass, .warn, .veto, .person] : leaf.effect == .deduct ? [.pass, .warn, .deduct, .person] : [.pass, .person]
    guard allowed.contains(verdict) else {
      Console.note("指标\(item)“\(leaf.name)”只能判断为\(allowed.map(\.rawValue).joined(separator: "、"))。")
      throw ExitCode.badInput
    }
    let from = requested.map(\.start) ?? now.day
    if let until, until < from { throw ValidationError("--until早于判断开始的日期\(from)") }
    return Judgement(
      profile: table.id, item: item, verdict: verdict, points: points ?? 0, by: by, at: now, note: note, from: from,
      until: until)
  }

  /// The items that wait for a person, and what was judged of any.
  private func show(_ judgements: [Judgement], _ table: IndicatorProfile) throws {
    if common.json {
      Console.print(try Console.json(judgements))
    } else if !common.quiet {
      let today = (common.now ?? .now).day
      for leaf in table.leaves where item == nil || item == leaf.id {
        let last = judgements.last { $0.item == leaf.id }
        guard leaf.judge == .person || last != nil else { continue }
        Console.print("\(leaf.id)　\(leaf.name)：\(words(last, today))")
      }
    }
  }

  private func words(_ judgement: Judgement?, _ today: Day) -> String {
    guard let judgement, judgement.verdict != .person else { return Indicator.Verdict.person.chinese }
    let what = judgement.verdict.chinese + (judgement.points > 0 ? "\(judgement.points)分" : "")
    return "\(judgement.by)\(judgement.at.day)判断\(what)\(judgement.note.isEmpty ? "" : "，\(judgement.note)")，"
      + (judgement.until < today ? "已于\(judgement.until)到期，须重新判断" : "\(judgement.from)至\(judgement.until)有效")
  }
}

extension Indicator.Verdict: ExpressibleByArgument {}
