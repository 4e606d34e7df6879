import DuwangCore
import HTMLTree

/// Finds where an article says it comes from (来源, 发布机构).
struct SourceReader {
  let scene: PageScene
  let meta: [String: String]
  private var tree: Tree { scene.tree }

  func read() -> String? {
    if let source = meta["contentsource"], !source.isEmpty { return source }
    for i in 0..<tree.count where tree.isText(i) {
      let range = tree.textRange(i)
      guard range.count < 600, Self.anyLabel.stands(in: tree.text[range]),
        let label = Self.labels.first(where: { Bytes.contains(tree.text[range], $0) })
      else {
        continue
      }
      if let value = value(after: label, range), value.count >= 2, value.count <= 40 { return value }
    }
    return nil
  }

  private static let labels = ["信息来源", "文章来源", "稿件来源", "来源", "发布机构", "发布单位", "供稿单位"]
  private static let anyLabel: WordFinder = ["来源", "发布机构", "发布单位", "供稿单位"]

  /// What follows the label and its colon, in the same text or in the next element of the line.
  private func value(after label: String, _ range: Range<Int>) -> String? {
    guard let at = Bytes.find(tree.text[range], label) else { return nil }
    let end = min(tree.text.count, at + 240)
    let block = tree.text[at..<end].prefix { $0 != Tree.blockMark }
    var rest = Text.line(block)[...].dropFirst(label.count).drop(while: \.isWhitespace)
    guard let colon = rest.first, colon == "：" || colon == ":" else { return nil }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    let stops = [
      "作者", "发布时间", "发布日期", "时间", "日期", "浏览", "点击", "阅读", "字体", "字号", "编辑", "责任", "【", "[", "】", "]", "|", "打印", "责编",
      "分享", "评论",
    ]
    let bytes = Array(rest.utf8)
    let cut = stops.compactMap { Bytes.find(bytes[...], $0) }.min() ?? bytes.count
    return String(decoding: bytes[..<cut], as: UTF8.self).trimmed([" ", "\u{3000}", "(", "（", ",", "，", "\u{a0}"])
  }
}

extension StringProtocol {
  /// First place of a word.
  func range(of word: String) -> Range<Index>? {
    self.ranges(of: word).first
  }
}
