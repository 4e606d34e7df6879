import DuwangCore

/// Items that count open findings of some kinds. Suspected ones are told, never charged.
struct FindingMeasure {
  private let facts: IndicatorFacts

  init(_ facts: IndicatorFacts) { self.facts = facts }

  func open(_ item: IndicatorItem) -> Measured {
    let all = facts.findings.filter { told in
      item.kinds.contains(told.finding.kind) && stands(told.finding, item.place)
        && item.containing.map { told.finding.message.contains($0) } ?? true
    }
    let open = all.filter(\.status.isOpen)
    let certain = open.filter { $0.finding.confidence == .certain }
    let closed = all.count { $0.status == .resolved }
    var measured = Measured(amount: Double(certain.count), value: "\(certain.count)处")
    if open.count > certain.count { measured.value += "，另有疑似\(open.count - certain.count)处未计" }
    if closed > 0 { measured.value += "，本期已销号\(closed)处" }
    if all.isEmpty { measured.value = "机器未发现" }
    // A column that cannot be opened and the link to it are one fault.
    measured.hits = certain.map { "target:\($0.finding.target ?? $0.finding.id)" }
    measured.evidence = all.map(\.finding.id)
    return measured
  }

  private func stands(_ finding: Finding, _ place: IndicatorItem.Place) -> Bool {
    if place == .any { return true }
    let page = WebAddress(finding.page)?.description ?? finding.page
    let isHome = facts.homes.contains { (WebAddress($0.url)?.description ?? $0.url) == page }
    return isHome == (place == .home)
  }
}
