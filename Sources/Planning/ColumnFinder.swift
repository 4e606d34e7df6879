import DuwangCore

/// Looks for the addresses of columns that Targets.yaml names without `url`, in the navigation below their unit's home.
///
/// A pure state machine: ask `nextPages()`, read them, hand every one to `observe` (with no links when it failed), and
/// ask again until nothing is wanted.
package struct ColumnFinder: Sendable {
  /// Pages whose links are looked at below one unit's home.
  package static let pagesPerUnit = 40
  /// The same for a site's own navigation.
  package static let pagesPerSite = 60

  private var directory: SearchDirectory
  private let scope: SiteScope
  private let known: [String: String]
  private var areas: [SearchArea] = []
  private var candidates: [Candidate] = []
  private var homes: [HomeCandidate] = []
  /// Links of pages already observed, for areas that come to them later.
  private var remembered: [String: [Link]] = [:]
  /// Addresses in the sites' own navigation.
  private var siteLinks: Set<String> = []
  /// The unit in whose navigation an address stands; nil when it stands in several.
  private var unitOfLink: [String: String?] = [:]
  private var homesOpened = false
  /// Candidates by column, to bound what a hostile page can leave behind.
  private var noted: [String: Int] = [:]

  struct Candidate: Sendable {
    var column: String
    var unit: String
    var address: WebAddress
    var isExact: Bool
    /// The way there names the column's category.
    var underCategory: Bool
    var depth: Int
    var order: Int
  }
  struct HomeCandidate: Sendable {
    var unit: String
    var address: WebAddress
    var fromUnitList: Bool
    var depth: Int
    var order: Int
  }

  /// `known` holds addresses found on earlier days, by column id; leave out those that no longer answer.
  package init(targets: Targets, known: [String: String] = [:]) {
    scope = SiteScope(targets)
    let columns = Set(targets.columns.filter { $0.url == nil }.map(\.id))
    self.known = known.filter { columns.contains($0.key) }
    directory = SearchDirectory(targets, scope: scope, known: self.known)
    guard directory.hasWanted else { return }
    for site in targets.sites {
      guard let root = CanonicalAddress.of(site.home) else { continue }
      areas.append(SearchArea(unit: nil, site: site.id, root: root, budget: ColumnFinder.pagesPerSite))
    }
    for unit in directory.units where !unit.wanted.isEmpty {
      if let home = unit.home { open(unit.id, at: home) }
    }
  }

  /// Addresses whose links are wanted next; empty while some are outstanding, and for good once all were observed.
  package mutating func nextPages() -> [String] {
    while true {
      var pages: [String] = []
      for index in areas.indices where wantsMore(areas[index]) {
        for url in areas[index].take(10) {
          if let links = remembered[url] { look(at: links, of: url, in: index) } else { pages.append(url) }
        }
      }
      if !pages.isEmpty {
        var seen: Set<String> = []
        return pages.filter { seen.insert($0).inserted }
      }
      if areas.contains(where: { !$0.outstanding.isEmpty }) { return [] }
      if areas.contains(where: { wantsMore($0) && !$0.isExhausted }) { continue }
      guard openHomes() else { return [] }
    }
  }

  /// `url` is the address asked for, whatever answered.
  package mutating func observe(page url: String, links: [Link]) {
    let url = CanonicalAddress.of(url)?.description ?? url
    let links = Array(links.filter { $0.kind == .page || $0.kind == .frame }.prefix(3000))
    let interested = areas.indices.filter { areas[$0].outstanding.contains(url) }
    if interested.contains(where: { areas[$0].unit == nil }) { remembered[url] = links }
    for index in interested { look(at: links, of: url, in: index) }
  }

  /// Column id → address, those known from earlier days included. No two share an address.
  package var found: [String: String] {
    known.merging(resolved()) { old, _ in old }
  }

  /// Home of every unit that has one, written in Targets.yaml or found by name.
  package var unitHomes: [String: String] {
    var out: [String: String] = [:]
    for unit in directory.units { out[unit.id] = unit.home?.description }
    for area in areas { if let unit = area.unit, out[unit] == nil { out[unit] = area.root.description } }
    return out
  }

  /// Ids of the columns without an address, in the order of the file (待核对配置).
  package var unfound: [String] {
    let found = found
    return directory.nameless.filter { found[$0] == nil }
  }

  private mutating func open(_ unit: String, at home: WebAddress) {
    guard let site = scope.site(of: home) else { return }
    areas.append(SearchArea(unit: unit, site: site.id, root: home, budget: ColumnFinder.pagesPerUnit))
  }

  /// An area is left as soon as everything that could be found in it has an exact match.
  private func wantsMore(_ area: SearchArea) -> Bool {
    guard area.asked > 0 else { return true }
    if let unit = area.unit { return !missing(unit).isEmpty }
    return directory.units.contains { unit in
      if unit.isOffice { return !missing(unit.id).isEmpty }
      return unit.home == nil && !unit.wanted.isEmpty && !homes.contains { $0.unit == unit.id && $0.fromUnitList }
    }
  }

  private func missing(_ unit: String) -> [SearchDirectory.Wanted] {
    let exact = Set(candidates.lazy.filter { $0.unit == unit && $0.isExact && isUsable($0) }.map(\.column))
    return directory[unit]?.wanted.filter { !exact.contains($0.column) } ?? []
  }
}

