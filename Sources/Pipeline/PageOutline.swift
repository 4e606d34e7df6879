import Checks
import DuwangCore
import Foundation

/// What the loop wants of a page beyond its source: what it is, where it leads, what was found on it. Without its text.
struct PageOutline: Sendable, Codable {
  /// What one check found on the page.
  struct Judged: Sendable, Codable {
    var check: String
    /// What the check looked at; nil where it has to be asked every time.
    var subject: UInt64?
    var findings: [Finding]
  }
  /// The page without blocks and candidates of dates.
  var page: Page
  var marks: TextMarks
  var judged: [Judged]
  /// Ignored regions of noise that `marks` were made without.
  var noise: UInt64
  /// Last day on which the checks would find the same in the same page; nil: on every day.
  var goodThrough: Day?

  init(_ page: Page, marks: TextMarks, judged: [Judged], noise: UInt64, context: CheckContext) {
    var outline = page
    (outline.blocks, outline.dateCandidates, outline.textLinks, outline.meta) = ([], [], [], [:])
    (self.page, self.marks, self.judged, self.noise) = (outline, marks, judged, noise)
    goodThrough = PageOutline.lastDay(of: page, context)
  }

  var findings: [Finding] { judged.flatMap(\.findings) }

  /// A date that is still to come is told of until it has come; articles are checked as long as they are recent.
  private static func lastDay(of page: Page, _ context: CheckContext) -> Day? {
    let shown = page.entries.flatMap { [$0.date, $0.dayInAddress] } + page.dateCandidates.map(\.day)
    if shown.contains(where: { $0.map { $0 > context.today } ?? false }) { return context.today }
    guard let published = page.publishedAt else { return nil }
    return [published.addingMonths(1), context.targets.content.since.after(published)]
      .filter { $0 >= context.today }.min()
  }
}

/// Names for what a reader sees of a page's text, and what of it the checks of the whole site want.
struct TextMarks: Sendable, Codable {
  var textHash: UInt64
  var bodyHash: UInt64
  /// Shapes of the regions of noise that were left out.
  var leftOut: [String]
  var consultation: Consultation?
}

/// A page has some hundred links and places, so these stand packed behind the rest and not as JSON.
extension PageOutline {
  func packed() -> [UInt8]? {
    var rest = self
    (rest.page.links, rest.page.anchors) = ([], [])
    guard let json = try? JSONEncoder().encode(rest) else { return nil }
    var writer = PackWriter()
    writer.put(Array(json))
    writer.put(page.links.count)
    for link in page.links {
      writer.put(link.url)
      writer.put(link.text)
      writer.put(link.fragment)
      writer.put(Link.Kind.packed.firstIndex(of: link.kind) ?? 0)
      writer.put(link.line)
      writer.put((link.isMalformed ? 1 : 0) + (link.isHidden ? 2 : 0))
    }
    writer.put(page.anchors.count)
    for anchor in page.anchors { writer.put(anchor) }
    return writer.bytes
  }

  /// Nil for bytes that `packed` did not make.
  init?(packed bytes: [UInt8]) {
    var reader = PackReader(bytes)
    guard let json = reader.part(), var outline = try? JSONDecoder().decode(PageOutline.self, from: Data(json)),
      let links = reader.count()
    else { return nil }
    for _ in 0..<links {
      guard let url = reader.string(), let text = reader.string(), let fragment = reader.optionalString(),
        let kind = reader.count(), kind < Link.Kind.packed.count, let line = reader.count(), let flags = reader.count()
      else { return nil }
      outline.page.links.append(
        Link(
          url: url, fragment: fragment, text: text, kind: Link.Kind.packed[kind], line: line,
          isMalformed: flags & 1 != 0, isHidden: flags & 2 != 0))
    }
    guard let anchors = reader.count() else { return nil }
    for _ in 0..<anchors {
      guard let anchor = reader.string() else { return nil }
      outline.page.anchors.append(anchor)
    }
    self = outline
  }
}

extension Link.Kind {
  /// In the order of their numbers; new ones go to the end.
  fileprivate static let packed: [Link.Kind] = [.page, .image, .attachment, .script, .style, .frame]
}

/// Numbers in groups of seven bits, lowest first; texts as UTF-8 behind their length in bytes.
private struct PackWriter {
  var bytes: [UInt8] = []

  /// `number` is not negative.
  mutating func put(_ number: Int) {
    var rest = UInt(number)
    while rest > 0x7f {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ part: [UInt8]) {
    put(part.count)
    bytes += part
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }
}

/// Every answer is nil once the bytes are not what `PackWriter` writes.
private struct PackReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func count() -> Int? {
    var (number, shift) = (0, 0)
    while place < bytes.count, shift < 56 {
      let byte = bytes[place]
      place += 1
      number |= Int(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  mutating func part() -> ArraySlice<UInt8>? {
    guard let length = count(), length <= bytes.count - place else { return nil }
    defer { place += length }
    return bytes[place..<place + length]
  }

  mutating func string() -> String? { part().map { String(decoding: $0, as: UTF8.self) } }

  mutating func optionalString() -> String?? {
    switch count() {
    case 0: .some(nil)
    case 1: string().map(Optional.some)
    default: nil
    }
  }
}
