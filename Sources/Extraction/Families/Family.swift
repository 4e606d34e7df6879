import DuwangCore
import HTMLTree

/// One content management system: how it is recognised and what of its list is not in the page's plain markup.
protocol Family {
  /// As reported in `cms`.
  static var name: String { get }
  /// What the sources of its pages hold; each is proof enough unless `fits` asks for more.
  static var fingerprints: [String] { get }
  static func fits(_ signs: FamilySigns) -> Bool
  /// Rows that stand in islands of the page, and where further rows are fetched.
  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings
}

extension Family {
  static func fits(_ signs: FamilySigns) -> Bool { signs.hasAny(fingerprints) }
  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings { FamilyFindings() }
}

/// What a family adds to the generic reader.
struct FamilyFindings {
  /// Markup of rows that stands in scripts; nil when the page has no such island.
  var island: [UInt8]?
  var sources: [ListSource] = []
  var nextPage: String?
  /// The page does not show the request itself: asked only where its markup shows no rows.
  var isGuess = false
}

/// The source of a page, searched for fingerprints.
struct FamilySigns {
  let source: [UInt8]
  let address: WebAddress
  /// One flag a fingerprint of all families.
  private let standing: [Bool]

  init(source: [UInt8], address: WebAddress) {
    (self.source, self.address) = (source, address)
    standing = FamilySigns.finder.standing(in: source[...])
  }

  func has(_ word: String) -> Bool {
    FamilySigns.places[word].map { standing[$0] } ?? Bytes.contains(source[...], word)
  }

  func hasAny(_ words: [String]) -> Bool { words.contains(where: has) }

  private static let fingerprints = Families.all.flatMap { $0.fingerprints }
  private static let finder = WordFinder(fingerprints)
  private static let places = Dictionary(zip(fingerprints, fingerprints.indices)) { first, _ in first }

  /// The quoted or bare value that follows `key` and `:` or `=` in a script.
  func value(_ key: String) -> String? {
    var from = 0
    while let at = Bytes.find(source[...], key, from: from) {
      from = at + key.utf8.count
      var i = from
      while i < source.count, source[i] <= 0x20 || source[i] == 0x22 || source[i] == 0x27 { i += 1 }
      guard i < source.count, source[i] == 0x3a || source[i] == 0x3d else { continue }
      i += 1
      while i < source.count, source[i] <= 0x20 { i += 1 }
      guard i < source.count else { return nil }
      let quote = source[i] == 0x22 || source[i] == 0x27 ? source[i] : 0
      let start = quote == 0 ? i : i + 1
      let stop = source[start...].prefix(300).firstIndex {
        quote == 0 ? $0 <= 0x20 || ",;})&\"'".utf8.contains($0) : $0 == quote
      }
      guard let stop else { continue }
      let value = String(decoding: source[start..<stop], as: UTF8.self)
      if !value.isEmpty, quote != 0 || value.first?.isNumber == true { return value }
    }
    return nil
  }
}

/// All families; the first that fits gives the name.
enum Families {
  static var all: [any Family.Type] {
    [
      Jpaas.self, Hanweb.self, Gkmlpt.self, Ucap.self, Epoint.self, Vsb.self, Webplus.self, Trs.self, Truecms.self,
      PublicSite.self, Dede.self, Empire.self, PowerEasy.self, AspNet.self,
    ]
  }

  static func of(_ signs: FamilySigns) -> (any Family.Type)? { all.first { $0.fits(signs) } }
}

/// Percent-encoding of one value in a query (RFC 3986 unreserved characters stay).
enum QueryValue {
  static func encode(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
      if isLetter || byte >= 0x30 && byte <= 0x39 || "-._~".utf8.contains(byte) {
        out.append(byte)
      } else {
        out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
