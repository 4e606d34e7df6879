import DuwangCore

/// What was added to, taken from and exchanged among the files or links of a text. Their order says nothing.
enum FileEdits {
  /// `word` stands before each: 附件 or 链接.
  static func blocks(old: [Attachment], new: [Attachment], word: String) -> [ChangedBlock] {
    var waiting = old
    func take(_ test: (Attachment) -> Bool) -> Attachment? {
      waiting.firstIndex(where: test).map { waiting.remove(at: $0) }
    }
    var rest: [Attachment] = []
    var result: [ChangedBlock] = []
    for file in new {
      guard let same = take({ place($0.url) == place(file.url) }) else {
        rest.append(file)
        continue
      }
      if Noise.visible(same.name) == Noise.visible(file.name) { continue }
      result.append(block([.init(.keep, "\(word)："), .init(.delete, same.name), .init(.insert, file.name)]))
    }
    for file in rest {
      guard let before = take({ Noise.visible($0.name) == Noise.visible(file.name) }) else {
        result.append(block([.init(.insert, "\(word)：\(file.name)（\(shown(file.url))）")]))
        continue
      }
      result.append(
        block([
          .init(.keep, "\(word)：\(file.name)（"), .init(.delete, shown(before.url)), .init(.insert, shown(file.url)),
          .init(.keep, "）"),
        ]))
    }
    return result + waiting.map { block([.init(.delete, "\(word)：\($0.name)（\(shown($0.url))）")]) }
  }

  /// The address without what differs between visits: the scheme, and the query of an address that names a file.
  static func place(_ url: String) -> String {
    guard let address = WebAddress(url) else { return url }
    let last = address.path.split(separator: "/").last ?? ""
    let isFile =
      last.contains(".") && !["jsp", "do", "action", "aspx", "asp", "php"].contains { last.hasSuffix(".\($0)") }
    return address.authority + address.path + (isFile ? "" : address.query.map { "?\($0)" } ?? "")
  }

  /// The file's own name where it has one, else the address.
  private static func shown(_ url: String) -> String {
    guard let address = WebAddress(url), address.query == nil, let last = address.path.split(separator: "/").last else {
      return url
    }
    return String(last).percentDecoded
  }

  private static func block(_ runs: [ChangedBlock.Run]) -> ChangedBlock { ChangedBlock(runs: runs, skipped: 0) }
}
