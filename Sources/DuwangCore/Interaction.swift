/// One letter of a citizen as its row in the list tells it: dates and status alone, never its text.
package struct LetterDates: Sendable, Hashable, Codable {
  package var asked: Day
  package var answered: Day?
  /// Nil where the row does not say whether it was answered.
  package var isOpen: Bool?
  package init(asked: Day, answered: Day? = nil, isOpen: Bool? = nil) {
    (self.asked, self.answered, self.isOpen) = (asked, answered, isOpen)
  }
}

/// A column of letters and questions (县长信箱, 咨询, 投诉) as its list stood at one reading.
package struct LettersState: Sendable, Hashable, Codable {
  package var column: String
  package var unit: String
  package var name: String
  package var url: String?
  /// As written in Targets.yaml (`3mo`).
  package var within: String
  /// False where the machine could not read the list; nothing is said about its letters then.
  package var isRead: Bool
  package var reason: String?
  /// Rows with a date, in the order of the list.
  package var letters: [LetterDates]
  /// Rows without a date, which cannot be counted by time.
  package var undated: Int

  package init(
    column: String, unit: String, name: String, url: String?, within: String, isRead: Bool, reason: String? = nil,
    letters: [LetterDates] = [], undated: Int = 0
  ) {
    (self.column, self.unit, self.name, self.url) = (column, unit, name, url)
    (self.within, self.isRead, self.reason) = (within, isRead, reason)
    (self.letters, self.undated) = (letters, undated)
  }
}

/// The letters of a column within a period, in numbers.
package struct LettersCount: Sendable, Hashable, Codable {
  /// Dated within the period.
  package var received = 0
  /// Of those: answered, open, and those whose row does not say.
  package var answered = 0
  package var open = 0
  package var unknown = 0
  /// Open at the period's end whenever they came, and the date of the oldest.
  package var openInAll = 0
  package var oldestOpen: Day?
  /// Open for more than the period of answering.
  package var overdue = 0
  /// Days from asking to answering, over the answers that carry both dates.
  package var medianDays: Double?
  package init() {}

  /// Answered among those whose row says so or not, 0 to 1; nil where none does.
  package var answerRate: Double? {
    answered + open == 0 ? nil : Double(answered) / Double(answered + open)
  }
}

extension LettersState {
  /// Counts the letters that came from `start` to `end`, as they stood at the reading of `readOn`.
  package func count(from start: Day, through end: Day, readOn: Day) -> LettersCount {
    var count = LettersCount()
    let inside = letters.filter { (start...end).contains($0.asked) }
    count.received = inside.count
    count.answered = inside.count { $0.isOpen == false }
    count.open = inside.count { $0.isOpen == true }
    count.unknown = inside.count { $0.isOpen == nil }
    let open = letters.filter { $0.isOpen == true && $0.asked <= end }.map(\.asked)
    (count.openInAll, count.oldestOpen) = (open.count, open.min())
    if let period = Period(within) { count.overdue = open.count { period.after($0) < readOn } }
    let days = inside.compactMap { letter in letter.answered.map { $0 - letter.asked } }.filter { $0 >= 0 }.sorted()
    if !days.isEmpty { count.medianDays = Double(days[(days.count - 1) / 2] + days[days.count / 2]) / 2 }
    return count
  }
}
