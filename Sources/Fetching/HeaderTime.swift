import DuwangCore
import Foundation

/// Dates and delays in HTTP headers and certificates.
enum HeaderTime {
  /// Retry-After (RFC 9110 §10.2.3): seconds, or an HTTP date; seconds from `now`, at least 0. Nil when it is neither.
  static func retryAfter(_ text: String, now: Moment) -> Double? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if let seconds = Double(text), text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) {
      return min(seconds, 1e9)
    }
    return moment(text).map { max(0, $0.seconds - now.seconds) }
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`, its two obsolete forms (RFC 9110 §5.6.7), and OpenSSL's `Nov  6 08:49:37 1994 GMT`.
  static func moment(_ text: String) -> Moment? {
    var (day, month, year, clock): (Int?, Int?, Int?, Double?)
    for word in text.split(whereSeparator: { " ,-".contains($0) }) {
      if let index = months.firstIndex(of: word.prefix(3).lowercased()) {
        month = index + 1
      } else if word.contains(":") {
        clock = seconds(word)
      } else if let number = Int(word) {
        if day == nil {
          day = number
        } else {
          year = number < 70 ? 2000 + number : number < 100 ? 1900 + number : number
        }
      }
    }
    guard let year, let month, let day, let clock, let date = Day(year, month, day) else { return nil }
    return Moment(seconds: Double(date.number) * 86400 + clock)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func seconds(_ clock: Substring) -> Double? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]), (0..<61).contains(parts[2]) else {
      return nil
    }
    return Double(parts[0] * 3600 + parts[1] * 60 + parts[2])
  }
}
