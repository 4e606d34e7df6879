import HTMLTree

/// What the classes and ids around an element say by the general words of markup, computed once for a page.
struct MarkupHints {
  struct Words: OptionSet {
    let rawValue: UInt16
    static let title = Words(rawValue: 1)
    static let footer = Words(rawValue: 2)
    static let navigation = Words(rawValue: 4)
    static let path = Words(rawValue: 8)
    static let logo = Words(rawValue: 16)
    static let side = Words(rawValue: 32)
    static let related = Words(rawValue: 64)
    static let search = Words(rawValue: 128)
    static let header = Words(rawValue: 256)
    static let comment = Words(rawValue: 512)
    /// Not from a class: the element is `nav`, `footer`, `aside`, `header`, `select` or `button`.
    static let tagged = Words(rawValue: 1024)
    static let link = Words(rawValue: 2048)
  }

  /// Of the element itself.
  private(set) var own: [Words] = []
  /// Of the element and all around it.
  private(set) var around: [Words] = []
  /// How many elements around (itself included) carry a word of places that are rarely the page's own content.
  private(set) var asides: [UInt8] = []

  init() {}

  init(_ tree: Tree) {
    own = [Words](repeating: [], count: tree.count)
    around = own
    asides = [UInt8](repeating: 0, count: tree.count)
    var isContent = [Bool](repeating: false, count: tree.count)
    for i in 0..<tree.count {
      if tree[i].kind == .element { own[i] = MarkupHints.words(tree, i) }
      let parent = tree.parent(i)
      // The head and foot of an article or of the main area are no head and foot of the page.
      if parent >= 0, isContent[parent] {
        if tree.tag(i) == .header || tree.tag(i) == .footer { own[i].remove(.tagged) }
        own[i].subtract([.header, .footer])
      }
      isContent[i] = parent >= 0 && isContent[parent] || tree.tag(i) == .article || tree.tag(i) == .main
      around[i] = parent >= 0 ? around[parent].union(own[i]) : own[i]
      let before = parent >= 0 ? asides[parent] : 0
      asides[i] = own[i].isDisjoint(with: MarkupHints.aside) ? before : before &+ (before < 200 ? 1 : 0)
    }
  }

  static let aside: Words = [.footer, .navigation, .path, .side, .related, .header, .logo]

  private static func words(_ tree: Tree, _ i: Int) -> Words {
    var found: Words = []
    switch tree.tag(i) {
    case .nav, .footer, .aside, .header, .select, .button: found.insert(.tagged)
    case .a: found.insert(.link)
    case .body, .html: return []
    default: break
    }
    guard tree.hasAttributes(i) else { return found }
    if let name = tree.bytes(i, .class) { found.formUnion(words(name)) }
    if let name = tree.bytes(i, .id) { found.formUnion(words(name)) }
    return found
  }

  private static func words(_ name: ArraySlice<UInt8>) -> Words {
    var found: Words = []
    for i in name.indices {
      for (word, bytes) in table[Int(name[i] & 31)] where matches(name, i, bytes) && !isOfLayout(name, i) {
        found.insert(word)
      }
    }
    return found
  }

  /// `page-with-sidebar`, `has-sidebar`, `no-footer` say what a page is made of, and stand around all of it.
  private static func isOfLayout(_ name: ArraySlice<UInt8>, _ start: Int) -> Bool {
    guard start > name.startIndex, !isLetter(name[start - 1]) else { return false }
    let before = name[..<(start - 1)]
    let word = before[(before.lastIndex { !isLetter($0) }.map { $0 + 1 } ?? before.startIndex)...].map { $0 | 0x20 }
    return ["with", "has", "no", "without"].contains { word.elementsEqual($0.utf8) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private static func matches(_ name: ArraySlice<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
    guard start + word.count <= name.endIndex else { return false }
    for k in word.indices where name[start + k] | 0x20 != word[k] { return false }
    return true
  }

  /// By the first letter's number in the alphabet.
  private static let table: [[(Words, [UInt8])]] = {
    let words: [(Words, [String])] = [
      (.title, ["tit", "bt", "headline", "biaoti"]), (.footer, ["foot", "copyright"]), (.navigation, ["nav", "menu"]),
      (.path, ["crumb"]), (.logo, ["logo", "banner"]), (.side, ["side"]),
      (.related, ["relat", "recommend", "hot", "friend"]),
      (.search, ["search"]), (.header, ["header"]), (.comment, ["comment"]),
    ]
    var table = [[(Words, [UInt8])]](repeating: [], count: 32)
    for (word, names) in words {
      for name in names { table[Int(name.utf8.first ?? 0) & 31].append((word, Array(name.utf8))) }
    }
    return table
  }()
}
