import DuwangCore
import HTMLTree

/// Weighs the links of a page as titles of rows.
struct RowTitles {
  let scene: PageScene
  let isRowDate: (Int) -> Bool
  private var tree: Tree { scene.tree }

  func weights() -> [Int] { scene.anchors.map { weight($0.node) } }

  private func weight(_ node: Int) -> Int {
    let range = tree.textRange(node)
    if followsLabel(range.lowerBound) || isAddress(range) { return 0 }
    var weight = Text.weight(tree.text[range])
    for d in scene.dates(in: range) where isRowDate(d) {
      weight -= Text.weight(tree.text[scene.dates[d].start..<scene.dates[d].end])
    }
    if weight <= 1 {
      let title = tree.bytes(node, .title).map { Text.weight($0) } ?? 0
      return title > 4 ? title : 0
    }
    if weight <= 14, RowTitles.idle.contains(Text.key(tree.text[range])) { return 0 }
    return weight
  }

  /// The text is an address itself, as tables of links in an article show it.
  private func isAddress(_ range: Range<Int>) -> Bool {
    let head = tree.text[range].prefix(40).drop { $0 <= 0x20 }
    guard head.first == 0x68 || head.first == 0x77 else { return false }
    return head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8) || head.starts(with: "www.".utf8)
  }

  /// `来源：<a>`, `上一篇：<a>`: the link belongs to an article, not to a list.
  private func followsLabel(_ start: Int) -> Bool {
    let near = tree.text[max(0, start - 48)..<start]
    // Nearly no link has a colon before it.
    guard let last = near.last(where: { $0 > 0x20 }), last == 0x3a || last == 0x9a else { return false }
    let before = near.filter { $0 > 0x20 }
    guard before.last == 0x3a || before.suffix(3) == Array("：".utf8)[...] else { return false }
    return Self.labels.contains { before.suffix($0.count).elementsEqual($0) }
  }

  private static let labels: [[UInt8]] = [
    "来源", "作者", "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "附件", "相关链接", "责任编辑",
  ].flatMap { [Array("\($0)：".utf8), Array("\($0):".utf8)] }

  private static let idle: Set<[UInt8]> = Set(
    [
      "更多", "详细", "详情", "查看", "查看详情", "查看更多", "阅读全文", "下载", "解读", "图解", "政策解读", "文字解读", "视频解读", "图片解读", "更多信息", "more",
      "下一页", "上一页", "首页", "尾页", "末页", "下页", "上页", "返回", "打印", "关闭", "点击查看", "附件", "附件下载", "原文", "全文", "查看全文", "了解更多",
      "解读材料", "相关解读", "专家解读", "媒体解读", "政策原文", "点击下载", "download", "图文解读", "详细内容", "点击进入", "进入",
    ].map { Text.key($0) })
}
