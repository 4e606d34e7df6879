/// Numbers, marks between them and times of day: what dates are made of.
extension DateScanner {
  typealias Number = (value: Int, digits: Int, end: Int)

  func number(_ start: Int) -> Number? {
    var (i, value, digits) = (start, 0, 0)
    while let (d, size) = digit(i) {
      if digits < 9 { value = value * 10 + d }
      digits += 1
      i += size
    }
    return digits == 0 ? nil : (value, digits, i)
  }

  /// An ASCII or full-width digit.
  func digit(_ i: Int) -> (Int, Int)? {
    guard i < text.count else { return nil }
    if text[i] >= 0x30 && text[i] <= 0x39 { return (Int(text[i]) - 0x30, 1) }
    if text[i] == 0xef, i + 2 < text.count, text[i + 1] == 0xbc, text[i + 2] >= 0x90, text[i + 2] <= 0x99 {
      return (Int(text[i + 2]) - 0x90, 3)
    }
    return nil
  }

  func isDigit(_ i: Int) -> Bool { digit(i) != nil }
  func isLetter(_ i: Int) -> Bool { i < text.count && (text[i] | 0x20) >= 0x61 && (text[i] | 0x20) <= 0x7a }

  /// Part of a longer token: `t20210609`, `post_286`, `3.2021`.
  func isGlued(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = text[start - 1]
    if before == 0x5f || isLetter(start - 1) { return true }
    return [0x2d, 0x2e, 0x2f].contains(before) && start > 1 && (isDigit(start - 2) || isLetter(start - 2))
  }

  // MARK: Marks between the parts

  enum Mark: Hashable {
    case dash, slash, dot, yearSign, monthSign, daySign
    static let afterYear: Set<Mark> = [.dash, .slash, .dot, .yearSign]
  }

  /// Blanks and inline boundaries, at most six.
  func skip(_ start: Int) -> Int {
    var (i, steps) = (start, 0)
    while i < text.count, steps < 6 {
      if text[i] == 0x20 || text[i] == 0x1e || text[i] == 0x0a || text[i] == 0x0d || text[i] == 0x09 {
        i += 1
      } else if text[i] == 0xc2, i + 1 < text.count, text[i + 1] == 0xa0 {
        i += 2
      } else {
        break
      }
      steps += 1
    }
    return i
  }

  func sign(_ start: Int) -> Mark? { mark(skip(start))?.0 }

  func mark(_ i: Int) -> (Mark, Int)? {
    guard i < text.count else { return nil }
    switch text[i] {
    case 0x2d: return (.dash, 1)
    case 0x2f: return (.slash, 1)
    case 0x2e: return (.dot, 1)
    case 0xe2, 0xe5, 0xe6, 0xef:
      guard i + 2 < text.count else { return nil }
      return Self.wideMarks[UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])].map { ($0, 3) }
    default: return nil
    }
  }

  /// 年 月 日 号 and the full-width or typographic forms of - / .
  static let wideMarks: [UInt32: Mark] = [
    0xe5b9b4: .yearSign, 0xe69c88: .monthSign, 0xe697a5: .daySign, 0xe58fb7: .daySign, 0xefbc8d: .dash,
    0xe28093: .dash, 0xe28094: .dash, 0xe28090: .dash, 0xefbc8f: .slash, 0xefbc8e: .dot,
  ]

  /// One of `marks`, then a number; `isLast` takes 日 or 号 after it.
  func part(after start: Int, marks: Set<Mark>, isLast: Bool = false) -> (Mark, Number, Int)? {
    guard let (mark, size) = mark(skip(start)), marks.contains(mark), let n = number(skip(skip(start) + size)) else {
      return nil
    }
    if isLast, let (sign, size) = self.mark(skip(n.end)), sign == .daySign { return (mark, n, skip(n.end) + size) }
    return (mark, n, n.end)
  }

  /// Goes over ` 09:52`, `T09:52:00`, `09:52:00.0`.
  func time(after end: Int) -> Int {
    var i = skip(end)
    if i < text.count, text[i] == 0x54, i == end { i += 1 }
    guard i > end || isDigit(i), let hour = number(i), hour.digits <= 2, hour.value < 25, colon(hour.end) > 0 else {
      return end
    }
    var last = hour
    while colon(last.end) > 0, let next = number(last.end + colon(last.end)), next.digits == 2 { last = next }
    guard last.end > hour.end else { return end }
    if last.end + 1 < text.count, text[last.end] == 0x2e, isDigit(last.end + 1) {
      return number(last.end + 1)?.end ?? last.end
    }
    return last.end
  }

  func colon(_ i: Int) -> Int {
    guard i < text.count else { return 0 }
    if text[i] == 0x3a { return 1 }
    return i + 2 < text.count && text[i] == 0xef && text[i + 1] == 0xbc && text[i + 2] == 0x9a ? 3 : 0
  }
}
