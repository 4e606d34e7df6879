import DuwangCore

/// Addresses that lead to a file, by their ending.
enum FileKinds {
  static func isFile(_ address: WebAddress) -> Bool {
    endings.contains(ending(of: address.path)) || (address.query.map { endings.contains(ending(of: $0)) } ?? false)
      || isDownload(address)
  }

  static func isFileName(_ name: String) -> Bool { endings.contains(ending(of: name)) }

  /// Addresses of download programs: the file's name stands elsewhere.
  private static func isDownload(_ address: WebAddress) -> Bool {
    guard address.path.utf8.contains(where: { $0 | 0x20 == 0x77 }) else { return false }
    let path = address.path.lowercased()
    return path.hasSuffix("download.jsp") || path.hasSuffix("downfile.jsp") || path.hasSuffix("/download.do")
      || Bytes.contains(Array(path.utf8)[...], "downloadattach") || path.hasSuffix("download.aspx")
      || path.hasSuffix("download.php")
  }

  private static func ending(of path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: 0x2e) else { return "" }
    let ending = path.utf8[path.utf8.index(after: dot)...]
    return ending.count <= longestEnding ? Substring(ending).lowercased() : ""
  }

  private static let longestEnding = 4
  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "dps", "ofd", "ceb", "rtf", "txt", "csv", "zip",
    "rar",
    "7z", "tar", "gz", "mp3", "mp4", "avi", "wmv", "flv", "mov", "wav", "m4v", "tif", "tiff", "dwg", "apk", "exe",
    "caj",
  ]
}
