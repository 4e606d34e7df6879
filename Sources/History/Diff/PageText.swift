import DuwangCore

/// A page as its difference is told: what a reader sees of its text, line by line, and what the text leads to.
package struct PageText {
  /// Between the cells of a row; never part of a text.
  static let cellMark: Character = "\u{1f}"
  /// A cell longer than this (characters) holds running text: the table is one for layout.
  private static let longestCell = 300
  /// Shorter texts (characters) are alike by chance: 特此公告.
  private static let leastBody = 80

  /// Paragraphs, and rows of tables as their cells joined by `cellMark`.
  private(set) var lines: [String] = []
  /// The first row of the table in which a row stands.
  private(set) var headers: [String: [String]] = [:]
  private(set) var files: [Attachment] = []
  private(set) var links: [Attachment] = []
  /// Shapes of the regions that were left out.
  package private(set) var leftOut: Set<String> = []
  private let bodyStart: Int

  package init(_ page: Page, ignoring noise: NoiseFilter = NoiseFilter()) {
    // A home page is made of other pages' titles, a list's rows are told of as pages.
    guard page.kind != .home else {
      bodyStart = 0
      return
    }
    let title = Noise.visible(page.title)
    if !title.isEmpty { lines.append(title) }
    bodyStart = lines.count
    guard page.kind != .list else { return }
    read(page.blocks)
    if lines.count > bodyStart, lines[bodyStart] == title { lines.removeFirst() }
    (lines, leftOut) = noise.filtered(lines)
    (files, links) = (page.attachments, page.textLinks)
  }

  /// The text of a file, a paragraph a line.
  init(text: String) {
    bodyStart = 0
    for line in text.split(whereSeparator: \.isNewline) { append(Noise.visible(String(line))) }
  }

  /// Equal keys mean no visible difference.
  package var key: UInt64 {
    func told(_ list: [Attachment]) -> [String] { list.map { "\($0.name)\t\(FileEdits.place($0.url))" }.sorted() }
    return StableHash.of((lines + ["\u{1e}"] + told(files) + ["\u{1e}"] + told(links)).joined(separator: "\n"))
  }

  /// Names the text alone, without title, date and files; 0 where it is too short to be told from others.
  package var bodyKey: UInt64 {
    let body = lines.dropFirst(min(bodyStart, lines.count)).joined(separator: "\n")
    return body.unicodeScalars.count < PageText.leastBody ? 0 : StableHash.of(body)
  }

  private mutating func read(_ blocks: [TextBlock]) {
    let tables = Set(
      Dictionary(grouping: blocks.filter { $0.cell != nil }) { $0.cell?.table }
        .filter { PageText.isData($1) }.compactMap(\.key))
    var index = 0
    while index < blocks.count {
      guard let cell = blocks[index].cell, tables.contains(cell.table) else {
        append(Noise.visible(blocks[index].text))
        index += 1
        continue
      }
      let end = blocks[index...].firstIndex { $0.cell?.table != cell.table || $0.cell?.row != cell.row } ?? blocks.count
      appendRow(blocks[index..<end], cell.table)
      index = end
    }
  }

  private mutating func append(_ line: String) { if !line.isEmpty { lines.append(line) } }

  private var heads: [Int: [String]] = [:]

  private mutating func appendRow(_ blocks: ArraySlice<TextBlock>, _ table: Int) {
    var cells = [String](repeating: "", count: (blocks.compactMap(\.cell?.column).max() ?? 0) + 1)
    for block in blocks {
      guard let column = block.cell?.column else { continue }
      let text = Noise.visible(block.text)
      cells[column] += cells[column].isEmpty ? text : " " + text
    }
    let row = cells.count == 1 ? cells[0] : cells.joined(separator: String(PageText.cellMark))
    guard row.contains(where: { $0 != PageText.cellMark }) else { return }
    append(row)
    guard cells.count > 1 else { return }
    if let head = heads[table] { headers[row] = head } else { heads[table] = cells }
  }

  /// At least two rows and two columns of short texts.
  private static func isData(_ blocks: [TextBlock]) -> Bool {
    let cells = blocks.compactMap(\.cell)
    return cells.contains { $0.row > 0 } && cells.contains { $0.column > 0 }
      && blocks.allSatisfy { $0.text.unicodeScalars.count <= longestCell }
  }
}
