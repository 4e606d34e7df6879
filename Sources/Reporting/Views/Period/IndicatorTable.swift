import DuwangCore

/// The indicator tables as leaders see them: vetoes one by one, points that were taken off.
struct IndicatorTable: Sendable {
  struct Row: Sendable {
    let itemNumber: String
    let itemName: String
    let itemLimit: String
    let itemValue: String
    let itemClass: String
    let itemWord: String
    /// Vetoed or near: shown in bold.
    let isPressing: Bool
    let itemPoints: String
    let itemUnsure: Bool
  }
  let vetoRows: [Row]
  let hasVetoes: Bool
  /// Items that took points off, are near, or were judged by a person.
  let pointRows: [Row]
  let hasPoints: Bool
  /// `国办秘函〔2019〕19号`.
  let tableName: String
  let unsureNote: String?

  let vetoed: [Indicator]
  let near: [Indicator]
  let waiting: Int
  let unknown: [Indicator]

  init(_ report: Report, _ context: ReportContext) {
    let all = report.summary?.indicators ?? []
    let leading = all.filter { $0.profile == all.first?.profile }
    let vetoes = leading.filter(context.isVeto)
    let others = leading.filter { !context.isVeto($0) }
    vetoRows = vetoes.enumerated().map { Row($1, number: $0 + 1) }
    hasVetoes = !vetoes.isEmpty
    pointRows = others.filter { $0.verdict == .deduct || $0.verdict == .warn || $0.judgement != nil }.enumerated()
      .map { Row($1, number: $0 + 1) }
    hasPoints = !pointRows.isEmpty
    tableName = context.profileName(leading.first?.profile)
    (vetoed, near) = (vetoes.filter { $0.verdict == .veto }, vetoes.filter { $0.verdict == .warn })
    (waiting, unknown) = (vetoes.count { $0.verdict == .person }, vetoes.filter { $0.verdict == .unknown })
    let unsure = vetoRows.filter(\.itemUnsure).map { "第\($0.itemNumber)项" }
    unsureNote = unsure.isEmpty ? nil : "\(unsure.joined(separator: "、"))限值待核对。"
  }
}

extension IndicatorTable.Row {
  init(_ item: Indicator, number: Int) {
    itemNumber = "\(number)"
    (itemName, itemLimit) = (SafeText.line(item.name), SafeText.line(item.limit))
    itemValue = SafeText.clipped(SafeText.line(item.value), to: 60)
    (itemClass, itemWord) = IndicatorTable.Row.word(item.verdict)
    isPressing = [.veto, .warn, .deduct].contains(item.verdict)
    itemPoints = item.points > 0 ? "扣\(IndicatorTable.Row.points(item.points))分" : ""
    itemUnsure = item.checked != "A"
  }

  static func points(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  static func word(_ verdict: Indicator.Verdict) -> (String, String) {
    switch verdict {
    case .veto: ("over", "触发")
    case .deduct: ("near", "扣分")
    case .warn: ("near", "临近")
    case .pass: ("fine", "未触发")
    case .person: ("wall", "待人工确认")
    case .unknown: ("wall", "不能判断")
    }
  }
}
