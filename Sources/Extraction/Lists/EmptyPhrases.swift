import HTMLTree

/// Says whether the page itself says that there is nothing (暂无信息).
enum EmptyPhrases {
  static func stand(in scene: PageScene, isHidden: (Int) -> Bool) -> Bool {
    Notices(scene: scene).stand(ofAtMost: 40, isHidden: isHidden) { text in
      phrases.stands(in: text) || saysZero(text)
    }
  }

  /// `共0条`, `共 0 条`.
  private static func saysZero(_ text: ArraySlice<UInt8>) -> Bool {
    guard Bytes.contains(text, "0") else { return false }
    let tight = Text.line(text).filter { !$0.isWhitespace }
    return ["共0条", "共有0条", "共0篇", "共计0条", "总共0条"].contains(where: tight.contains)
  }

  private static let phrases: WordFinder = [
    "暂无内容", "暂无数据", "暂无信息", "暂无相关信息", "内容更新中", "正在建设中", "栏目建设中", "敬请期待", "没有找到相关记录", "暂无相关内容",
    "暂无相关数据", "暂无记录", "暂无文章", "没有相关信息", "该栏目暂无", "没有找到相关信息", "没有符合条件的", "无相关信息",
  ]
}
