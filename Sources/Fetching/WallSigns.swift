import DuwangCore
import Foundation

/// Recognises answers of protection walls, which tell that the server is alive and a machine may not read
/// (动态防护或验证页面). Only concrete signs count: ordinary pages carry cookies and words of walls, too.
enum WallSigns {
  private static let looked = 64 * 1024
  /// Pages of walls are small and lead nowhere; an article about 安全验证 is neither.
  private static let largestNotice = 24 * 1024
  private static let mostLinks = 3

  static func isChallenge(status: Int, headers: [String: String], body: [UInt8]) -> Bool {
    if FetchFault.of(status: status) == .challenge || headers["cf-mitigated"] == "challenge" { return true }
    let head = body.prefix(looked)
    return hasScriptSign(head) || (body.count <= largestNotice && isNotice(head, status: status))
  }

  private static func hasScriptSign(_ page: ArraySlice<UInt8>) -> Bool {
    // 瑞数: its global variable, or its pair of marked elements.
    if page.has("$_ts=window['$_ts']") || page.has("$_ts=window[\"$_ts\"]") { return true }
    if page.hasTag("<meta", with: ["r='m'", "r=\"m\""]), page.hasTag("<script", with: ["r='m'", "r=\"m\""]) {
      return true
    }
    // 阿里云.
    return page.has("acw_sc__v2") && page.has("arg1=")
  }

  private static func isNotice(_ page: ArraySlice<UInt8>, status: Int) -> Bool {
    guard page.count(of: "<a ", upTo: mostLinks + 1) <= mostLinks else { return false }
    // 加速乐 and its kind: a script that sets a cookie and loads the page again, and nothing else.
    if page.has("document.cookie"), page.has("<script"), !page.has("<body"),
      page.has("location.reload") || page.has("location.href=location") || page.has("__jsl_clearance")
    {
      return true
    }
    if [403, 405].contains(status), page.has("errors.aliyun.com") { return true }
    guard let start = page.range(of: "<title") ?? page.range(of: "<TITLE") else { return false }
    let title = page[start.upperBound...].prefix(200).prefix { $0 != UInt8(ascii: "/") }
    return titles.contains { title.has($0) }
  }

  /// In UTF-8 and in GB18030.
  private static let titles: [[UInt8]] = {
    let words = [
      "安全验证", "访问验证", "人机验证", "访问过于频繁", "请求存在威胁", "网站防火墙", "访问存在异常", "访问被拦截", "Just a moment",
    ]
    let encodings: [String.Encoding] = [.utf8, .init(rawValue: 0x8000_0632)]
    return words.flatMap { word in encodings.compactMap { word.data(using: $0).map { Array($0) } } }
  }()
}

extension ArraySlice<UInt8> {
  /// Seeks the first byte with `memchr`: pages are long, signs are rare.
  fileprivate func range(of sign: [UInt8]) -> Range<Int>? {
    guard let first = sign.first, sign.count <= count else { return nil }
    let offset = withUnsafeBytes { page -> Int? in
      guard let base = page.baseAddress else { return nil }
      var from = 0
      while from <= page.count - sign.count,
        let found = memchr(base + from, Int32(first), page.count - sign.count + 1 - from)
      {
        from = UnsafeRawPointer(found) - base
        if memcmp(found, sign, sign.count) == 0 { return from }
        from += 1
      }
      return nil
    }
    return offset.map { startIndex + $0..<startIndex + $0 + sign.count }
  }

  fileprivate func range(of sign: String) -> Range<Int>? { range(of: Array(sign.utf8)) }
  fileprivate func has(_ sign: [UInt8]) -> Bool { range(of: sign) != nil }
  fileprivate func has(_ sign: String) -> Bool { range(of: sign) != nil }

  /// How often `sign` stands here; counting ends at `limit`.
  fileprivate func count(of sign: String, upTo limit: Int) -> Int {
    var (count, rest) = (0, self)
    while count < limit, let found = rest.range(of: sign) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }

  /// Whether one of `signs` stands inside a tag that begins with `name`.
  fileprivate func hasTag(_ name: String, with signs: [String]) -> Bool {
    guard signs.contains(where: has) else { return false }
    var rest = self
    while let found = rest.range(of: name) {
      rest = rest[found.upperBound...]
      let tag = rest.prefix { $0 != UInt8(ascii: ">") }
      if signs.contains(where: { tag.has($0) }) { return true }
    }
    return false
  }
}
