import DuwangCore

/// Which columns of which units are looked for, and under what names.
struct SearchDirectory: Sendable {
  struct Wanted: Sendable {
    var column: String
    /// Normalised.
    var name: String
    /// Normalised; nil when it is the name itself.
    var category: String?
  }
  struct Unit: Sendable {
    var id: String
    var isOffice: Bool
    var home: WebAddress?
    var keys: Set<String>
    var wanted: [Wanted]
    /// Homes of units and sites: never a column.
    var ownAddresses: Set<String>

    /// `一条山镇政策解读` → 政策解读, in this unit's own navigation.
    func withoutName(_ text: String) -> String {
      for key in keys where text.hasPrefix(key) && text.count > key.count { return String(text.dropFirst(key.count)) }
      return text
    }
  }

  private(set) var units: [Unit] = []
  private var positions: [String: Int] = [:]
  private var unitsByKey: [String: Int] = [:]
  private var officesOfSite: [String: [Int]] = [:]
  private let regions: [String]
  private var homeFolders: [String]
  private let siteFolders: Set<String>
  /// Addresses written in Targets.yaml or found earlier: they are some column's already.
  let claimed: Set<String>
  /// Ids of all columns without `url`, in the order of the file.
  let nameless: [String]

  var hasWanted: Bool { units.contains { !$0.wanted.isEmpty } }

  init(_ targets: Targets, scope: SiteScope, known: [String: String]) {
    func canonical(_ url: String?) -> WebAddress? { url.flatMap(CanonicalAddress.of) }
    regions = targets.sites.flatMap { NameMatch.regions(of: $0.name) }
    nameless = targets.columns.filter { $0.url == nil }.map(\.id)
    let written = targets.columns.compactMap { canonical($0.url)?.description }
    claimed = Set(written + known.values.compactMap { canonical($0)?.description })
    let siteHomes = targets.sites.compactMap { canonical($0.home) }
    let unitHomes = targets.units.compactMap { canonical($0.home) }
    siteFolders = Set(siteHomes.map { $0.authority + $0.folder })
    homeFolders = unitHomes.map { $0.authority + $0.folder }
    let homes = Set((siteHomes + unitHomes).map(\.description))
    let ownership = Ownership(targets)
    for (index, unit) in targets.units.enumerated() {
      let isOffice = unit.kind == .office
      let wanted = unit.columns.filter { $0.url == nil && known[$0.id] == nil }.map {
        let name = NavigationWords.normalised($0.name)
        let category = NavigationWords.normalised($0.category)
        return Wanted(column: $0.id, name: name, category: category.isEmpty || category == name ? nil : category)
      }
      positions[unit.id] = index
      units.append(
        Unit(
          id: unit.id, isOffice: isOffice, home: canonical(unit.home),
          keys: NameMatch.unitKeys(unit.name, regions: regions), wanted: wanted, ownAddresses: homes))
      for key in units[index].keys where unitsByKey[key] == nil { unitsByKey[key] = index }
    }
    for site in targets.sites {
      let owner = ownership.owner(of: site.home, listedBy: nil).unit
      officesOfSite[site.id] = positions[owner].map { units[$0].isOffice ? [$0] : [] } ?? []
    }
    // An office that is no site's own looks below the first site.
    let placed = Set(officesOfSite.values.joined())
    for index in units.indices where units[index].isOffice && !placed.contains(index) {
      if let site = targets.sites.first { officesOfSite[site.id, default: []].append(index) }
    }
  }

  subscript(id: String) -> Unit? { positions[id].map { units[$0] } }

  /// Units whose columns are looked for in this site's own navigation.
  func offices(of site: String) -> [Unit] { officesOfSite[site]?.map { units[$0] } ?? [] }

  /// The unit that a normalised text in navigation names.
  func unit(named text: String) -> Unit? {
    if let index = unitsByKey[text] { return units[index] }
    for form in NameMatch.variants(text, regions: regions) {
      if let index = unitsByKey[form] { return units[index] }
    }
    return nil
  }

  /// A unit's home that was found by name.
  mutating func learn(home: WebAddress) { homeFolders.append(home.authority + home.folder) }

  /// Whether "below this home" says something: its folder is no site's root and holds no other unit's home.
  func isTelling(_ home: WebAddress) -> Bool {
    let folder = home.authority + home.folder
    guard home.folder != "/", !siteFolders.contains(folder) else { return false }
    return homeFolders.count { $0.hasPrefix(folder) } <= 1
  }
}
