/// Words that stand on pages but in no article.
enum Boilerplate {
  static func isFooter(_ bytes: ArraySlice<UInt8>) -> Bool {
    footers.stands(in: bytes)
  }

  private static let footers: WordFinder = [
    "版权所有", "ICP备", "Copyright", "copyright", "公网安备", "技术支持", "主办单位", "承办单位", "网站标识码", "备案号", "All Rights",
    "分辨率", "浏览器",
  ]

  /// A line that stands nowhere but in a footer: 网站标识码, 备案号, 您是第N位访问者.
  static func provesFooter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 6, bytes.count <= 600, footerProofs.stands(in: bytes), !Bytes.contains(bytes, "。") else {
      return false
    }
    return surelyProofs.stands(in: bytes) || Bytes.contains(bytes, "位")
  }

  private static let surelyProofs: WordFinder = [
    "标识码", "ICP备", "ICP证", "公网安备", "公安备", "版权所有", "备案号", "Copyright", "All Rights",
  ]
  private static let footerProofs: WordFinder = [
    "标识码", "ICP备", "ICP证", "公网安备", "公安备", "版权所有", "备案号", "Copyright", "All Rights", "您是第",
  ]

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
}
