import DuwangCore
import HTMLTree

/// The sheets of an XLSX file as rows of cells, merged cells filled (ECMA-376, SpreadsheetML).
struct Workbook {
  let sheets: [TableSheet]

  /// Nil when the file is no workbook.
  init?(path: String) {
    guard let archive = ZipArchive(path: path), let workbook = Workbook.tree(archive.member("xl/workbook.xml")) else {
      return nil
    }
    let relations = Workbook.relations(archive.member("xl/_rels/workbook.xml.rels"))
    let strings = Workbook.sharedStrings(archive.member("xl/sharedStrings.xml"))
    var sheets: [TableSheet] = []
    for node in Workbook.elements("sheet", in: workbook) {
      guard let id = workbook.attribute(node, named: "r:id") ?? workbook.attribute(node, named: "id"),
        let target = relations[id]
      else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let tree = Workbook.tree(archive.member(path)) else { continue }
      let name = path.split(separator: "/").last ?? ""
      let links = Workbook.relations(archive.member("\(path.dropLast(name.count))_rels/\(name).rels"))
      sheets.append(Workbook.sheet(tree, strings: strings, links: links))
    }
    let counts = Workbook.elements("workbookpr", in: workbook).first.flatMap {
      workbook.attribute($0, named: "date1904")
    }
    if let counts, ["1", "true"].contains(counts) {
      for index in sheets.indices { sheets[index].countsFrom1904 = true }
    }
    self.sheets = sheets
  }

  private static func tree(_ bytes: [UInt8]?) -> Tree? { bytes.flatMap { HTMLTree.parse(xml: $0) } }

  private static func elements(_ name: String, in tree: Tree, of index: Int = 0) -> [Int] {
    guard tree.count > index else { return [] }
    return (index..<tree.end(index)).filter { tree.name($0).lowercased() == name }
  }

  private static func relations(_ bytes: [UInt8]?) -> [String: String] {
    guard let tree = tree(bytes) else { return [:] }
    return Dictionary(
      elements("relationship", in: tree).compactMap { node in
        guard let id = tree.attribute(node, named: "Id"), let target = tree.attribute(node, named: "Target") else {
          return nil
        }
        return (id, target)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Texts without their phonetic runs.
  private static func text(_ node: Int, of tree: Tree) -> String {
    elements("t", in: tree, of: node).filter { tree.name(tree.parent($0)).lowercased() != "rph" }.map {
      tree.exactText($0)
    }.joined()
  }

  private static func sharedStrings(_ bytes: [UInt8]?) -> [String] {
    guard let tree = tree(bytes) else { return [] }
    return elements("si", in: tree).map { text($0, of: tree) }
  }

  private static func sheet(_ tree: Tree, strings: [String], links: [String: String]) -> TableSheet {
    var sheet = TableSheet(rows: [])
    var row = -1
    for node in elements("row", in: tree).prefix(DelimitedText.mostRows) {
      row = tree.attribute(node, named: "r").flatMap(Int.init).map { $0 - 1 } ?? row + 1
      guard (0..<DelimitedText.mostRows).contains(row) else { continue }
      while sheet.rows.count <= row { sheet.rows.append([]) }
      var column = -1
      for cell in elements("c", in: tree, of: node) {
        column = tree.attribute(cell, named: "r").flatMap(place)?.column ?? column + 1
        guard (0..<200).contains(column) else { continue }
        while sheet.rows[row].count <= column { sheet.rows[row].append("") }
        sheet.rows[row][column] = value(cell, of: tree, strings: strings).trimmed
      }
    }
    for node in elements("mergecell", in: tree).prefix(5000) {
      if let range = tree.attribute(node, named: "ref") { fill(range, in: &sheet) }
    }
    for node in elements("hyperlink", in: tree) {
      let id = tree.attribute(node, named: "r:id") ?? tree.attribute(node, named: "id")
      guard let place = tree.attribute(node, named: "ref").flatMap(place), let target = id.flatMap({ links[$0] }) else {
        continue
      }
      sheet.links[place.row, default: [:]][place.column] = target
    }
    return sheet
  }

  private static func value(_ cell: Int, of tree: Tree, strings: [String]) -> String {
    if tree.attribute(cell, named: "t") == "inlineStr" { return text(cell, of: tree) }
    guard let node = elements("v", in: tree, of: cell).first else { return "" }
    let value = tree.exactText(node)
    guard tree.attribute(cell, named: "t") == "s" else { return value }
    return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
  }

  /// `B3` → row 2, column 1.
  private static func place(_ reference: some StringProtocol) -> (row: Int, column: Int)? {
    let letters = reference.prefix { $0.isASCII && $0.isLetter }
    guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)), row > 0 else {
      return nil
    }
    let column = letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    return (row - 1, column - 1)
  }

  /// The first cell's value for the whole range, which stays within the rows that exist.
  private static func fill(_ range: String, in sheet: inout TableSheet) {
    let ends = range.split(separator: ":").compactMap { place($0) }
    guard ends.count == 2, sheet.rows.indices.contains(ends[0].row), ends[0].row <= ends[1].row,
      sheet.rows[ends[0].row].indices.contains(ends[0].column), ends[0].column <= ends[1].column
    else { return }
    let value = sheet.rows[ends[0].row][ends[0].column]
    for row in ends[0].row...min(ends[1].row, sheet.rows.count - 1) {
      for column in ends[0].column...min(ends[1].column, 199) {
        while sheet.rows[row].count <= column { sheet.rows[row].append("") }
        sheet.rows[row][column] = value
      }
    }
  }
}
