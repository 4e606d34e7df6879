import DuwangCore
import Foundation

/// What the reports folder holds, found by looking into it.
struct Archive: Sendable {
  /// The little of a day that the calendar shows, kept in `summary.json` beside the report.
  struct Summary: Sendable, Codable {
    var open: Int
    var severe: Int
    var complete: Bool
    /// False when the day's summary could not be read; its page is there nevertheless.
    var isKnown = true

    init(_ report: Report) {
      open = report.findings.count
      severe = report.findings.count { $0.finding.severity == .severe && !$0.isBaseline }
      complete = report.complete
    }
    static let unknown: Summary = {
      var summary = Summary(open: 0, severe: 0, complete: true)
      summary.isKnown = false
      return summary
    }()
    private init(open: Int, severe: Int, complete: Bool) {
      (self.open, self.severe, self.complete) = (open, severe, complete)
    }
    private enum CodingKeys: String, CodingKey { case open, severe, complete }
  }

  let days: [Day: Summary]
  /// Names of periods, newest first: `2018-W52`, `2018-12`, `2018`.
  let weeks: [String]
  let months: [String]
  let years: [String]

  /// `added` are days whose files are about to be moved into place.
  init(directory: URL, added: [Day: Summary] = [:]) {
    var days: [Day: Summary] = [:]
    for name in Archive.reports(in: directory.appendingPathComponent("daily")) {
      guard let day = Day(name) else { continue }
      let file = directory.appendingPathComponent("daily/\(name)/summary.json")
      let summary = (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(Summary.self, from: $0) }
      days[day] = summary ?? .unknown
    }
    self.days = days.merging(added) { _, new in new }
    func names(_ kind: String, where fits: (String) -> Bool) -> [String] {
      Archive.reports(in: directory.appendingPathComponent(kind)).filter(fits).sorted(by: >)
    }
    let isDigits: (Substring) -> Bool = { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    weeks = names("weekly") { $0.count == 8 && $0.contains("-W") && isDigits($0.prefix(4)) && isDigits($0.suffix(2)) }
    months = names("monthly") { Day("\($0)-01") != nil }
    years = names("yearly") { $0.count == 4 && isDigits($0[...]) }
  }

  /// Folders that hold a finished page.
  private static func reports(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("\($0)/index.html").path)
    }
  }
}
