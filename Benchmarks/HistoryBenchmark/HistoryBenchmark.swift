import Foundation

/// Measures the difference of texts and the growth of a history.
@main
enum HistoryBenchmark {
  /// No argument: the difference of two long texts. `year [PAGES] [DAYS] [SHARE]`: a history of so many pages of which a
  /// share (0…1, default 0.05) changes every day. `reports FOLDER [PAGES] [DAYS]`: writes a history of daily read-checks
  /// to `FOLDER`, for `duwang read weekly` to be measured on.
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    func number(_ standard: Int) -> Int { arguments.popFirst().flatMap { Int($0) } ?? standard }
    switch arguments.popFirst() {
    case "year":
      let (pages, days) = (number(2_000), number(365))
      let share = arguments.popFirst().flatMap { Double($0) } ?? 0.05
      try GrowthFigures(pages: pages, days: days, share: share).measure()
    case "reports":
      guard let folder = arguments.popFirst() else { throw CocoaError(.fileNoSuchFile) }
      try DailyYear(folder: folder, pages: number(20_000), days: number(365)).make()
    default: DiffFigures.measure()
    }
  }
}
