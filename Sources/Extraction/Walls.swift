import DuwangCore
import HTMLTree

/// Recognises answers that only a person or a browser could read.
enum Walls {
  /// Signs in the source of pages that want a script to run first (瑞数, 加速乐, cloud firewalls).
  static func challenge(_ source: [UInt8], visible: Int) -> Bool {
    guard visible < 400 else { return false }
    let head = source.prefix(200_000)
    if [
      "$_ts=window['$_ts']", "$_ts = window", "$_ts=window[", "__jsl_clearance", "__jsluid", "acw_sc__v2",
      "errors.aliyun.com",
      "HWWAFSESID", "_waf_", "cf-browser-verification", "/cdn-cgi/challenge",
    ].contains(where: { Bytes.contains(head, $0) }) {
      return true
    }
    if Bytes.contains(head, "<script"), Bytes.contains(head, " r='m'") || Bytes.contains(head, " r=\"m\"") {
      return true
    }
    if Bytes.contains(head, "arg1="), Bytes.contains(head, "document.cookie") { return true }
    return visible < 40 && Bytes.contains(head, "document.cookie")
      && (Bytes.contains(head, "location.href") || Bytes.contains(head, "location.reload")
        || Bytes.contains(head, "location.pathname"))
  }

  /// Words of a short page that asks for proof or turns the reader away. A page with a site's navigation, with dated rows
  /// or with a dated article is no wall: 安全检查 stands in headlines every day.
  static func wall(_ page: Page, _ text: String) -> Bool {
    guard page.visibleLength < 600, page.newest == nil, page.publishedAt == nil,
      page.links.count(where: { $0.kind == .page }) <= 5
    else { return false }
    let bytes = Array(text.utf8)
    return words.contains { Bytes.contains(bytes[...], $0) }
      || page.visibleLength < 150 && weakWords.contains { Bytes.contains(bytes[...], $0) }
  }

  private static let words = [
    "请输入验证码", "访问过于频繁", "请求存在威胁", "您的访问存在异常", "Just a moment", "访问被拦截", "滑动验证", "拖动滑块", "您的请求过于频繁",
    "请求过于频繁", "疑似攻击", "Checking your browser", "Access Denied", "访问频率过快", "完成安全验证", "进行安全验证", "进行人机验证",
  ]
  private static let weakWords = ["安全验证", "网站防火墙", "人机验证", "访问验证", "已被拦截", "正在进行安全检查"]

  /// Bytes that begin as a file, not as a page.
  static func isFile(_ bytes: [UInt8]) -> Bool {
    let magics: [[UInt8]] = [
      Array("%PDF-".utf8), [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47],
      Array("GIF8".utf8), Array("Rar!".utf8), [0x1f, 0x8b], [0x37, 0x7a, 0xbc, 0xaf],
    ]
    return magics.contains { bytes.starts(with: $0) }
  }
}