// MARK: - Looking at one page

extension ColumnFinder {
  private mutating func look(at links: [Link], of url: String, in index: Int) {
    areas[index].outstanding.remove(url)
    let area = areas[index]
    guard let step = area.taken[url] else { return }
    for (order, link) in links.enumerated() where !link.isMalformed {
      guard let address = CanonicalAddress.of(link.url), scope.isInScope(address) else { continue }
      let text = NavigationWords.normalised(link.text)
      remember(address, in: area, depth: step.depth)
      guard !AddressShape.isArticleOrFile(address) else { continue }
      let place = Place(area: area, step: step, order: order)
      if !text.isEmpty {
        note(text, address, at: place)
        if area.unit == nil { noteHome(text, address, at: place) }
      }
      follow(text, address, isFrame: link.kind == .frame, at: place, in: index)
    }
  }

  private struct Place {
    var area: SearchArea
    var step: SearchArea.Step
    var order: Int
  }

  private mutating func remember(_ address: WebAddress, in area: SearchArea, depth: Int) {
    let key = address.description
    if area.unit == nil {
      if depth <= 1 { siteLinks.insert(key) }
    } else if let unit = area.unit {
      if let other = unitOfLink[key], other != unit {
        unitOfLink[key] = .some(nil)
      } else {
        unitOfLink[key] = .some(unit)
      }
    }
  }

  private mutating func note(_ text: String, _ address: WebAddress, at place: Place) {
    let units = place.area.unit.map { [directory[$0]].compactMap(\.self) } ?? directory.offices(of: place.area.site)
    for unit in units {
      guard !unit.ownAddresses.contains(address.description) else { continue }
      for wanted in unit.wanted {
        let forms = unit.isOffice ? [text] : [text, unit.withoutName(text)]
        let isExact = forms.contains(wanted.name)
        guard isExact || NameMatch.nearly(text, wanted.name), noted[wanted.column, default: 0] < 100 else { continue }
        noted[wanted.column, default: 0] += 1
        candidates.append(
          Candidate(
            column: wanted.column, unit: unit.id, address: address, isExact: isExact,
            underCategory: wanted.category.map { place.step.trail.contains($0) } ?? false,
            depth: place.step.depth, order: place.order))
      }
    }
  }

  private mutating func noteHome(_ text: String, _ address: WebAddress, at place: Place) {
    guard place.area.root != address, let unit = directory.unit(named: text), unit.home == nil else { return }
    homes.append(
      HomeCandidate(
        unit: unit.id, address: address, fromUnitList: NavigationWords.listsUnits(place.step.trail),
        depth: place.step.depth, order: place.order))
  }

