import DuwangCore

/// A date as it stands in a text.
struct FoundDate: Sendable, Hashable {
  /// What is written: all of it, month and day, or year and month.
  enum Form: Sendable { case full, short, monthDay, yearMonth, digits }
  var form: Form
  /// 0 when not written.
  var year: Int
  var month: Int
  /// 0 when not written.
  var day: Int
  /// Bytes of the text, a time of day that follows included.
  var start: Int
  var end: Int

  /// Nil when the year or the day is not written.
  var full: Day? { Day(year, month, day) }
}

/// Finds dates in UTF-8 text: `2021-06-09`, `2026/07/31`, `2020.12.21`, `2021年02月05日`, `20-12-06`, `20210609`, `06-09`,
/// `09/06月`, `6月9日`, `2021-06`, `二〇二一年六月九日`, `民國110年6月9日`, full-width digits; numbers that are no date are passed over.
struct DateScanner {
  let text: UnsafeBufferPointer<UInt8>
  var found: [FoundDate] = []
  /// Indices into `found` of dates that may be day and month the other way round, read as if the month stood first.
  var unsure: [Int] = []
  /// Of dates such as `03/25/2019`, by the first that leaves no doubt.
  var isMonthFirst: Bool?

  static func scan(_ text: [UInt8]) -> [FoundDate] {
    text.withUnsafeBufferPointer { buffer in
      var scanner = DateScanner(text: buffer)
      scanner.run()
      scanner.settle()
      return scanner.found
    }
  }

  static func scan(_ text: ArraySlice<UInt8>) -> [FoundDate] { scan(Array(text)) }
  static func scan(_ text: String) -> [FoundDate] { scan(Array(text.utf8)) }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private mutating func run() {
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte >= 0x30 && byte <= 0x39 || byte == 0xef && digit(i) != nil {
        i = numeric(at: i)
      } else if byte >= 0xe3 && byte <= 0xe9 {
        i = chinese(at: i)
      } else {
        i += 1
      }
    }
  }

  private mutating func settle() {
    for i in unsure.reversed() {
      switch isMonthFirst {
      case true?: break
      case false?: (found[i].month, found[i].day) = (found[i].day, found[i].month)
      case nil: found.remove(at: i)
      }
    }
  }
}
