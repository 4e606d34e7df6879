import DuwangCore
import HTMLTree

/// Ranks the dates of an article page: a date labelled as publication, the meta tag, the place under the title, the address.
struct PublicationDate {
  let scene: PageScene
  let meta: [String: String]
  let titleNode: Int?
  let body: Int?
  /// Meta tags that only articles have.
  static let surestTags = ["pubdate", "firstpublishedtime"]
  private(set) var candidates: [DateCandidate] = []
  private(set) var chosen: Day?

  init(scene: PageScene, meta: [String: String], titleNode: Int?, body: Int?) {
    (self.scene, self.meta, self.titleNode, self.body) = (scene, meta, titleNode, body)
  }

  mutating func read(isArticle: Bool) {
    var ranked: [(Int, DateCandidate)] = []
    for name in Self.surestTags + ["publishdate", "article:published_time", "publish_time", "date"] {
      guard let text = meta[name], let day = DateScanner.scan(text).first?.full else { continue }
      ranked.append(
        (
          Self.surestTags.contains(name) ? 1 : 3,
          DateCandidate(day, source: "meta-\(name)", text: text)
        ))
    }
    if let day = AddressDate.find(scene.address.description)?.full {
      ranked.append((5, DateCandidate(day, source: "url", text: scene.address.path)))
    }
    for (index, date) in scene.dates.enumerated() {
      guard let day = date.full else { continue }
      let (rank, source, rejected) = judge(index)
      ranked.append((rank, DateCandidate(day, source: source, text: scene.text(before: date), rejected: rejected)))
    }
    ranked += scripted() + timed()
    for i in ranked.indices where ranked[i].1.day > scene.today { ranked[i].1.rejected = "future" }
    candidates = ranked.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    chosen = candidates.first { $0.rejected == nil }?.day
  }

  private func judge(_ index: Int) -> (Int, String, String?) {
    let context = scene.contexts[index]
    let offset = scene.dates[index].start
    let inBody = body.map { scene.tree.textRange($0).contains(offset) } ?? false
    switch context.role {
    case .labelled: return (labelled(context.label ?? "", offset, inBody: inBody), "label", nil)
    case .named:
      return isBesideTitle(offset) && !isInRow(offset) ? (3, "label", nil) : (8, "text", context.label)
    case .alone, .edge:
      if titleNode != nil {
        if isBesideTitle(offset) { return (2, "text", nil) }
      } else if isBelowHeadingLine(offset) {
        return (2, "text", nil)
      }
      if closesPage(scene.dates[index]) { return (6, "text", nil) }
      return (7, "text", "not beside the title")
    case .other: return (9, "document-date", context.label)
    case .running: return (8, "text", "in running text")
    }
  }

  /// Below the title with no sentence between: the date of a signature stands below the text.
  private func isBesideTitle(_ offset: Int) -> Bool {
    guard let end = titleNode.map({ scene.tree.textRange($0).upperBound }), offset >= end, offset < end + 900 else {
      return false
    }
    let between = scene.tree.text[end..<offset]
    return Text.weight(between) < 100 && !Bytes.contains(between, "。")
  }

  /// Rank of a date named as publication: first beside the title, below the bare date there when it stands elsewhere.
  private func labelled(_ label: String, _ offset: Int, inBody: Bool) -> Int {
    guard let title = titleNode else { return isInRow(offset) ? 6 : inBody ? 2 : 0 }
    let range = scene.tree.textRange(title)
    let between = offset < range.lowerBound ? offset..<range.lowerBound : min(range.upperBound, offset)..<offset
    let distance = between.count < 2400 ? Text.weight(scene.tree.text[between]) : Int.max
    if distance < (inBody ? 160 : 400), !isInRow(offset) { return Self.isWeak(label) ? 2 : 0 }
    return isInRow(offset) ? 6 : inBody ? 2 : 3
  }

  /// In the heading's own element, on the line below its words.
  private func isBelowHeadingLine(_ offset: Int) -> Bool {
    guard let text = scene.textNode(at: offset), let heading = scene.tree.closest(text, [.h1, .h2, .h3]) else {
      return false
    }
    let before = scene.tree.text[scene.tree.textRange(heading).lowerBound..<offset].suffix(400)
    guard let line = before.lastIndex(of: Tree.blockMark) else { return false }
    return Text.weight(before[line...]) < 8 && Text.weight(before[..<line]) >= 8
  }

  /// A later change, or the day on which the document was sent: behind one that is named as publication.
  private static func isWeak(_ label: String) -> Bool {
    ["更新", "发文", "编辑", "編輯"].contains(where: label.hasPrefix)
  }

  /// Stands in a list's row, beside the link to another page.
  private func isInRow(_ offset: Int) -> Bool {
    guard let node = scene.textNode(at: offset), let row = scene.tree.closest(node, [.li, .tr]) else { return false }
    let range = scene.tree.textRange(row)
    guard range.count < 1000 else { return false }
    return scene.anchors(in: row..<scene.tree.end(row)).contains {
      Text.weight(scene.tree.text[scene.tree.textRange(scene.anchors[$0].node)]) >= 8
    }
  }

  /// Right below the text, in an element of its own and in digits alone: a template puts it there; a signature's date
  /// stands in the text or is written with 年.
  private func closesPage(_ date: FoundDate) -> Bool {
    guard let body else { return false }
    let end = scene.tree.textRange(body).upperBound
    return date.start >= end && date.start < end + 300 && Text.weight(scene.tree.text[end..<date.start]) < 20
      && date.form == .full && !Bytes.contains(scene.tree.text[date.start..<date.end], "年") && !isInRow(date.start)
  }

  /// Dates that an inline script writes.
  private func scripted() -> [(Int, DateCandidate)] {
    (0..<scene.tree.count).flatMap { i -> [(Int, DateCandidate)] in
      guard scene.tree[i].kind == .raw else { return [] }
      let raw = scene.tree.rawText(i)
      guard raw.count < 4000, Bytes.contains(raw, "document.write") || Bytes.contains(raw, "pub") else { return [] }
      return DateScanner.scan(raw).compactMap { found in
        found.full.map {
          (
            4,
            DateCandidate(
              $0, source: "script", text: Text.line(raw[(raw.startIndex + found.start)..<(raw.startIndex + found.end)]))
          )
        }
      }
    }
  }

  /// The day that a `time` element gives in its attribute, where its text leaves the year out.
  private func timed() -> [(Int, DateCandidate)] {
    scene.tree.all(.time).compactMap { i in
      guard let text = scene.tree.attribute(i, named: "datetime"), let day = DateScanner.scan(text).first?.full,
        scene.dates(in: scene.tree.textRange(i)).allSatisfy({ scene.dates[$0].full == nil })
      else { return nil }
      let start = scene.tree.textRange(i).lowerBound
      let end = titleNode.map { scene.tree.textRange($0).upperBound }
      let isBesideTitle =
        end.map { start >= $0 && Text.weight(scene.tree.text[$0..<min(start, $0 + 900)]) < 100 } ?? false
      return (
        isBesideTitle ? 2 : 7,
        DateCandidate(day, source: "time", text: text, rejected: isBesideTitle ? nil : "not beside the title")
      )
    }
  }
}
