import DuwangCore
import HTMLTree

/// Turns rows into entries: titles in full, absolute addresses, dates with their year.
struct Entries {
  let scene: PageScene
  let finder: RowFinder
  private var tree: Tree { scene.tree }

  func read(_ rows: [Row]) -> [ListEntry] {
    let headings = YearHeadings(tree: tree, today: scene.today).headings(above: rows)
    let letters = Letters(scene: scene)
    var entries = zip(rows, headings).map { row, heading in
      let letter = letters.read(span(row))
      return ListEntry(
        title: title(row), url: row.anchor.map { address($0) } ?? soleAddress(row),
        date: day(row, below: heading), isPinned: isPinned(row),
        isUnanswered: letter?.isOpen ?? false || isUnanswered(row), letter: letter)
    }
    let months = zip(rows, entries).map { row, entry in entry.date == nil ? monthDay(row) : nil }
    YearGuess(today: scene.today, page: scene.address.description).complete(&entries, months: months)
    if entries.allSatisfy({ $0.date == nil }) { dateByHeadings(&entries, rows, headings) }
    for i in entries.indices where entries[i].date == nil {
      entries[i].dayInAddress = entries[i].url.flatMap(AddressDate.find)?.full.flatMap { $0 <= scene.today ? $0 : nil }
    }
    return entries.filter { !$0.title.isEmpty }
  }

  private func address(_ anchor: Int) -> String? {
    let anchor = scene.anchors[anchor]
    return anchor.isDead ? nil : scene.absolute(anchor.reference)
  }

  /// Of a row whose name is no link the only link (下载).
  private func soleAddress(_ row: Row) -> String? {
    let anchors = scene.anchors(in: row.nodes)
    return anchors.count == 1 ? address(anchors.lowerBound) : nil
  }

  private func day(_ row: Row, below heading: YearHeadings.Heading?) -> Day? {
    guard let date = row.date.map({ scene.dates[$0] }) else { return scriptedDay(row) }
    let full =
      date.full ?? (date.form == .monthDay ? heading?.year : nil).flatMap { Day($0, date.month, date.day) }
      ?? timed(row).flatMap { $0.month == date.month && $0.day == date.day ? $0 : nil }
    return full.flatMap { $0 <= scene.today.addingDays(1) ? $0 : nil }
  }

  /// Days alone below headings of year and month, newest first: numbers that grow are places in a ranking.
  private func dateByHeadings(_ entries: inout [ListEntry], _ rows: [Row], _ headings: [YearHeadings.Heading?]) {
    let days = zip(rows, headings).compactMap { bareDay($0, below: $1) }
    guard days.count >= 3, days.count == rows.count, zip(days, days.dropFirst()).allSatisfy({ $0 >= $1 }) else {
      return
    }
    for i in entries.indices { entries[i].date = days[i] }
  }

  /// `15日` or `15` as a piece of the row by itself, below a heading of year and month.
  private func bareDay(_ row: Row, below heading: YearHeadings.Heading?) -> Day? {
    guard let heading, let month = heading.month else { return nil }
    let pieces = tree.text[span(row)].split { $0 == Tree.blockMark || $0 == Tree.inlineMark }.map(Text.line)
    let days = pieces.compactMap { Int($0.hasSuffix("日") ? $0.dropLast() : $0[...]) }.filter { 1...31 ~= $0 }
    let day = days.count == 1 ? days.first.flatMap { Day(heading.year, month, $0) } : nil
    return day.flatMap { $0 <= scene.today ? $0 : nil }
  }

  /// A date that a `time` element carries or an inline script writes into the row.
  private func scriptedDay(_ row: Row) -> Day? {
    if let day = timed(row), day <= scene.today { return day }
    for i in row.nodes where tree[i].kind == .raw {
      let days = DateScanner.scan(tree.rawText(i)).compactMap(\.full).filter { $0 <= scene.today && $0.year >= 1990 }
      if let day = days.first { return day }
    }
    return nil
  }

  /// The day that a `time` element gives in its attribute.
  private func timed(_ row: Row) -> Day? {
    row.nodes.lazy.filter { tree.tag($0) == .time }
      .compactMap { tree.attribute($0, named: "datetime").flatMap { DateScanner.scan($0).first?.full } }.first
  }

  private func monthDay(_ row: Row) -> FoundDate? {
    row.date.map { scene.dates[$0] }.flatMap { $0.form == .monthDay ? $0 : nil }
  }

  private func isPinned(_ row: Row) -> Bool {
    let text = Text.line(tree.text[span(row)])
    return text.hasPrefix("置顶") || text.hasPrefix("[置顶]") || text.hasPrefix("【置顶】") || text.hasSuffix("置顶")
  }

  private func isUnanswered(_ row: Row) -> Bool {
    Self.waiting.contains { Bytes.contains(tree.text[span(row)], $0) }
  }

  private static let waiting = ["未答复", "未回复", "待答复", "待回复", "未办结", "尚未答复", "尚未回复"]

  /// Bytes of the row's text, at most 2,000: rows of broken markup hold all rows after them.
  private func span(_ row: Row) -> Range<Int> {
    let start = tree.textRange(row.nodes.lowerBound).lowerBound
    return start..<min(tree.textRange(row.nodes.upperBound - 1).upperBound, start + 2000)
  }

