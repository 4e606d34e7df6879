import DuwangCore

/// Pages of lists by their addresses.
enum ListPages {
  /// A further page of a list: it comes and goes with the number of rows, and says nothing new.
  static func isContinuation(_ reading: PageReading) -> Bool {
    guard reading.kind == .list, let address = WebAddress(reading.url) else { return false }
    if let query = address.query?.lowercased() {
      return ["page", "currpage", "pageno", "pageindex", "p"].contains { name in
        query.split(separator: "&").contains { $0.hasPrefix("\(name)=") }
      }
    }
    let stem = address.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0 else { return false }
    var word = stem.dropLast(digits).lowercased()
    while let last = word.last, "_-".contains(last) { word.removeLast() }
    return ["", "index", "list", "default", "more", "page"].contains(word)
  }
}
