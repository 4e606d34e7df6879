/// One published item (一条信息) as a column lists it.
package struct PublishedItem: Sendable, Hashable {
  /// Nil where the row has no address.
  package var url: String?
  package var unit: String
  package var column: String
  package var category: String
  package var title: String
  /// Publication date; nil where neither the row nor the article gives one.
  package var date: Day?
  package init(url: String?, unit: String, column: String, category: String, title: String, date: Day?) {
    (self.url, self.unit, self.column, self.category) = (url, unit, column, category)
    (self.title, self.date) = (title, date)
  }

  /// An item is counted once by its address; a row without one by its column, title and date.
  package var key: String { url ?? "\(column)\n\(title)\n\(date?.description ?? "")" }
}

/// How many items of a column were published in a month.
package struct ItemCount: Sendable, Hashable {
  package var unit: String
  package var column: String
  package var category: String
  /// `2018-12`.
  package var month: String
  package var items: Int
  package init(unit: String, column: String, category: String, month: String, items: Int) {
    (self.unit, self.column, self.category, self.month, self.items) = (unit, column, category, month, items)
  }
}

/// Items counted by publication date, and those that no date lets count.
package struct ItemCounts: Sendable, Hashable {
  package var counts: [ItemCount]
  /// Without a date, and dated later than the last day asked for; of all that is known.
  package var undated: Int
  package var later: Int
  package init(counts: [ItemCount] = [], undated: Int = 0, later: Int = 0) {
    (self.counts, self.undated, self.later) = (counts, undated, later)
  }
}

/// The little of a daily read-check that trends are made of; reads from its JSON without the rest.
package struct DayRecord: Sendable, Hashable, Codable {
  package var period: Report.Span
  package var complete: Bool
  package var flow: Report.Flow
  package init(_ report: Report) { (period, complete, flow) = (report.period, report.complete, report.flow) }
  package var day: Day { period.start.day }
}
