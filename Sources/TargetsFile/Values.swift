import DuwangCore

/// The kinds of value of the file, each read strictly and with advice when it is wrong.
extension Fields {
  /// `15s` `30m` `2h` `10d` `2w` `6mo` `1y`.
  func period(_ key: String, allowsZero: Bool = false) -> Period? {
    text(key).flatMap { period($0, key, allowsZero: allowsZero) }
  }

  func period(_ located: Located, _ key: String, allowsZero: Bool = false) -> Period? {
    guard let period = Period(located.text) else {
      let hint = Fields.periodHint(located.text, key).map { "，此处可写“\($0)”" } ?? ""
      diagnostics.error(
        located.mark, "“\(key): \(located.text)”不是期限，应为数字加单位s、m、h、d、w、mo、y，如15s、10d、2w、6mo、1y\(hint)。")
      return nil
    }
    guard period.count > 0 || allowsZero else {
      diagnostics.error(located.mark, "“\(key)”的期限应大于零。")
      return nil
    }
    return period
  }

  func number(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let located = text(key) else { return nil }
    guard let value = Int(located.text) else {
      diagnostics.error(located.mark, "“\(key): \(located.text)”不是整数。")
      return nil
    }
    guard range.contains(value) else {
      diagnostics.error(located.mark, "“\(key)”应在\(range.lowerBound)至\(range.upperBound)之间。")
      return nil
    }
    return value
  }

  func flag(_ key: String) -> Bool? {
    guard let located = text(key) else { return nil }
    switch located.text.lowercased() {
    case "true", "on", "yes": return true
    case "false", "off", "no": return false
    default:
      diagnostics.error(located.mark, "“\(key): \(located.text)”不是开关值，应为true或false（on、off亦可）。")
      return nil
    }
  }

  func choice(_ key: String, _ choices: [String]) -> String? {
    guard let located = text(key) else { return nil }
    guard choices.contains(located.text) else {
      let near = Spelling.nearest(to: located.text, among: choices).map { "，是否应为“\($0)”" } ?? ""
      diagnostics.error(
        located.mark, "“\(key)”不能为“\(located.text)”\(near)；可选：\(choices.joined(separator: "、"))。")
      return nil
    }
    return located.text
  }

  /// `8/s` or `30/min` or `100/h`: requests a second.
  func rate(_ key: String) -> Double? {
    guard let located = text(key) else { return nil }
    let parts = located.text.split(separator: "/", omittingEmptySubsequences: false)
    let units: [String: Double] = ["s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600]
    guard parts.count == 2, let count = Double(parts[0].trimmed), let seconds = units[parts[1].trimmed],
      count.isFinite, count > 0, count / seconds <= 1000
    else {
      diagnostics.error(located.mark, "“\(key): \(located.text)”不是频率，应为每秒或每分钟的次数，如8/s、30/min。")
      return nil
    }
    return count / seconds
  }

  /// `20MB`, `512KB`, `1GB` or bytes: bytes, decimal units.
  func size(_ key: String) -> Int? {
    guard let located = text(key) else { return nil }
    let text = located.text.uppercased()
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let units: [String: Double] = [
      "": 1, "B": 1, "K": 1e3, "KB": 1e3, "M": 1e6, "MB": 1e6, "G": 1e9, "GB": 1e9, "KIB": 1024, "MIB": 1_048_576,
      "GIB": 1_073_741_824,
    ]
    guard let count = Double(digits), let unit = units[text.dropFirst(digits.count).trimmed],
      (1...1e11).contains(count * unit)
    else {
      diagnostics.error(located.mark, "“\(key): \(located.text)”不是大小，应为数字加单位，如20MB、512KB。")
      return nil
    }
    return Int(count * unit)
  }

  func day(_ key: String) -> Day? {
    guard let located = text(key) else { return nil }
    guard let day = Day(located.text) else {
      diagnostics.error(located.mark, "“\(key): \(located.text)”不是日期，应写作2030-01-01。")
      return nil
    }
    return day
  }

  /// The name of an environment variable, never its value.
  func variable(_ key: String) -> String? { text(key).flatMap { variable($0, key) } }

  func variable(_ located: Located, _ key: String) -> String? {
    guard located.text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil else {
      diagnostics.error(
        located.mark, "“\(key)”应写环境变量的名称（字母、数字和下划线），不写其内容；密码、地址等请放在环境变量中。")
      return nil
    }
    return located.text
  }

  /// `10天`, `2周`, `半年` and the like as the file wants them.
  private static func periodHint(_ text: String, _ key: String) -> String? {
    let table: [(String, String)] = [
      ("个工作日", "d"), ("工作日", "d"), ("天", "d"), ("日", "d"), ("周", "w"), ("星期", "w"), ("个月", "mo"), ("月", "mo"),
      ("年", "y"), ("小时", "h"), ("分钟", "m"), ("秒", "s"), ("days", "d"), ("day", "d"), ("weeks", "w"), ("week", "w"),
      ("months", "mo"), ("month", "mo"), ("years", "y"), ("year", "y"), ("hours", "h"), ("min", "m"), ("sec", "s"),
      ("M", "mo"), ("D", "d"), ("W", "w"), ("Y", "y"), ("", ["timeout", "recheck_after"].contains(key) ? "s" : "d"),
    ]
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return text == "半年" ? "6mo" : nil }
    let unit = text.dropFirst(digits.count).trimmed
    return table.first { $0.0 == unit }.map { "\(digits)\($0.1)" }
  }
}
