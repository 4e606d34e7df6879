import DuwangCore

/// Tells a page that says "no such page" with a good status code. Two signs are needed: one phrase alone proves
/// nothing, because notices and help pages quote the same words.
package enum SoftNotFound {
  /// Nil when the page is a page; else its signs in words.
  /// - Parameter randomProbe: the answer to a made-up path of the same folder, when that answer was good too.
  package static func judge(page: Page, randomProbe: Page?) -> String? {
    if let why = page.unreadable, [.challenge, .wall, .scriptShell, .noBrowser, .notHTML].contains(why) { return nil }
    let body = page.body
    let title = titleSign(page)
    let words = wordingSign(body)
    // A list that says it has nothing is a list, and a page of rows is one too, unless it also calls itself missing.
    if title == nil, words == nil, page.saysEmpty || page.hasList || !page.entries.isEmpty { return nil }
    let likeness = randomProbe.flatMap { isLike(page, $0) ? "与随机网址的返回内容一致" : nil }
    // A dated article may be short; it is still an article.
    let isShort = page.publishedAt == nil && page.kind != .home && body.unicodeScalars.count < 100
    let signs = [title, words, likeness, isShort ? "正文不足100字" : nil].compactMap { $0 }
    return signs.count >= 2 ? signs.joined(separator: "，") : nil
  }

  /// Whether one sign is there, so that asking the folder for a made-up path can decide; likeness alone never does.
  package static func isSuspicious(_ page: Page) -> Bool {
    let body = page.body
    let isShort = page.publishedAt == nil && page.kind != .home && body.unicodeScalars.count < 100
    return isShort || titleSign(page) != nil || wordingSign(body) != nil
  }

  /// Titles of domain §7.6: a whole part of the title, not a word of a longer one (国道404线…).
  private static func titleSign(_ page: Page) -> String? {
    let parts = [page.title, page.documentTitle].flatMap { $0.split(whereSeparator: { "-_|—–·".contains($0) }) }
    let hit = parts.map { $0.filter { !$0.isWhitespace && !"，。！!,.".contains($0) }.lowercased() }.first { part in
      guard part.count <= 16 else { return false }
      return exactTitles.contains(part) || part.hasPrefix("404") && titleTails.contains { part.hasSuffix($0) }
        || part.contains("notfound") || page404.contains { part.contains($0) }
    }
    return hit.map { "页面标题为“\($0)”" }
  }

  private static let exactTitles: Set<String> = ["404", "404错误", "错误页面", "提示信息", "出错了", "错误提示", "error404"]
  private static let titleTails = ["错误", "页面", "error", "出错", "提示"]
  private static let page404 = ["页面不存在", "页面未找到", "页面找不到", "找不到页面", "页面走丢了", "页面已删除", "http404"]

  /// Wording of domain §7.6, outside quotation marks. A page that says there is no such page says so at its beginning.
  private static func wordingSign(_ body: String) -> String? {
    let text = unquoted(body.unicodeScalars.prefix(1000))
    return phrases.first { Bytes.contain(text, $0) }.map { "正文提示“\($0)”" }
  }

  private static let phrases = [
    "您访问的页面不存在", "您所访问的页面不存在", "你访问的页面不存在", "访问的页面不存在", "请求的页面不存在", "页面不存在或", "您要查看的页面不存在",
    "找不到您要访问的页面", "找不到您访问的页面", "您要找的页面", "您查找的页面", "找不到页面", "页面未找到", "页面找不到", "页面走丢了", "页面已被删除",
    "该信息不存在", "信息已被删除", "信息不存在或", "文章不存在或", "文章不存在", "内容不存在或", "参数错误", "非法访问", "无权访问该栏目",
    "秒后自动返回首页", "秒后自动跳转到首页", "秒钟后自动返回", "404 Not Found", "404 not found",
  ]

  private static func unquoted(_ text: String.UnicodeScalarView.SubSequence) -> [UInt8] {
    var (kept, depth) = ([UInt8](), 0)
    kept.reserveCapacity(3 * 1000)
    for scalar in text {
      switch scalar {
      case "“", "「", "『", "《": depth += 1
      case "”", "」", "』", "》": depth = max(0, depth - 1)
      default: if depth == 0, let bytes = UTF8.encode(scalar) { kept.append(contentsOf: bytes) }
      }
    }
    return kept
  }

  /// Shared pairs of characters against all pairs: at least nine in ten. Empty texts are alike only with equal titles.
  private static func isLike(_ page: Page, _ probe: Page) -> Bool {
    let (a, b) = (pairs(page.body), pairs(probe.body))
    if a.isEmpty && b.isEmpty { return !page.documentTitle.isEmpty && page.documentTitle == probe.documentTitle }
    let shared = a.intersection(b).count
    return shared * 10 >= (a.count + b.count - shared) * 9
  }

  /// Digits are left out, so that times and countdowns do not matter; 20,000 scalars are looked at.
  private static func pairs(_ text: String) -> Set<UInt64> {
    let scalars = text.unicodeScalars.prefix(20_000).filter { !$0.properties.isWhitespace && !("0"..."9" ~= $0) }
    return Set(zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }
}
