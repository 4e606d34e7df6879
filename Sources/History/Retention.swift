import DuwangCore

/// How long what is kept. Runs, reports and the ledger are kept for ever; of links and columns only the last verdict.
package struct Retention: Sendable, Hashable {
  /// Texts of versions that a later one replaced and of pages that were removed, days since then; also what a text was
  /// first told with, days since it was last met.
  package var supersededTexts = 400
  /// Verdicts on link targets that no run has met since, days.
  package var unseenLinks = 60
  /// Readings of a run that never finished, days.
  package var unfinishedRuns = 7
  /// Single probes, days; their sums by hour and day are kept for ever.
  package var probes = 60
  package init() {}
}

/// What `trim` took away.
package struct Trimmed: Sendable, Hashable {
  package var versions = 0
  package var texts = 0
  package var links = 0
  package var readings = 0
  package init() {}
}
