/// Words that stand on pages but in no article.
enum Boilerplate {
  static func isFooter(_ bytes: ArraySlice<UInt8>) -> Bool {
    footers.contains { Bytes.contains(bytes, $0) }
  }

  private static let footers = [
    "版权所有", "ICP备", "Copyright", "copyright", "公网安备", "技术支持", "主办单位", "承办单位", "网站标识码", "备案号", "All Rights",
    "分辨率", "浏览器",
  ]

  /// A line that stands nowhere but in a footer: 网站标识码, 备案号, 您是第N位访问者.
  static func provesFooter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 6, bytes.count <= 600, !Bytes.contains(bytes, "。") else { return false }
    if footerProofs.contains(where: { Bytes.contains(bytes, $0) }) { return true }
    return Bytes.contains(bytes, "您是第") && Bytes.contains(bytes, "位")
  }

  private static let footerProofs = ["标识码", "ICP备", "ICP证", "公网安备", "公安备", "版权所有", "备案号", "Copyright", "All Rights"]

  /// A line of a footer that proves nothing by itself.
  static func opensFooterLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    let line = bytes.drop { $0 <= 0x20 }.prefix(60)
    return footerLines.contains { line.starts(with: $0) }
  }

  private static let footerLines = [
    "主办", "承办", "维护", "联系电话", "电话", "联系我们", "技术支持", "地址", "联系地址", "邮编", "邮政编码", "电子邮箱", "邮箱", "传真", "访问量", "总访问",
    "网站地图", "网站访问",
    "建议使用", "网站管理", "运行维护", "关于我们", "法律声明",
  ].map { Array($0.utf8) }

  /// A line that ends the article: what follows is navigation.
  static func endsArticle(_ line: String) -> Bool {
    let line = line.drop { "【[（( ·>".contains($0) }
    guard let first = line.first, enderFirsts.contains(first) else { return false }
    return enders.contains { line.hasPrefix($0) } && line.count < 120
  }

  private static let enders = [
    "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "相关新闻", "相关文章", "相关链接", "相关信息", "相关阅读", "打印本页", "关闭窗口", "打印", "关闭本页", "关闭",
    "分享到", "扫一扫", "我要打印", "返回顶部", "返回列表", "您可能感兴趣", "推荐阅读", "热点新闻", "网站地图", "版权所有", "友情链接", "加入收藏", "上一页", "前一篇", "后一篇",
  ]

  private static let enderFirsts = Set(enders.compactMap(\.first))

  /// A line around the article that is none of its text.
  static func isFurniture(_ line: String, title: String) -> Bool {
    if !title.isEmpty, Text.key(line) == Text.key(title) { return true }
    if line.count > 120 { return false }
    let key = line.filter { !$0.isWhitespace }
    return [
      "当前位置", "您的位置", "您现在的位置", "您所在的位置", "你的位置", "所在位置", "首页>", "设为首页", "字体：", "字号：", "【字体", "[字体", "字体大小", "点击数",
      "浏览次数", "阅读次数", "发布时间", "发布日期", "信息来源", "来源：", "责任编辑", "【大中小】", "大中小", "分享", "打印本页", "文章来源", "点击：", "时间：",
    ]
    .contains { key.hasPrefix($0) || key.drop(while: { "【[（(".contains($0) }).hasPrefix($0) }
  }
}
