import DuwangCore

/// A unit in none of whose columns anything new appeared for a long time (断档).
struct UnitSilent: SiteCheck {
  let id = "unit-silent"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let byUnit = Dictionary(grouping: columns, by: \.unit)
    return context.targets.units.compactMap { unit in
      let own = byUnit[unit.id] ?? []
      guard let since = UnitSilence.since(own, today: context.today) else { return nil }
      let url = unit.home ?? own.first { $0.newest == since }?.url ?? ""
      return Finding(
        kind: .unitSilent, site: context.siteID(of: url), unit: unit.id, page: url, pageTitle: unit.name,
        key: unit.id, message: message(unit, since, own, context.today), fix: Self.fix,
        evidence: Evidence(text: since.description), rule: Self.rule)
    }
  }

  private func message(_ unit: OwnerUnit, _ since: Day, _ columns: [ColumnState], _ today: Day) -> String {
    let last = columns.first { $0.newest == since }.map { "“\($0.name)”栏目" } ?? ""
    return "\(unit.name)各栏目最新一条信息为\(since.chineseFull)\(last)，距今\(today - since)日未发布新信息。"
  }

  private static let fix = "请核实信息公开工作是否有人负责，确定读网员和发布人员，补充发布应公开的信息。"
  private static let rule = "国办秘函〔2019〕19号单项否决“栏目不更新”；期限取本单位各栏目中最短的更新期限，不少于1个月"
}
