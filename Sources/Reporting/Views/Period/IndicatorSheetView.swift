import DuwangCore

/// All that `indicators.mustache` shows: every item of the indicator tables with its rule, what was found, the verdict and
/// its evidence, and room for what a person has to judge.
struct IndicatorSheetView: Sendable {
  struct Evidence: Sendable {
    let evidenceText: String
    /// The finding in the list of the period's page; nil where it is not listed there.
    let evidenceLink: String?
  }
  struct Row: Sendable {
    let itemID: String
    let itemName: String
    let itemRule: String
    let itemSource: String
    let itemLimit: String?
    let itemValue: String
    let itemClass: String
    let itemWord: String
    let itemPoints: String
    let evidence: [Evidence]
    let evidenceLeft: String?
    /// `张三　2018年12月15日，有效至2019年3月15日`.
    let judgedBy: String?
    /// The choices to tick, a line each; nil where nothing is left to a person.
    let choices: String?
  }
  struct Group: Sendable {
    let groupName: String?
    let rows: [Row]
  }
  struct Table: Sendable {
    let tableTitle: String
    let scoreText: String
    let groups: [Group]
  }
  let head: HeadView
  let siteTitles: String
  let periodTitle: String
  let periodRange: String?
  let indexTitle: String
  let tables: [Table]

  private static let mostEvidence = 5

  init(_ report: Report, _ context: ReportContext, rows: Int) {
    let period = ReadPeriod(report.kind, containing: report.period.start.day)
    head = HeadView(title: "\(context.siteName)指标核查表　\(period.chinese)")
    (siteTitles, periodTitle) = (context.siteName, period.chinese)
    periodRange = report.kind == .yearly ? nil : PeriodWords.range(period)
    indexTitle = PeriodWords(kind: report.kind).title
    let found = (report.findings + report.resolved).map { ($0.finding.id, $0) }
    let listed = Set(report.findings.prefix(rows).map(\.finding.id))
    let maker = Maker(context: context, findings: Dictionary(found) { first, _ in first }, listed: listed)
    let verdicts = Dictionary(grouping: report.summary?.indicators ?? [], by: \.profile)
    tables = (report.summary?.scores ?? []).compactMap { score in
      guard let own = verdicts[score.profile],
        let profile = context.targets.profiles.first(where: { $0.id == score.profile })
      else { return nil }
      return Table(
        tableTitle: "\(SafeText.line(profile.source))《\(SafeText.line(profile.name))》",
        scoreText: PeriodVerdict.score(score),
        groups: maker.groups(profile.items, Dictionary(own.map { ($0.id, $0) }) { first, _ in first }))
    }
  }

  private struct Maker {
    let context: ReportContext
    let findings: [String: Report.Item]
    let listed: Set<String>

    /// Items of one group stand together below the names of all groups above them.
    func groups(_ items: [IndicatorItem], below path: [String] = [], _ verdicts: [String: Indicator]) -> [Group] {
      let rows = items.filter(\.items.isEmpty).compactMap { leaf in verdicts[leaf.id].map { row(leaf, $0) } }
      let name = path.isEmpty ? nil : path.joined(separator: "　›　")
      return (rows.isEmpty ? [] : [Group(groupName: name, rows: rows)])
        + items.flatMap { groups($0.items, below: path + [SafeText.line($0.name)], verdicts) }
    }

    private func row(_ leaf: IndicatorItem, _ found: Indicator) -> Row {
      let word = IndicatorTable.Row.word(found.verdict)
      let told = found.evidence.compactMap { findings[$0] }
      return Row(
        itemID: SafeText.line(leaf.id), itemName: SafeText.line(leaf.name), itemRule: SafeText.line(leaf.rule),
        itemSource: SafeText.line(leaf.source) + (leaf.checked == .confirmed ? "" : "，待核对"),
        itemLimit: leaf.shown.isEmpty ? nil : SafeText.line(leaf.shown),
        itemValue: SafeText.clipped(SafeText.line(found.value), to: 400),
        itemClass: word.0, itemWord: leaf.effect == .deduct && found.verdict == .pass ? "不扣分" : word.1,
        itemPoints: found.points > 0 ? "\(IndicatorTable.Row.points(found.points))分" : "",
        evidence: told.prefix(IndicatorSheetView.mostEvidence).map(evidence),
        evidenceLeft: told.count > IndicatorSheetView.mostEvidence ? "等\(Words.count(told.count))处" : nil,
        judgedBy: found.judgement.map {
          "\(SafeText.line($0.by))　\($0.at.day.chineseFull)，有效至\($0.until.chineseFull)"
        },
        choices: found.judgement == nil && found.verdict != .veto ? choices(leaf, found) : nil)
    }

    /// Left to a person: what the table says a person must judge, and what the machine could not.
    private func choices(_ leaf: IndicatorItem, _ found: Indicator) -> String? {
      guard found.verdict == .person || found.verdict == .unknown else { return nil }
      return switch leaf.effect {
      case .veto: "□未触发\n□触发"
      case .deduct: "□不扣分\n□扣＿＿分"
      case .bonus: "□加＿＿分"
      }
    }

    private func evidence(_ item: Report.Item) -> Evidence {
      let finding = item.finding
      let place = [context.unitName(finding.unit), context.columnName(finding.column)].compactMap(\.self)
      return Evidence(
        evidenceText: "\(place.joined(separator: "›"))：\(SafeText.clipped(finding.message, to: 80))"
          + (item.status.isOpen ? "" : "（\(item.status.chinese)）"),
        evidenceLink: listed.contains(finding.id) ? "index.html#f\(finding.id)" : nil)
    }
  }
}
