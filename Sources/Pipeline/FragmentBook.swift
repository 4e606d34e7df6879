import DuwangCore
import Planning

/// Links to a place within a page, and the places that the pages read have. Places are kept as hashes, a few hundred
/// bytes a page.
struct FragmentBook {
  private struct Want {
    var link: Link
    var page: String
    var depth: Int
    var pages = 1
  }
  private var wanted: [UInt64: [String: Want]] = [:]
  private var places: [UInt64: Set<UInt64>] = [:]
  private var wantedCount = 0

  /// Takes the links of one page that name a place within a page.
  mutating func note(_ links: [Link], on page: String, depth: Int) {
    var onThisPage: Set<String> = []
    for link in links where link.kind == .page && !link.isMalformed {
      guard let fragment = link.fragment, FragmentBook.isPlace(fragment),
        let key = CanonicalAddress.key(of: link.url), onThisPage.insert("\(key)#\(fragment)").inserted
      else { continue }
      note(Want(link: link, page: page, depth: depth), fragment, key)
    }
  }

  private mutating func note(_ want: Want, _ fragment: String, _ key: UInt64) {
    guard var known = wanted[key]?[fragment] else {
      guard wantedCount < FragmentBook.mostWanted else { return }
      wantedCount += 1
      wanted[key, default: [:]][fragment] = want
      return
    }
    known.pages += 1
    if (want.depth, want.page) < (known.depth, known.page) {
      (known.link, known.page, known.depth) = (want.link, want.page, want.depth)
    }
    wanted[key]?[fragment] = known
  }

  /// Remembers the places of a page. Pages that a script fills get theirs later, and tell nothing.
  mutating func read(_ page: Page, asked: String) {
    switch page.unreadable {
    case .challenge, .wall, .scriptShell, .noBrowser, .notHTML: return
    case .noList, .imageOnly, .blank, nil: break
    }
    guard page.anchors.count <= FragmentBook.mostPlaces else { return }
    var hashes = Set(page.anchors.map { StableHash.of($0.percentDecoded) })
    if page.isQuirky == true { hashes.formUnion(page.anchors.map { FragmentBook.caseless($0.percentDecoded) }) }
    for key in Set([asked, page.url].compactMap { CanonicalAddress.key(of: $0) }) { places[key] = hashes }
  }

  /// Places that are missing, and those whose page was not read; in the order of their addresses. Links of many pages to
  /// a place of their own page come from one template and are one.
  func readings(at moment: Moment) -> [LinkReading] {
    var found: [LinkReading] = []
    var ofTemplates: [String: LinkReading] = [:]
    for (key, fragments) in wanted {
      let has = places[key]
      for (fragment, want) in fragments where !FragmentBook.stands(fragment, among: has) {
        let reading = FragmentBook.reading(want, fragment, isMissing: has != nil, at: moment)
        guard has != nil, want.link.url == want.page else {
          found.append(reading)
          continue
        }
        let name = "\(WebAddress(want.page)?.authority ?? "")#\(fragment)"
        ofTemplates[name] = ofTemplates[name].map { FragmentBook.joined($0, reading) } ?? reading
      }
    }
    return (found + ofTemplates.values).sorted { $0.url < $1.url }
  }

  private static func joined(_ one: LinkReading, _ other: LinkReading) -> LinkReading {
    var first = one.page < other.page ? one : other
    first.pages = one.pages + other.pages
    return first
  }

  private static func reading(_ want: Want, _ fragment: String, isMissing: Bool, at moment: Moment) -> LinkReading {
    var reading = LinkReading(
      url: "\(want.link.url)#\(fragment)", kind: .page, isExternal: false, status: isMissing ? .broken : .skipped,
      page: want.page, checkedAt: moment)
    (reading.text, reading.line, reading.pages) = (want.link.text, want.link.line, want.pages)
    // Scripts may make places that the markup does not have.
    reading.confidence = .suspected
    reading.reason = isMissing ? "页面中没有名为“\(fragment)”的位置" : "所在页面未能读取，未核对页内位置"
    return reading
  }

  private static func stands(_ fragment: String, among places: Set<UInt64>?) -> Bool {
    guard let places else { return false }
    return places.contains(StableHash.of(fragment)) || places.contains(caseless(fragment))
  }

  /// No place can have a line feed before its name.
  private static func caseless(_ place: String) -> UInt64 { StableHash.of("\n" + place.lowercased()) }

  /// The top of a page, states of scripts (`#/news`, `#!a`, `#page=3`), text searches and the usual names for "nothing"
  /// are no places.
  private static func isPlace(_ fragment: String) -> Bool {
    let plain = fragment.lowercased()
    return !plain.isEmpty && !noPlaces.contains(plain) && !plain.contains { "/!=?&#".contains($0) }
      && !plain.hasPrefix(":~:") && !plain.hasPrefix("javascript:")
  }

  private static let noPlaces: Set<String> = ["top", "none", "nogo", "this", "void", "nolink", "null", "self", "_"]
  private static let mostWanted = 100_000
  private static let mostPlaces = 20_000
}
