import DuwangCore

/// The columns of letters as one reading saw them, kept in the daily report so that any period can be counted from it.
enum InteractionOfDay {
  static func make(_ targets: Targets, reading: SiteReading, columns: [ColumnState]) -> [LettersState] {
    let readings = Dictionary(reading.columns.map { ($0.column, $0) }) { first, _ in first }
    let states = Dictionary(columns.map { ($0.id, $0) }) { first, _ in first }
    return targets.columns.compactMap { column in
      guard case .reply(let within) = column.policy, let state = states[column.id], state.status != .exempt else {
        return nil
      }
      let rows = readings[column.id]?.entries ?? []
      let dated = rows.compactMap(dates)
      return LettersState(
        column: column.id, unit: column.unit, name: column.name, url: state.url, within: within.description,
        isRead: [.fresh, .stale, .empty].contains(state.status), reason: state.reason, letters: dated,
        undated: rows.count - dated.count)
    }
  }

  /// Nil where the row has no date.
  private static func dates(_ row: ListEntry) -> LetterDates? {
    guard let asked = row.letter?.asked ?? row.date else { return nil }
    let answered = row.letter?.answered
    if row.isUnanswered || row.letter?.isOpen ?? false { return LetterDates(asked: asked, isOpen: true) }
    let isAnswered = answered != nil || row.letter?.state == .answered
    return LetterDates(asked: asked, answered: answered, isOpen: isAnswered ? false : nil)
  }
}

/// Dates of the items that a home page shows itself or leads to.
struct HomeItems {
  private let pages: [String: PageReading]
  private let reading: SiteReading
  private let today: Day

  init(_ reading: SiteReading, today: Day) {
    pages = Dictionary(reading.pages.map { ($0.url, $0) }) { first, _ in first }
    (self.reading, self.today) = (reading, today)
  }

  /// Newest first. The rows of the home page where it dates them, else the articles that it links to; dates later than
  /// tomorrow are not trusted.
  func days(of site: SiteReach) -> [Day] {
    let homes: Set<String> = [site.url, WebAddress(site.url)?.description ?? site.url]
    // The home page is read first, so whatever it links to was first met there.
    let linked = reading.links.filter { homes.contains($0.page) && !$0.isExternal && $0.kind == .page }
      .compactMap { pages[$0.url] }.filter { $0.kind == .article }.compactMap(\.publishedAt)
    let days = linked.count > site.homeDates.count ? linked : site.homeDates
    return days.filter { $0 <= today.addingDays(1) }.sorted(by: >)
  }
}
