import DuwangCore

/// Drafts a Targets.yaml from a site's home page: navigation → units and columns, category and policy by name.
package enum TargetsDraft {
  /// Units and columns beyond these are left out of the draft.
  private static let most = (units: 200, columns: 300)

  /// `pages` are further pages already read (units' homes), whose links below a unit's home become its columns.
  package static func yaml(home: Page, pages: [Page] = []) -> String {
    let root = WebAddress(home.url)
    var draft = DraftFile(
      origin: "由首页\(home.url)起草", siteName: siteName(home), home: home.url, code: code(home))
    draft.units = [.init(id: "office", name: "政府办公室", kind: .office)]
    var seen: Set<String> = [home.url]
    let links = root.map { root in (([home] + pages).flatMap(\.links)).compactMap { entry($0, on: root) } } ?? []
    for link in links where isUnit(link.text) && seen.insert(link.address.description).inserted {
      guard draft.units.count < most.units, !draft.units.contains(where: { $0.name == link.text }) else { continue }
      let kind = UnitKinds.kind(of: link.text)
      if kind == .office {
        (draft.units[0].name, draft.units[0].home) = (link.text, link.address.description)
        continue
      }
      let id = DraftFile.identifier(
        link.address.description, otherwise: UnitKinds.identifier(kind, draft.units.count),
        taken: Set(draft.units.map(\.id)))
      draft.units.append(.init(id: id, name: link.text, kind: kind, home: link.address.description))
    }
    var (names, count) = (Set<String>(), 0)
    for link in links where seen.insert(link.address.description).inserted && count < most.columns {
      let place = owner(of: link.address, among: draft.units)
      guard names.insert("\(place)\n\(link.text)").inserted else { continue }
      let entry = ColumnCatalogue.entry(for: link.text)
      draft.units[place].add(
        link.text, url: link.address.description, category: entry.category, policy: entry.policy)
      count += 1
    }
    return draft.yaml
  }

  /// A navigation link below the same host that can lead to a column.
  private static func entry(_ link: Link, on root: WebAddress) -> (text: String, address: WebAddress)? {
    guard link.kind == .page, !link.isMalformed, !link.isHidden, let address = WebAddress(link.url),
      address.authority == root.authority, !address.isHomePath, !AddressShape.isArticleOrFile(address)
    else { return nil }
    let text = NavigationWords.normalised(link.text)
    guard NavigationWords.isNavigation(text) else { return nil }
    return (text, address)
  }

  private static func isUnit(_ text: String) -> Bool {
    let isWord = ["乡镇", "各乡镇", "部门乡镇", "各部门", "办公室"].contains(text)
    return !isWord && (NavigationWords.namesUnit(text) || (text.hasSuffix("办公室") && text.count > 3))
  }

  /// The unit whose home lies above the address, else the office.
  private static func owner(of address: WebAddress, among units: [DraftFile.Unit]) -> Int {
    units.indices.first { index in
      guard let home = units[index].home.flatMap({ WebAddress($0) }) else { return false }
      let folder = home.path[...(home.path.lastIndex(of: "/") ?? home.path.startIndex)]
      return folder.count > 1 && address.path.hasPrefix(folder)
    } ?? 0
  }

  private static func siteName(_ home: Page) -> String {
    let name = home.meta["sitename"]?.trimmed ?? ""
    if !name.isEmpty { return name }
    let title = home.documentTitle.split(whereSeparator: { "-_|—".contains($0) }).last.map { $0.trimmed } ?? ""
    return title.isEmpty ? "（请填写网站名称）" : title
  }

  private static func code(_ home: Page) -> String? {
    home.meta["siteidcode"].flatMap { code in
      code.utf8.count == 10 && code.allSatisfy { $0.isASCII && $0.isNumber } ? code : nil
    }
  }
}
