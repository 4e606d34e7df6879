import DuwangCore
import HTMLTree

/// Years and months that stand as headings above the rows of a list: `2018年` above `11-15`, `2018年11月` above `15日`.
struct YearHeadings {
  let tree: Tree
  let today: Day

  /// A year, and the month where the heading names one.
  struct Heading: Hashable {
    var year: Int
    var month: Int?
  }

  /// Of every row the heading above it; nil where there is none.
  func headings(above rows: [Row]) -> [Heading?] {
    var (year, end) = (Heading?.none, Int?.none)
    return rows.map { row in
      let start = tree.textRange(row.node).lowerBound
      // Rows of broken or nested markup overlap: nothing stands between them.
      let from = min(start, max(0, max(end ?? 0, start - 120)))
      if let found = heading(in: from..<start) { year = found }
      end = tree.textRange(row.nodes.upperBound - 1).upperBound
      return year
    }
  }

  /// The last piece of text in the range if it is a year (1990 to this one); several years in line are a choice of
  /// pages and none of them a heading.
  func heading(in range: Range<Int>) -> Heading? {
    guard range.lowerBound < range.upperBound else { return nil }
    let pieces = tree.text[range].split { $0 == Tree.blockMark || $0 == Tree.inlineMark }.map(Text.line)
      .filter { !$0.isEmpty }
    guard let last = pieces.last.flatMap(year) else { return nil }
    return pieces.dropLast().last.flatMap(year) == nil ? last : nil
  }

  private func year(_ text: String) -> Heading? {
    if let date = DateScanner.scan(text).first, date.form == .yearMonth, date.start == 0, date.end == text.utf8.count {
      return (1990...today.year).contains(date.year) ? Heading(year: date.year, month: date.month) : nil
    }
    let bare = text.hasSuffix("年度") ? text.dropLast(2) : text.hasSuffix("年") ? text.dropLast() : text[...]
    guard bare.utf8.count == 4, let year = Int(bare), (1990...today.year).contains(year) else { return nil }
    return Heading(year: year)
  }
}
