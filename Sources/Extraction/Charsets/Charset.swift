/// A character encoding by the name that iconv knows.
struct Charset: Sendable, Hashable {
  /// Lower case, as reported: `utf-8`, `gb18030`, `big5`, …
  let name: String
  let iconvName: String

  static let utf8 = Charset(name: "utf-8", iconvName: "UTF-8")
  static let gb18030 = Charset(name: "gb18030", iconvName: "GB18030")

  init(name: String, iconvName: String) { (self.name, self.iconvName) = (name, iconvName) }

  /// Reads a label as HTTP and HTML write it, in any case, with blanks and quotes around it; nil when unknown.
  init?(label: String) {
    guard label.utf8.count <= 60,
      let known = CharsetLabels.charset(label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
    else { return nil }
    self = known
  }

  /// Latin encodings are what servers send when nobody chose: weak evidence on a Chinese page.
  var isWeak: Bool { name == "windows-1252" || name.hasPrefix("iso-8859") }
  var isUTF16: Bool { name.hasPrefix("utf-16") }
}