  private mutating func follow(_ text: String, _ address: WebAddress, isFrame: Bool, at place: Place, in index: Int) {
    let rank: Int
    if isFrame {
      rank = 0
    } else if !NavigationWords.isNavigation(text) {
      return
    } else if place.area.unit == nil {
      guard directory.unit(named: text) == nil else { return }
      if NavigationWords.listsUnits(text) {
        rank = 0
      } else {
        // Of pages that are not known to lead to columns only those on the home page are looked at.
        guard !NavigationWords.namesUnit(text), NavigationWords.isContainer(text) || place.step.depth == 0 else {
          return
        }
        rank = NavigationWords.isContainer(text) ? 1 : 3
      }
    } else {
      let isBelow = directory.isTelling(place.area.root) && place.area.isBelow(address)
      // Outside the unit's folder only what its home page itself points to, and never the site's own navigation.
      guard isBelow || (place.step.depth == 0 && !siteLinks.contains(address.description)) else { return }
      guard directory.unit(named: text) == nil || isBelow else { return }
      rank = isBelow ? (NavigationWords.isContainer(text) ? 0 : 1) : 2
    }
    areas[index].add(
      .init(url: address.description, depth: place.step.depth + 1, rank: rank, trail: place.step.trail + "\n" + text))
  }
}

// MARK: - Deciding

extension ColumnFinder {
  /// Opens the homes of units that were found by name, once the sites' navigation has been seen; false when none is new.
  private mutating func openHomes() -> Bool {
    guard !homesOpened else { return false }
    homesOpened = true
    let ranked = homes.sorted {
      ($0.fromUnitList ? 0 : 1, $0.depth, $0.order) < ($1.fromUnitList ? 0 : 1, $1.depth, $1.order)
    }
    var taken = Set(directory.units.compactMap { $0.home?.description })
    var opened: Set<String> = []
    for home in ranked where !opened.contains(home.unit) && !taken.contains(home.address.description) {
      taken.insert(home.address.description)
      opened.insert(home.unit)
      directory.learn(home: home.address)
      if directory[home.unit]?.wanted.isEmpty == false { open(home.unit, at: home.address) }
    }
    return !opened.isEmpty
  }

  /// Whether the address can be this unit's at all.
  private func isUsable(_ candidate: Candidate) -> Bool {
    guard !directory.claimed.contains(candidate.address.description) else { return false }
    let own = areas.first { $0.unit == candidate.unit }
    let isBelow = own.map { directory.isTelling($0.root) && $0.isBelow(candidate.address) } ?? false
    if isBelow { return true }
    let belongsElsewhere = areas.contains {
      $0.unit != nil && $0.unit != candidate.unit && isTelling($0) && $0.isBelow(candidate.address)
    }
    if belongsElsewhere { return false }
    if directory[candidate.unit]?.isOffice == true { return true }
    // Navigation that the whole site shares is the office's; what stands in two units' navigation is nobody's.
    return candidate.depth <= 1 && !siteLinks.contains(candidate.address.description)
      && unitOfLink[candidate.address.description] == .some(.some(candidate.unit))
  }

  private func isTelling(_ area: SearchArea) -> Bool { directory.isTelling(area.root) }

  private func resolved() -> [String: String] {
    let areaOf = Dictionary(
      areas.compactMap { area in area.unit.map { ($0, area) } }, uniquingKeysWith: { first, _ in first })
    func isBelow(_ candidate: Candidate) -> Bool {
      areaOf[candidate.unit].map { isTelling($0) && $0.isBelow(candidate.address) } ?? false
    }
    let ranked = candidates.filter(isUsable).map { candidate in
      (
        candidate,
        [
          isBelow(candidate) ? 0 : 1, candidate.isExact ? 0 : 1, candidate.underCategory ? 0 : 1, candidate.depth,
          candidate.order,
        ]
      )
    }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    var addresses: [String: Set<String>] = [:]
    for candidate in ranked { addresses[candidate.column, default: []].insert(candidate.address.description) }
    var (out, taken) = ([String: String](), Set<String>())
    for candidate in ranked where out[candidate.column] == nil {
      // A name that only nearly fits counts when one address alone fits it.
      if !candidate.isExact, addresses[candidate.column]?.count != 1 { continue }
      if taken.insert(candidate.address.description).inserted { out[candidate.column] = candidate.address.description }
    }
    return out
  }
}
