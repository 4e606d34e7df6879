import DuwangCore

/// Where readings, changes and the ledger are kept. Values in, values out; what `record` returned from survives `kill -9`.
package protocol HistoryStore: Sendable {
  /// What finished runs left, read once before planning.
  func past() throws -> Past
  /// Opens a run; the id goes with everything the run writes.
  func begin(at moment: Moment) throws -> Int64
  /// Pages as they are read, in batches. Pages without a `source` were unchanged or failed.
  func record(_ pages: [PageRecord], run: Int64) throws
  /// The page as it came at its last good reading before `run` (nil: the newest).
  func source(of url: String, before run: Int64?) throws -> PageSource?
  /// What reading the page gave last, of this run or an earlier one; nil where nothing was kept.
  func outline(of url: String) throws -> KeptOutline?
  /// What the page was before its last good reading before `run`, newest first, with the moment when it was first so.
  func earlierSources(of url: String, before run: Int64, limit: Int) throws -> [(at: Moment, source: PageSource)]
  /// When and where texts (`PageReading.bodyHash`) were first told, by the oldest date they carried.
  func firstTellings(of hashes: Set<UInt64>) throws -> [UInt64: FirstTelling]
  /// Good readings that the newest run before `run` recorded after `since` and never finished become readings of `run`,
  /// so that a killed run goes on where it stopped. Returns them.
  func resume(in run: Int64, since: Moment) throws -> [PageReading]
  /// Closes a run: verdicts on links and columns, the ledger as it now stands, the report.
  func finish(_ run: Int64, result: RunResult) throws
  /// The ledger, every record that was ever opened.
  func records() throws -> [FindingRecord]
  /// Reports of finished daily runs, oldest first, one a day (the last of that day).
  func reports(from start: Day, through end: Day) throws -> [Report]
  /// The same reports without the paragraphs of changes, which take far longer to read.
  func outlines(from start: Day, through end: Day) throws -> [Report]
  /// What periods are added up from, of the same runs, in a fraction of the time.
  func ledgers(from start: Day, through end: Day) throws -> [DayLedger]
  /// Days of finished daily runs, oldest first.
  func days() throws -> [Day]
  /// What trends are made of, of the same runs as `reports`.
  func dayRecords(from start: Day, through end: Day) throws -> [DayRecord]
  /// Items by publication date, both days included; each item once, as the last run that listed it had it.
  func published(from start: Day, through end: Day) throws -> ItemCounts
  /// Availability probes (contract §1, `probe`).
  func record(_ probes: [ProbeReading]) throws
  /// Probes made from the start of `start` to the end of `end`, oldest first.
  func probes(from start: Day, through end: Day) throws -> [ProbeReading]
  /// Probes added up by day and address, oldest first; kept for ever.
  func probeDays(from start: Day, through end: Day) throws -> [ProbeDay]
  /// What people decide about findings: the records as they stand afterwards replace those in the ledger, the decisions
  /// are kept for ever beside them.
  func decide(_ decisions: [Decision], now: Moment) throws -> [FindingRecord]
  /// Puts into the ledger what a person saw and no reading found; replaces a record of the same id.
  func enter(_ record: FindingRecord) throws
  /// Every decision ever made, oldest first.
  func decisions() throws -> [Decision]
  /// What a person judged of an indicator item; kept for ever.
  func judge(_ judgement: Judgement) throws
  /// Every judgement ever made, oldest first.
  func judgements() throws -> [Judgement]
  /// Takes away what is older than its keeping time.
  func trim(now: Moment, retention: Retention) throws -> Trimmed
}

/// What a finished run leaves behind.
package struct RunResult: Sendable {
  package var endedAt: Moment
  package var links: [LinkReading]
  package var columns: [ColumnState]
  /// Address of every column found by name, by column id.
  package var foundColumns: [String: String]
  /// Addresses that are gone (404, 410, or unlinked after a complete run).
  package var removed: [String]
  /// Addresses whose text a reader would see to be another; every other page that was read stays the version it was.
  package var modified: Set<String> = []
  /// Who owns the pages, by address: known only once every column was read, later than the pages are recorded.
  package var owners: [String: PageOwner] = [:]
  /// Regions of noise as they are known now, all sites together.
  package var noise: [NoiseRegion] = []
  package var records: [FindingRecord]
  /// What the columns list, each item once.
  package var items: [PublishedItem]
  package var report: Report
  package init(
    endedAt: Moment, links: [LinkReading], columns: [ColumnState], foundColumns: [String: String], removed: [String],
    records: [FindingRecord], items: [PublishedItem] = [], report: Report
  ) {
    (self.endedAt, self.links, self.columns, self.foundColumns) = (endedAt, links, columns, foundColumns)
    (self.removed, self.records, self.items, self.report) = (removed, records, items, report)
  }
}

/// The unit that must mend what is wrong on a page, and the column that lists it.
package struct PageOwner: Sendable {
  let unit: String?
  let column: String?

  package init(_ reading: PageReading) { (unit, column) = (reading.unit, reading.column) }

  package func owning(_ reading: PageReading) -> PageReading {
    var reading = reading
    (reading.unit, reading.column) = (unit, column)
    return reading
  }
}
