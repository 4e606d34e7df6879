import DuwangCore

/// Whether a file is what its name says, told by its first bytes (domain §7.6: HTML answered for a .pdf is a dead file).
enum FirstBytes {
  /// Nil when the answer fits the link, or when its first bytes do not tell.
  static func mismatch(_ outcome: FetchOutcome, link: Link) -> String? {
    guard [.attachment, .image, .page].contains(link.kind), !outcome.isNotModified else { return nil }
    let name = fileExtension(link.url)
    let isFile = link.kind == .image || (name.map { fileNames.contains($0) } ?? false)
    guard isFile, name.map({ !pageNames.contains($0) }) ?? true else { return nil }
    if outcome.body.isEmpty {
      return outcome.status == 200 && outcome.headers["content-length"] == "0" ? "文件为空，长度为0" : nil
    }
    guard isHTML(outcome.body), !isOfficeExport(outcome) else { return nil }
    let kind = link.kind == .image ? "图片" : "\(name ?? "")文件"
    return "链接指向\(kind)，实际返回网页"
  }

  /// A table or document that an office program saved as HTML under its own name opens as it should.
  private static func isOfficeExport(_ outcome: FetchOutcome) -> Bool {
    let type = (outcome.headers["content-type"] ?? "").lowercased()
    return type.contains("ms-excel") || type.contains("msword") || type.contains("officedocument")
  }

  private static let imageNames: Set<String> = ["jpg", "jpeg", "png", "gif", "bmp", "webp", "ico"]
  private static let fileNames: Set<String> = imageNames.union([
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "zip", "rar", "7z", "mp3", "mp4", "ofd",
  ])
  private static let pageNames: Set<String> = ["htm", "html", "shtml", "jsp", "do", "php", "aspx", "asp"]

  private static func fileExtension(_ url: String) -> String? {
    guard let path = WebAddress(url)?.path, let last = path.split(separator: "/").last,
      let dot = last.lastIndex(of: ".")
    else { return nil }
    return last[last.index(after: dot)...].lowercased()
  }

  /// Leading blanks, a byte order mark, a declaration and comments are skipped; 512 bytes are looked at.
  private static func isHTML(_ body: [UInt8]) -> Bool {
    var start = body.prefix(512)[...]
    if start.starts(with: [0xef, 0xbb, 0xbf]) { start = start.dropFirst(3) }
    let text = String(decoding: start, as: UTF8.self).lowercased().drop { $0.isWhitespace }
    if text.hasPrefix("<?xml") || text.hasPrefix("<!--") {
      return text.contains("<html") || text.contains("<!doctype html")
    }
    return ["<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title"].contains { text.hasPrefix($0) }
  }
}
