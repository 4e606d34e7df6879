import DuwangCore

/// Section 五 of the daily page: proof of what was read.
struct ProofView: Sendable {
  struct Site: Sendable {
    let siteTitle: String
    let siteOpened: Bool
    let siteSeconds: String
    let siteReason: String?
    let probeCount: String
    let probeFailures: String
    let hasProbes: Bool
  }
  let pageTotal: String
  /// Pages that were asked for, read or not.
  let pagesAsked: String
  let linkTotal: String
  let columnTotal: String
  let columnTally: String
  let byteTotal: String
  let timeSpent: String
  let startedAt: String
  let endedAt: String
  let connections: String
  let rate: String
  let maxPages: String
  let maxDepth: String
  let timeoutWord: String
  let siteRows: [Site]
  let isComplete: Bool
  let allOpened: Bool

  init(_ report: Report, _ context: ReportContext) {
    let totals = report.totals
    pagesAsked = Words.count(totals.pages)
    // What a wall kept back was asked for, not read.
    pageTotal = Words.count(max(0, totals.pages - report.unreadable.count))
    linkTotal = Words.count(totals.links)
    columnTotal = Words.count(totals.columns)
    let words = report.columns.map { ColumnStatusWord($0) }
    let tally = ColumnStatusWord.allCases.compactMap { word -> String? in
      let count = words.count { $0 == word }
      return count == 0 ? nil : "\(word.chinese)\(Words.count(count))个"
    }
    columnTally = tally.isEmpty ? "" : "：" + tally.joined(separator: "，")
    (byteTotal, timeSpent) = (Words.bytes(totals.bytes), Words.duration(totals.seconds))
    (startedAt, endedAt) = (Words.clock(report.startedAt), Words.clock(report.endedAt))
    let fetch = context.targets.fetch
    connections = Words.count(fetch.connectionsPerHost)
    rate = fetch.ratePerHost == fetch.ratePerHost.rounded() ? "\(Int(fetch.ratePerHost))" : "\(fetch.ratePerHost)"
    (maxPages, maxDepth) = (Words.count(context.targets.scope.maxPages), Words.count(context.targets.scope.maxDepth))
    timeoutWord = fetch.timeout.chinese
    siteRows = context.targets.sites.map { site in
      let access = report.sites.first { $0.site == site.id }
      let probes = report.availability.first { $0.site == site.id }
      return Site(
        siteTitle: SafeText.line(site.name), siteOpened: access?.opened ?? true,
        siteSeconds: Words.duration(Double(access?.milliseconds ?? 0) / 1000),
        siteReason: access.flatMap { $0.reason.isEmpty ? nil : $0.reason },
        probeCount: Words.count(probes?.probes ?? 0),
        probeFailures: Words.count(probes?.failures ?? 0), hasProbes: (probes?.probes ?? 0) > 0)
    }
    isComplete = report.complete
    allOpened = report.sites.allSatisfy(\.opened)
  }
}
