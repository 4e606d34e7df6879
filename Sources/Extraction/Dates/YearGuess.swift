import DuwangCore

/// Gives month-and-day dates their year: from the row's address, else from neighbours and the day of reading.
struct YearGuess {
  let today: Day
  /// Address of the page that lists the entries.
  let page: String

  /// `months[i]` is the date without year of entry i, nil where it has none.
  func complete(_ entries: inout [ListEntry], months: [FoundDate?]) {
    // A folder that the list itself stands in is no year of its rows.
    let pageYear = AddressDate.year(page)
    var ceiling = today
    for i in entries.indices {
      guard let found = months[i] else {
        if let date = entries[i].date, date < ceiling { ceiling = date }
        continue
      }
      if let inAddress = entries[i].url.flatMap(AddressDate.find),
        inAddress.month == found.month || inAddress.day == nil
      {
        entries[i].date = Day(inAddress.year, found.month, found.day)
        if let date = entries[i].date, date > today { entries[i].date = latest(found, notAfter: today) }
      } else if let year = entries[i].url.flatMap(AddressDate.year), year != pageYear,
        let date = Day(year, found.month, found.day),
        date <= today
      {
        entries[i].date = date
      } else {
        entries[i].date = latest(found, notAfter: ceiling.addingDays(31) < today ? ceiling.addingDays(31) : today)
      }
      if let date = entries[i].date, !entries[i].isPinned { ceiling = min(ceiling, date) }
    }
  }

  /// The last such day that is not after `limit`.
  private func latest(_ found: FoundDate, notAfter limit: Day) -> Day? {
    [limit.year, limit.year - 1, limit.year - 2, limit.year - 3, limit.year - 4].lazy
      .compactMap { Day($0, found.month, found.day) }.first { $0 <= limit }
  }
}

/// Dates inside addresses: `/t20181220_123`, `/2018/12/20/`, `/20181220/`, `/2018-12-20/`, `/201812/`.
enum AddressDate {
  struct Found: Hashable {
    var year: Int
    var month: Int
    var day: Int?
    var full: Day? { day.flatMap { Day(year, month, $0) } }
  }

  /// The year that is the file's folder (`/2021/812.html`), 1995 or later.
  static func year(_ url: String) -> Int? {
    let folder = url.prefix { $0 != "?" }.split(separator: "/").dropFirst(2).dropLast().last ?? ""
    guard folder.utf8.count == 4, folder.utf8.allSatisfy(isDigit), let year = Int(folder) else { return nil }
    return (1995...2099).contains(year) ? year : nil
  }

  static func find(_ url: String) -> Found? {
    let path = Array(url.utf8.prefix { $0 != 0x3f })
    var best: Found?
    var i = 0
    while i < path.count {
      guard isDigit(path[i]), i == 0 || !isDigit(path[i - 1]) else {
        i += 1
        continue
      }
      let end = (i..<path.count).first { !isDigit(path[$0]) } ?? path.count
      if let found = read(path, i, end) {
        if found.day != nil { return found }
        best = best ?? found
      }
      i = end
    }
    return best
  }

  private static func read(_ path: [UInt8], _ start: Int, _ end: Int) -> Found? {
    let before = start > 0 ? path[start - 1] : 0x2f
    guard [0x2f, 0x74, 0x5f, 0x2d].contains(before) else { return nil }
    let n = number(path, start, end)
    switch end - start {
    case 8: return found(n / 10000, n / 100 % 100, n % 100)
    case 14, 17:
      return found(
        number(path, start, start + 4), number(path, start + 4, start + 6), number(path, start + 6, start + 8))
    case 6: return found(n / 100, n % 100, nil)
    case 4:
      guard end < path.count, path[end] == 0x2f || path[end] == 0x2d else { return nil }
      let monthEnd = (end + 1..<path.count).first { !isDigit(path[$0]) } ?? path.count
      guard (1...2).contains(monthEnd - end - 1) || monthEnd - end - 1 == 4 else { return nil }
      let month = number(path, end + 1, monthEnd)
      if monthEnd - end - 1 == 4 { return found(n, month / 100, month % 100) }
      guard monthEnd < path.count, path[monthEnd] == path[end] else { return found(n, month, nil) }
      let dayEnd = (monthEnd + 1..<path.count).first { !isDigit(path[$0]) } ?? path.count
      guard (1...2).contains(dayEnd - monthEnd - 1) else { return found(n, month, nil) }
      return found(n, month, number(path, monthEnd + 1, dayEnd)) ?? found(n, month, nil)
    default: return nil
    }
  }

  private static func found(_ year: Int, _ month: Int, _ day: Int?) -> Found? {
    guard (1995...2099).contains(year), (1...12).contains(month) else { return nil }
    if let day, Day(year, month, day) == nil { return nil }
    return Found(year: year, month: month, day: day)
  }

  private static func number(_ path: [UInt8], _ start: Int, _ end: Int) -> Int {
    path[start..<min(end, start + 9)].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
