/// What an address alone tells about the page behind it.
package enum AddressShape {
  /// The address of one article, as the usual publishing systems write them, or of a file: never a column.
  package static func isArticleOrFile(_ address: WebAddress) -> Bool {
    let path = address.path.lowercased()
    let segments = path.split(separator: "/")
    guard let file = segments.last else { return false }
    if file.hasPrefix("art_") || isDated(file) || file.hasPrefix("post_") { return true }
    let (stem, ext) = split(file)
    if fileExtensions.contains(ext) { return true }
    if stem.count == 32, stem.allSatisfy(\.isHexDigit) { return true }
    if stem.count >= 7, stem.allSatisfy(\.isNumber), !ext.isEmpty { return true }
    if segments.count >= 3, segments[segments.count - 3] == "info", isNumber(segments[segments.count - 2]),
      isNumber(stem)
    {
      return true
    }
    if file == "page.htm", segments.count >= 2, segments[segments.count - 2].wholeMatch(of: /c\d+a\d+/) != nil {
      return true
    }
    if path.contains("/content/detail/") || path.contains("/art/") || hasDatedFolder(segments) { return true }
    let names = (address.query ?? "").split(separator: "&").map { pair in pair.prefix { $0 != "=" }.lowercased() }
    return names.contains(where: articleNames.contains)
  }

  /// `t20181220_123.html`.
  private static func isDated(_ file: Substring) -> Bool {
    file.hasPrefix("t") && file.dropFirst().prefix(8).count(where: \.isNumber) == 8 && file.contains("_")
  }

  /// `/2018/12/20/x.html`, `/201812/x.html`, `/2018-12/20/x.html`.
  private static func hasDatedFolder(_ segments: [Substring]) -> Bool {
    guard segments.last?.contains(".") == true else { return false }
    for (index, segment) in segments.dropLast().enumerated() where segment.hasPrefix("20") {
      let digits = segment.filter(\.isNumber)
      if digits.count == 6 || digits.count == 8, digits.count >= segment.count - 2 { return true }
      let next = index + 1 < segments.count - 1 ? segments[index + 1] : ""
      if digits.count == 4, segment.count == 4, isNumber(next), next.count <= 4 { return true }
    }
    return false
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }

  private static func split(_ file: Substring) -> (stem: Substring, ext: String) {
    guard let dot = file.lastIndex(of: ".") else { return (file, "") }
    return (file[..<dot], String(file[file.index(after: dot)...]))
  }

  private static let articleNames: Set<String> = [
    "newsid", "articleid", "contentid", "wbnewsid", "infoid", "docid", "aid", "newid",
  ]
  private static let fileExtensions: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "zip", "rar", "7z", "jpg", "jpeg", "png", "gif",
    "bmp", "svg", "mp3", "mp4", "wmv", "avi", "flv", "css", "js", "xml", "txt", "ofd", "exe", "apk",
  ]
}
