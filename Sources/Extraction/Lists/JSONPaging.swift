import DuwangCore

/// The page after an answer in JSON: the number in its own address plus one, while the answer says that there are more.
struct JSONPaging {
  let address: WebAddress
  let json: LooseJSON
  let rows: Int

  var next: String? {
    guard rows > 0, let query = address.query, let (name, page) = numbered(query) else { return nil }
    let more =
      json.number(["pages", "pagecount", "totalpages", "totalpage"]).map { $0 > page }
      ?? json.number(["total", "totalcount", "totalrecord", "totalrows", "totalelements"]).map { $0 > page * rows }
    guard more ?? false else { return nil }
    let parts = query.split(separator: "&").map { $0 == "\(name)=\(page)" ? "\(name)=\(page + 1)" : String($0) }
    guard case .web(let url, _) = address.resolve("?" + parts.joined(separator: "&")) else { return nil }
    return url.description
  }

  private func numbered(_ query: String) -> (name: Substring, page: Int)? {
    query.split(separator: "&").lazy.compactMap { pair -> (name: Substring, page: Int)? in
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let page = Int(sides[1]), page > 0,
        ["page", "pageno", "pageindex", "currpage", "pagenum", "pn"].contains(sides[0].lowercased())
      else { return nil }
      return (sides[0], page)
    }.first
  }
}

extension LooseJSON {
  /// The first number under one of the names (in lower case), from the outside in.
  fileprivate func number(_ names: [String]) -> Int? {
    guard case .object(let pairs) = self else { return nil }
    let own = pairs.first { names.contains($0.key.lowercased()) }?.value.text.flatMap { Int($0) }
    return own ?? pairs.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.number(names) }.first
  }
}
