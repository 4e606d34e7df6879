import DuwangCore
import HTMLTree

/// Links that inline scripts write into the page: `document.write('附件：<a href="./P020.doc">…</a>')`.
enum ScriptMarkup {
  /// Address and text of every link in the quoted markup of write calls, at most 50 of at most
  /// 200 calls.
  static func links(in raw: ArraySlice<UInt8>) -> [(reference: String, text: String)] {
    var found: [(String, String)] = []
    guard raw.count < 200_000 else { return [] }
    var (from, calls) = (raw.startIndex, 0)
    while calls < 200, found.count < 50, let at = next(raw, from) {
      (from, calls) = (at, calls + 1)
      guard let open = raw[at...].prefix(200).firstIndex(where: { $0 == 0x22 || $0 == 0x27 }) else { break }
      let markup = quoted(raw, open)
      from = max(from + 1, min(raw.endIndex, open + markup.count))
      guard Bytes.contains(markup[...], "<a ") else { continue }
      let tree = HTMLTree.parse(html: markup)
      for link in tree.all(.a) {
        guard let href = tree.attribute(link, .href), !Anchor.isScript(href), !href.isEmpty, !href.contains("+") else {
          continue
        }
        found.append((href, Text.line(tree.text[tree.textRange(link)])))
      }
    }
    return found
  }

  private static func next(_ raw: ArraySlice<UInt8>, _ from: Int) -> Int? {
    ["document.write(", "document.writeln(", "innerHTML", ".html("].compactMap { word in
      Bytes.find(raw, word, from: from).map { $0 + word.utf8.count }
    }.min()
  }

  /// Text of a quoted string, its escapes undone; at most 4,000 bytes.
  private static func quoted(_ raw: ArraySlice<UInt8>, _ open: Int) -> [UInt8] {
    var (text, i) = ([UInt8](), open + 1)
    while i < raw.endIndex, raw[i] != raw[open], text.count < 4000 {
      if raw[i] == 0x5c, i + 1 < raw.endIndex { i += 1 }
      text.append(raw[i])
      i += 1
    }
    return text
  }
}
