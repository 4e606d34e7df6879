import CZip
import HTMLTree

/// The text of DOCX and XLSX files (ECMA-376): paragraphs a line, cells of a row parted by tabs.
struct OfficePackage {
  private let members: [String: [UInt8]]

  /// Nil when the bytes are no zip file, or one that unpacks beyond all measure.
  init?(_ bytes: [UInt8]) {
    guard let members = ZipMembers.read(bytes, { Self.isWanted($0) }) else { return nil }
    self.members = members
  }

  private static func isWanted(_ name: String) -> Bool {
    name == "word/document.xml" || name == "xl/sharedStrings.xml"
      || name.hasPrefix("xl/worksheets/sheet") && name.hasSuffix(".xml")
  }

  var text: DocumentText? {
    if let document = tree("word/document.xml") { return .text(Self.lines(of: document)) }
    let sheets = members.keys.filter { $0.hasPrefix("xl/worksheets/") }.sorted()
    guard !sheets.isEmpty else { return .foreign }
    let strings = tree("xl/sharedStrings.xml").map(Self.sharedStrings) ?? []
    let rows = sheets.compactMap { tree($0) }.flatMap { Self.rows(of: $0, strings) }
    return .text(String(rows.joined(separator: "\n").prefix(DocumentReader.longestText)))
  }

  private func tree(_ name: String) -> Tree? { members[name].flatMap { HTMLTree.parse(xml: $0) } }

  /// The name without its prefix.
  private static func name(_ tree: Tree, _ index: Int) -> Substring {
    tree.name(index).split(separator: ":").last ?? ""
  }

  private static func lines(of tree: Tree) -> String {
    var text = ""
    for index in 0..<tree.count where text.utf8.count < DocumentReader.longestText {
      switch name(tree, index) {
      case "t": text += tree.exactText(index)
      case "tab": text += "\t"
      // A new paragraph in a cell of a table stays in the row.
      case "p": if !text.isEmpty { text += isInCell(tree, index) ? "\t" : "\n" }
      case "tr": text += "\n"
      case "br": text += "\n"
      default: break
      }
    }
    return text
  }

  private static func isInCell(_ tree: Tree, _ index: Int) -> Bool {
    var parent = tree.parent(index)
    while parent > 0 {
      if name(tree, parent) == "tc" { return true }
      parent = tree.parent(parent)
    }
    return false
  }

  private static func sharedStrings(_ tree: Tree) -> [String] {
    (0..<tree.count).filter { name(tree, $0) == "si" }.map { texts(tree, $0) }
  }

  /// Texts without their phonetic runs.
  private static func texts(_ tree: Tree, _ node: Int) -> String {
    (node..<tree.end(node)).filter { name(tree, $0) == "t" && name(tree, tree.parent($0)) != "rPh" }
      .map { tree.exactText($0) }.joined()
  }

  private static func rows(of tree: Tree, _ strings: [String]) -> [String] {
    (0..<tree.count).filter { name(tree, $0) == "row" }.map { row in
      (row..<tree.end(row)).filter { name(tree, $0) == "c" }.map { cell in
        if tree.attribute(cell, named: "t") == "inlineStr" { return texts(tree, cell) }
        guard let value = (cell..<tree.end(cell)).first(where: { name(tree, $0) == "v" }) else { return "" }
        let text = tree.exactText(value)
        guard tree.attribute(cell, named: "t") == "s" else { return text }
        return Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
      }.joined(separator: "\t")
    }
  }
}

/// Members of a zip file in memory.
enum ZipMembers {
  /// Bytes of all wanted members after decompression, and how many members are looked at: a bomb ends as unreadable.
  private static let (mostBytes, mostMembers) = (64 << 20, 5_000)

  static func read(_ bytes: [UInt8], _ isWanted: (String) -> Bool) -> [String: [UInt8]]? {
    bytes.withUnsafeBytes { raw -> [String: [UInt8]]? in
      guard let source = zip_source_buffer_create(raw.baseAddress, UInt64(raw.count), 0, nil) else { return nil }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        return nil
      }
      defer { zip_discard(archive) }
      var (members, total) = ([String: [UInt8]](), 0)
      for index in 0..<min(Int(zip_get_num_entries(archive, 0)), mostMembers) {
        guard let name = zip_get_name(archive, UInt64(index), 0).map({ String(cString: $0) }), isWanted(name) else {
          continue
        }
        guard let member = member(archive, index, mostBytes - total) else { return nil }
        total += member.count
        members[name] = member
      }
      return members
    }
  }

  private static func member(_ archive: OpaquePointer, _ index: Int, _ most: Int) -> [UInt8]? {
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { return nil }
    defer { zip_fclose(file) }
    var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0, bytes.count + Int(count) <= most else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<Int(count)]
    }
  }
}
