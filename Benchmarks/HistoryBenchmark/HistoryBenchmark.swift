import Foundation

/// Measures the difference of texts and the growth of a history.
@main
enum HistoryBenchmark {
  /// No argument: the difference of two long texts. `year [PAGES] [DAYS] [SHARE]`: a history of so many pages of which a
  /// share (0…1, default 0.05) changes every day.
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    guard arguments.popFirst() == "year" else { return DiffFigures.measure() }
    let pages = arguments.popFirst().flatMap { Int($0) } ?? 2_000
    let days = arguments.popFirst().flatMap { Int($0) } ?? 365
    let share = arguments.popFirst().flatMap { Double($0) } ?? 0.05
    try GrowthFigures(pages: pages, days: days, share: share).measure()
  }
}
