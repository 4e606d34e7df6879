/// The parts of a document's title.
extension TitleReader {
  /// `标题 - 栏目 - 站名` → `标题`: the longest part that is not the site's name, the first of equals.
  /// Of a path (`城乡规划 / 城乡 / 城乡风采`) the last.
  static func ownPart(_ title: String, siteName: String?) -> String {
    let path = title.components(around: "/").filter { $0.count >= 2 && $0 != siteName && !isSite($0) }
    if title.contains(" / "), let last = path.last { return last }
    for separator in ["_", "|", " - ", "--", "-", "—", "–", "»", ">"] {
      let parts = title.components(around: separator).filter { $0.count >= 2 && $0 != siteName }
      if parts.count > 1, let first = parts.first {
        return isSite(first) ? parts.first { !isSite($0) } ?? first : first
      }
      if parts.count == 1, parts[0].count < Text.title(title).count { return parts[0] }
    }
    return Text.title(title)
  }

  /// Named as sites are: 清河县人民政府, 中国清河网.
  static func isSite(_ part: String) -> Bool {
    part.count <= 24
      && ["网", "网站", "政府", "门户", "委员会", "局", "厅", "平台"].contains { part.hasSuffix($0) && part.count >= $0.count + 3 }
  }
}

extension String {
  /// Parts between a separator, trimmed.
  func components(around separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map { Text.title(String($0)) }
  }
}
