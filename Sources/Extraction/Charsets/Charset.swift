/// A character encoding by the name that iconv knows.
struct Charset: Sendable, Hashable {
  /// Lower case, as reported: `utf-8`, `gb18030`, `big5`, …
  let name: String
  let iconvName: String

  static let utf8 = Charset(name: "utf-8", iconvName: "UTF-8")
  static let gb18030 = Charset(name: "gb18030", iconvName: "GB18030")

  init(name: String, iconvName: String) { (self.name, self.iconvName) = (name, iconvName) }

  /// Reads a label as HTTP and HTML write it (WHATWG Encoding §4.2, the part that portals use); nil when unknown.
  init?(label: String) {
    let key = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch key {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8": self = .utf8
    case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "gb_2312", "csgb2312", "chinese", "iso-ir-58",
      "csiso58gb231280", "gb-2312", "gb2312-80", "cp936", "ms936", "windows-936", "euc-cn", "gbk2312":
      self = .gb18030
    case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5": self.init(name: "big5", iconvName: "BIG5-HKSCS")
    case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode", "unicodefeff":
      self.init(name: "utf-16le", iconvName: "UTF-16LE")
    case "utf-16be", "unicodefffe": self.init(name: "utf-16be", iconvName: "UTF-16BE")
    case "iso-8859-1", "latin1", "l1", "ascii", "us-ascii", "windows-1252", "cp1252", "x-cp1252", "ansi_x3.4-1968",
      "iso8859-1", "iso_8859-1":
      self.init(name: "windows-1252", iconvName: "CP1252")
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j":
      self.init(name: "shift_jis", iconvName: "CP932")
    case "euc-jp", "x-euc-jp": self.init(name: "euc-jp", iconvName: "EUC-JP")
    case "iso-2022-jp": self.init(name: "iso-2022-jp", iconvName: "ISO-2022-JP")
    case "euc-kr", "ks_c_5601-1987", "windows-949", "korean", "ksc5601": self.init(name: "euc-kr", iconvName: "CP949")
    case "hz-gb-2312": self.init(name: "hz-gb-2312", iconvName: "HZ")
    case "koi8-r", "koi", "koi8": self.init(name: "koi8-r", iconvName: "KOI8-R")
    default:
      guard key.hasPrefix("windows-125") || key.hasPrefix("iso-8859-"), key.utf8.count <= 12 else { return nil }
      self.init(name: key, iconvName: key.replacing("windows-", with: "CP").uppercased())
    }
  }

  /// Latin encodings are what servers send when nobody chose: weak evidence on a Chinese page.
  var isWeak: Bool { name == "windows-1252" || name.hasPrefix("iso-8859") }
  var isUTF16: Bool { name.hasPrefix("utf-16") }
}
