import DuwangCore

/// Quantities in the words of the reports.
enum Words {
  /// `48,217`.
  static func count(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(Substring(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(Substring(digits), at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: ",")
  }

  /// Bytes in decimal units: `96.4 MB`.
  static func bytes(_ number: Int) -> String {
    switch number {
    case ..<1_000: "\(max(0, number)) B"
    case ..<1_000_000: "\(oneDecimal(Double(number) / 1e3)) kB"
    case ..<1_000_000_000: "\(oneDecimal(Double(number) / 1e6)) MB"
    default: "\(oneDecimal(Double(number) / 1e9)) GB"
    }
  }

  /// Seconds as `11分42秒`, `3.4秒` below ten.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "0秒" }
    if seconds < 10 { return "\(oneDecimal(seconds))秒" }
    let whole = Int(min(seconds, 1e9).rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return (hours > 0 ? "\(hours)小时" : "") + (hours > 0 || minutes > 0 ? "\(minutes)分" : "") + "\(rest)秒"
  }

  /// `8时5分`.
  static func clock(_ moment: Moment) -> String {
    let parts = moment.clock.split(separator: ":").map { Int($0) ?? 0 }
    return "\(parts[0])时\(parts[1])分"
  }

  static func weekday(_ day: Day) -> String { "星期" + ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1] }

  /// `96.7%`; `—` of nothing. Rounded down, so that 100.0% means all.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "—" }
    // Rounded, but what is not whole is never called 100.0%.
    let tenths = part < whole ? min(999, (part * 2000 + whole) / (2 * whole)) : 1000
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// `比上次多3项`, `与上次持平`.
  static func compared(_ now: Int, with before: Int, unit: String) -> String {
    switch now - before {
    case 0: "与上次持平"
    case let more where more > 0: "比上次多\(count(more))\(unit)"
    case let fewer: "比上次少\(count(-fewer))\(unit)"
    }
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
