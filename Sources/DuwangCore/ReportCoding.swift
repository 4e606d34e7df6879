/// A report as JSON: one list `findings` holds what is open and what was closed since the last reading, told apart by `status`.
extension Report {
  private enum Keys: String, CodingKey {
    case schema, kind, complete, baseline, period, generatedAt, totals, limitsHit, unreadable, unfound, availability
    case columns, findings, changes, flow, sites, ignored, redirects, decisionsRead, interaction, startedAt, endedAt
  }

  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Keys.self)
    schema = try keys.decode(String.self, forKey: .schema)
    kind = try keys.decode(Kind.self, forKey: .kind)
    complete = try keys.decode(Bool.self, forKey: .complete)
    baseline = try keys.decode(Bool.self, forKey: .baseline)
    period = try keys.decode(Span.self, forKey: .period)
    generatedAt = try keys.decode(Moment.self, forKey: .generatedAt)
    totals = try keys.decode(SiteReading.Totals.self, forKey: .totals)
    limitsHit = try keys.decode([Limit].self, forKey: .limitsHit)
    unreadable = try keys.decode([UnreadableItem].self, forKey: .unreadable)
    unfound = try keys.decode([String].self, forKey: .unfound)
    availability = try keys.decode([Availability].self, forKey: .availability)
    columns = try keys.decode([ColumnState].self, forKey: .columns)
    let items = try keys.decode([Item].self, forKey: .findings)
    findings = items.filter(\.status.isOpen)
    resolved = items.filter { !$0.status.isOpen }
    changes = try keys.decode([PageChange].self, forKey: .changes)
    flow = try keys.decodeIfPresent(Flow.self, forKey: .flow) ?? Flow()
    sites = try keys.decodeIfPresent([SiteAccess].self, forKey: .sites) ?? []
    decisionsRead = try keys.decodeIfPresent(DecisionsRead.self, forKey: .decisionsRead) ?? DecisionsRead()
    ignored = try keys.decodeIfPresent([Ignored].self, forKey: .ignored) ?? []
    redirects = try keys.decodeIfPresent([Redirect].self, forKey: .redirects) ?? []
    summary = kind == .daily ? nil : try PeriodSummary(from: decoder)
    interaction = try keys.decodeIfPresent([LettersState].self, forKey: .interaction) ?? []
    startedAt = try keys.decodeIfPresent(Moment.self, forKey: .startedAt) ?? generatedAt
    endedAt = try keys.decodeIfPresent(Moment.self, forKey: .endedAt) ?? generatedAt
  }

  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Keys.self)
    try keys.encode(schema, forKey: .schema)
    try keys.encode(kind, forKey: .kind)
    try keys.encode(complete, forKey: .complete)
    try keys.encode(baseline, forKey: .baseline)
    try keys.encode(period, forKey: .period)
    try keys.encode(generatedAt, forKey: .generatedAt)
    try keys.encode(totals, forKey: .totals)
    try keys.encode(limitsHit, forKey: .limitsHit)
    try keys.encode(unreadable, forKey: .unreadable)
    try keys.encode(unfound, forKey: .unfound)
    try keys.encode(availability, forKey: .availability)
    try keys.encode(columns, forKey: .columns)
    try keys.encode(findings + resolved, forKey: .findings)
    try keys.encode(changes, forKey: .changes)
    try keys.encode(flow, forKey: .flow)
    try keys.encode(sites, forKey: .sites)
    try keys.encode(decisionsRead, forKey: .decisionsRead)
    try keys.encode(ignored, forKey: .ignored)
    try keys.encode(redirects, forKey: .redirects)
    try summary?.encode(to: encoder)
    try keys.encode(interaction, forKey: .interaction)
    try keys.encode(startedAt, forKey: .startedAt)
    try keys.encode(endedAt, forKey: .endedAt)
  }
}
