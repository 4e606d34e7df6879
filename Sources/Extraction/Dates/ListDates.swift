import DuwangCore
import HTMLTree

/// The dates of a list page: those of its rows, and all others with why they are none.
struct ListDates {
  let scene: PageScene
  let list: ListResult

  /// Dates of rows first, newest first; then the others in page order.
  func candidates() -> [DateCandidate] {
    let rows = Set(list.rows.compactMap(\.date))
    let spans = list.rows.map { row in
      scene.tree.textRange(row.nodes.lowerBound).lowerBound..<scene.tree.textRange(row.nodes.upperBound - 1).upperBound
    }
    var (chosen, others) = ([DateCandidate](), [DateCandidate]())
    for (row, entry) in zip(list.rows, list.entries) {
      if let day = entry.date {
        let text = row.date.map { scene.text(before: scene.dates[$0]) } ?? entry.title
        chosen.append(DateCandidate(day, source: row.date == nil ? "script" : "list-row", text: text))
      } else if let day = entry.dayInAddress {
        chosen.append(DateCandidate(day, source: "url", text: entry.url ?? ""))
      }
    }
    for (index, date) in scene.dates.enumerated() where !rows.contains(index) {
      guard let day = date.full else { continue }
      let isInRow = spans.contains { $0.contains(date.start) }
      let why =
        day > scene.today
        ? "future" : scene.contexts[index].label ?? (isInRow ? "not the row's date" : "outside the list")
      others.append(
        DateCandidate(
          day, source: scene.contexts[index].role == .other ? "document-date" : "text", text: scene.text(before: date),
          rejected: why))
    }
    return chosen.sorted { $0.day > $1.day } + others
  }
}