  // MARK: Titles

  private func title(_ row: Row) -> String {
    guard let anchor = row.anchor else { return longestPiece(row) }
    let node = scene.anchors[anchor].node
    let shown = shownTitle(node)
    if let full = titleAttribute(node) { return isCutForm(of: full, shown) ? full : shown }
    guard shown.hasSuffix("…") || shown.hasSuffix("..") else { return shown }
    return row.nodes.lazy.compactMap(titleAttribute).first { isCutForm(of: $0, shown) } ?? shown
  }

  private func titleAttribute(_ node: Int) -> String? {
    let title = tree.attribute(node, .title).map { Text.title(Text.line(Array($0.utf8)[...])) } ?? ""
    return title.isEmpty ? nil : title
  }

  /// Of a row without a link the longest piece of text.
  private func longestPiece(_ row: Row) -> String {
    let parts = tree.text[span(row)].split(separator: Tree.blockMark).map { $0.startIndex..<$0.endIndex }
    return parts.filter { !isDateOnly($0) }.max { Text.weight(tree.text[$0]) < Text.weight(tree.text[$1]) }
      .map(withoutDates) ?? ""
  }

  /// `shown` is `full` cut short, or nothing.
  private func isCutForm(of full: String, _ shown: String) -> Bool {
    if shown.isEmpty { return true }
    let stem = Text.key(shown)
    return full.count > shown.trimmed([".", "…"]).count - 2 && stem.count >= 4 && Text.key(full).starts(with: stem)
  }

  /// Of a card (picture, date, title, summary in one link) the title alone.
  private func shownTitle(_ node: Int) -> String {
    let blocks = pieces(node)
    if blocks.count > 1 {
      if let heading = (node..<tree.end(node)).first(where: { tree[$0].kind == .element && tree.tag($0).isHeading }) {
        return withoutDates(tree.textRange(heading))
      }
      if let first = blocks.first(where: { Text.weight(tree.text[$0]) >= 8 && !isDateOnly($0) }) {
        return withoutDates(first)
      }
    }
    let range = tree.textRange(node)
    return withoutDates(range.lowerBound..<min(range.upperBound, range.lowerBound + 2000))
  }

  /// Ranges of text between block boundaries inside an element.
  private func pieces(_ node: Int) -> [Range<Int>] {
    let whole = tree.textRange(node)
    let range = whole.prefix(2000)
    return tree.text[range.startIndex..<range.endIndex].split(separator: Tree.blockMark).map {
      $0.startIndex..<$0.endIndex
    }
    .filter { Text.weight(tree.text[$0]) > 0 }
  }

  private func isDateOnly(_ range: Range<Int>) -> Bool {
    scene.dates(in: range).contains {
      Text.weight(tree.text[range]) <= Text.weight(tree.text[scene.dates[$0].start..<scene.dates[$0].end]) + 8
    }
  }

  private func withoutDates(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var from = range.lowerBound
    for index in scene.dates(in: range) where scene.dates[index].end <= range.upperBound {
      let line = infoLine(around: index, in: range)
      guard finder.isRowDate(index) || scene.contexts[index].label != nil && line.lowerBound < scene.dates[index].start
      else { continue }
      bytes += tree.text[from..<max(from, line.lowerBound)]
      from = max(from, line.upperBound)
    }
    bytes += tree.text[from..<range.upperBound]
    var title = Text.title(Self.withoutLabel(Text.line(bytes[...])))
    for mark in ["[置顶]", "【置顶】", "置顶 ", "[]", "()", "（）", "【】"] {
      if title.hasPrefix(mark) { title = String(title.dropFirst(mark.count)) }
      if title.hasSuffix(mark) { title = String(title.dropLast(mark.count)) }
    }
    return Text.title(title)
  }

  /// Bytes of a date with what the template writes beside it in an element of its own: label, source, author, counter.
  private func infoLine(around index: Int, in range: Range<Int>) -> Range<Int> {
    let date = scene.dates[index].start..<scene.dates[index].end
    let (head, tail) = (tree.text[range.lowerBound..<date.lowerBound], tree.text[date.upperBound..<range.upperBound])
    let start = head.lastIndex { $0 == Tree.inlineMark || $0 == Tree.blockMark }.map { $0 + 1 } ?? range.lowerBound
    let end = tail.firstIndex { $0 == Tree.inlineMark || $0 == Tree.blockMark } ?? range.upperBound
    let hasTitle =
      Text.weight(tree.text[range.lowerBound..<start]) >= 8 || Text.weight(tree.text[end..<range.upperBound]) >= 8
    let isShort = Text.weight(tree.text[start..<date.lowerBound]) + Text.weight(tree.text[date.upperBound..<end]) <= 48
    return hasTitle && isShort ? start..<end : date
  }

  /// `关于……的通知 发布日期：` without the label, which the date stood behind.
  private static func withoutLabel(_ title: String) -> String {
    guard title.hasSuffix("：") || title.hasSuffix(":"), let blank = title.lastIndex(of: " "),
      let label = Words.shortLabel(endingIn: Array(title.utf8)[...]), title[blank...].count == label.count + 2
    else { return title }
    return String(title[..<blank])
  }
}
