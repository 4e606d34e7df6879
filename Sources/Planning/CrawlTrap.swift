import DuwangCore

/// A shape of addresses that can go on for ever, with how many of one pattern are read before it is left.
struct CrawlTrap {
  enum Kind: String {
    case repeatedPath = "repeated_path"
    case calendar
    case datedPath = "dated_path"
    case growingParameters = "growing_parameters"
    case sessionIDs = "session_ids"
    case views
    case queryPattern = "query_pattern"

    /// Addresses of one pattern.
    var budget: Int {
      switch self {
      case .repeatedPath: 20
      case .calendar: 60
      // More than a year of days: a calendar goes on for ever, an archive by day or month does not.
      case .datedPath: 400
      case .growingParameters, .sessionIDs, .views: 50
      case .queryPattern: 2000
      }
    }

    /// Read last, and no loss when cut.
    var isSuspicious: Bool { self != .queryPattern }
  }
  let kind: Kind
  let pattern: UInt64

  /// Nil for an address without a query whose path has no suspicious shape.
  init?(_ address: WebAddress) {
    let segments = address.path.split(separator: "/")
    if CrawlTrap.repeats(segments) {
      (kind, pattern) = (.repeatedPath, StableHash.of("\(address.authority)/\(segments.first ?? "")"))
      return
    }
    let pairs = CanonicalAddress.pairs(of: address.query ?? "")
    let names = pairs.map(CanonicalAddress.name(of:))
    guard let kind = CrawlTrap.kind(of: address, segments: segments, pairs: pairs, names: names) else { return nil }
    self.kind = kind
    // Growing parameters change the set of names, so their pattern is the path alone.
    let set = kind == .growingParameters ? [] : Set(names).sorted()
    let path =
      [.calendar, .datedPath].contains(kind)
      ? CrawlTrap.shape(address.path) : CrawlTrap.shape(address.path, keepShort: true)
    pattern = StableHash.of("\(kind.rawValue) \(address.authority)\(path)?\(set.joined(separator: "&"))")
  }

  private static func kind(
    of address: WebAddress, segments: [Substring], pairs: [Substring], names: [String]
  ) -> Kind? {
    let words = segments.map { $0.lowercased() }
    if words.contains(where: { word in calendarWords.contains { word.contains($0) } }), hasNumber(address) {
      return .calendar
    }
    guard !pairs.isEmpty else { return endsInDate(segments) ? .datedPath : nil }
    if isGrowing(address, pairs: pairs, names: names) { return .growingParameters }
    if names.contains(where: { name in ["session", "token", "ticket", "nonce"].contains { name.contains($0) } }) {
      return .sessionIDs
    }
    if names.contains(where: calendarNames.contains) { return .calendar }
    if names.contains(where: viewNames.contains) || pairs.contains(where: { $0.lowercased().hasSuffix("=print") }) {
      return .views
    }
    return .queryPattern
  }

  /// The same run of segments three times on end (`/a/b/a/b/a/b`), one name four times, or more than 16 levels.
  private static func repeats(_ segments: [Substring]) -> Bool {
    guard segments.count >= 3 else { return false }
    if segments.count > 16 { return true }
    for length in 1...(segments.count / 3) {
      for start in 0...(segments.count - 3 * length) {
        let run = segments[start..<start + length]
        guard run.contains(where: { !$0.allSatisfy(\.isNumber) }) else { continue }
        if run.elementsEqual(segments[start + length..<start + 2 * length]),
          run.elementsEqual(segments[start + 2 * length..<start + 3 * length])
        {
          return true
        }
      }
    }
    let counts = Dictionary(segments.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.contains { $0.value >= 4 && !$0.key.allSatisfy(\.isNumber) }
  }

  private static func isGrowing(_ address: WebAddress, pairs: [Substring], names: [String]) -> Bool {
    if pairs.count > 10 || (address.query?.utf8.count ?? 0) > 800 { return true }
    if Set(names).count <= names.count - 2 { return true }
    // An address inside a parameter: a page that hands itself on to the next.
    return pairs.contains { $0.lowercased().contains("=http%3a%2f%2f") || $0.lowercased().contains("=http://") }
  }

  /// Nothing but a month or a day at the end (`/2021/05/`, `/2021-05-01.html`): the page of a calendar, no article's.
  private static func endsInDate(_ segments: [Substring]) -> Bool {
    guard let last = segments.last else { return false }
    let own = segments.dropLast(last.hasPrefix("index.") ? 1 : 0).suffix(3)
    var numbers: [Substring] = []
    for segment in own {
      let parts = segment.prefix { $0 != "." }.split(separator: "-")
      if parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }) { numbers += parts } else { numbers = [] }
    }
    guard let year = numbers.firstIndex(where: { $0.utf8.count == 4 }), 1...2 ~= numbers.count - 1 - year else {
      return false
    }
    return numbers[(year + 1)...].allSatisfy { Int($0).map { 1...31 ~= $0 } ?? false }
  }

  private static func hasNumber(_ address: WebAddress) -> Bool { address.pathAndQuery.contains(where: \.isNumber) }

  /// Digits become one `N`; with `keepShort` up to three digits stay, because they tell columns apart.
  private static func shape(_ path: String, keepShort: Bool = false) -> String {
    var (out, digits) = ("", "")
    func flush(_ digits: String) -> String { keepShort && digits.count <= 3 ? digits : digits.isEmpty ? "" : "N" }
    for character in path {
      if character.isNumber {
        digits.append(character)
      } else {
        out += flush(digits)
        digits = ""
        out.append(character)
      }
    }
    return out + flush(digits)
  }

  private static let calendarWords = ["calendar", "rili"]
  private static let calendarNames: Set<String> = [
    "year", "month", "day", "date", "ym", "ymd", "yearmonth", "week", "startdate", "enddate", "begindate", "calendar",
    "cal",
  ]
  private static let viewNames: Set<String> = [
    "sort", "sortby", "order", "orderby", "sortfield", "sorttype", "asc", "desc", "print", "printable", "view", "style",
    "fontsize", "lang", "filter", "pagesize", "perpage", "replytocom", "share",
  ]
}
