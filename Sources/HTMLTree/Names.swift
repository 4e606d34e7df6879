/// Elements that readers ask for by name; every other element is `.other`.
package enum Tag: UInt8, Sendable, CaseIterable {
  case other, html, head, body, title, meta, base, link, script, style, noscript, template, textarea, iframe, frame
  case frameset, a, area, map, img, embed, object, param, video, audio, source, track, form, input, button, select
  case option, label, fieldset, legend, ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tfoot, tr, td, th, div
  case p, span, h1, h2, h3, h4, h5, h6, header, footer, nav, aside, main, section, article, figure, figcaption, time
  case b, i, u, s, em, strong, font, small, big, sub, sup, center, br, hr, pre, blockquote, address, ins, del, marquee
  case cite, code, abbr, q, mark, wbr, svg, noframes, picture, nobr, xmp, menu, datalist, tt, strike, bdo, kbd

  /// Elements that stand inside a line of text.
  package var isInline: Bool { Tag.inline.contains(self) }
  package var isHeading: Bool { rawValue >= Tag.h1.rawValue && rawValue <= Tag.h6.rawValue }

  private static let inline: TagSet = [
    .other, .a, .span, .b, .i, .u, .s, .em, .strong, .font, .small, .big, .sub, .sup, .ins, .del, .cite, .code, .abbr,
    .q, .mark, .wbr, .time, .label, .img, .nobr, .tt, .strike, .bdo, .kbd,
  ]
  static let names = NameTable(allCases.dropFirst().map { ("\($0)", $0.rawValue) })

  /// Browsers show nothing of the element's content, or only as text to edit; links in it are none.
  var isUnseen: Bool {
    switch self {
    case .template, .textarea, .iframe, .noscript, .noframes, .svg, .xmp: true
    default: false
    }
  }
}

/// Attributes that readers ask for by name; every other attribute is kept under its own name.
package enum Attr: UInt8, Sendable, CaseIterable {
  case other, href, src, `class`, id, style, title, alt, onclick, name, content, rel, type, value, charset, width,
    height
  case download, action, method, srcset, data, hidden, target, colspan, rowspan, poster, language, url
  case dataSrc, dataOriginal, httpEquiv, dataHref, dataUrl, queryData, property

  static let names = NameTable(
    allCases.dropFirst().map { ($0.spelled, $0.rawValue) } + [("data-lazy-src", Attr.dataSrc.rawValue)])

  private var spelled: String {
    switch self {
    case .dataSrc: "data-src"
    case .dataOriginal: "data-original"
    case .httpEquiv: "http-equiv"
    case .dataHref: "data-href"
    case .dataUrl: "data-url"
    case .queryData: "querydata"
    default: "\(self)"
    }
  }
}

/// Open-addressed lookup from the bytes of a name, in any case, to a small number; 0 is "not there".
struct NameTable: Sendable {
  private var hashes = [UInt64](repeating: 0, count: 512)
  private var values = [UInt8](repeating: 0, count: 512)

  init(_ pairs: [(String, UInt8)]) {
    for (name, value) in pairs {
      let hash = name.utf8.reduce(NameTable.seed, NameTable.mix)
      var slot = Int(hash & 511)
      while values[slot] != 0 { slot = (slot + 1) & 511 }
      (hashes[slot], values[slot]) = (hash, value)
    }
  }

  /// `name` ends with a zero byte.
  func find(_ name: UnsafePointer<UInt8>) -> UInt8 {
    var (hash, p) = (NameTable.seed, name)
    while p.pointee != 0 {
      let byte = p.pointee
      hash = NameTable.mix(hash, byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
      p += 1
    }
    var slot = Int(hash & 511)
    while values[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & 511
    }
    return 0
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}
