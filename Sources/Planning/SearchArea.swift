import DuwangCore

/// Pages below one home whose navigation is looked at for columns and units.
struct SearchArea: Sendable {
  struct Step: Sendable {
    var url: String
    /// Links from the area's home, which is 0.
    var depth: Int
    /// Lower is looked at earlier.
    var rank: Int
    /// Normalised texts of the links that led here.
    var trail: String
  }
  /// Nil: the site's own navigation.
  let unit: String?
  let site: String
  let root: WebAddress
  /// Pages whose links are asked for.
  let budget: Int
  private(set) var asked = 0
  private var steps: [Step]
  private var seen: Set<String>
  private(set) var taken: [String: Step] = [:]
  /// Asked for and not yet observed.
  var outstanding: Set<String> = []

  static let maxDepth = 3

  init(unit: String?, site: String, root: WebAddress, budget: Int) {
    (self.unit, self.site, self.root, self.budget) = (unit, site, root, budget)
    steps = [Step(url: root.description, depth: 0, rank: 0, trail: "")]
    seen = [root.description]
  }

  var isExhausted: Bool { outstanding.isEmpty && (steps.isEmpty || asked >= budget) }

  func isBelow(_ address: WebAddress) -> Bool {
    address.authority == root.authority && address.path.hasPrefix(root.folder) && address != root
  }

  mutating func add(_ step: Step) {
    guard step.depth <= SearchArea.maxDepth, steps.count < 500, seen.insert(step.url).inserted else { return }
    steps.append(step)
  }

  /// The next few pages: the lowest rank first, then the nearest.
  mutating func take(_ count: Int) -> [String] {
    let room = min(count, budget - asked)
    guard room > 0, !steps.isEmpty else { return [] }
    let order = steps.enumerated().sorted {
      ($0.element.depth + $0.element.rank, $0.offset) < ($1.element.depth + $1.element.rank, $1.offset)
    }
    let chosen = order.prefix(room)
    let offsets = Set(chosen.map(\.offset))
    steps = steps.enumerated().filter { !offsets.contains($0.offset) }.map(\.element)
    for step in chosen.map(\.element) {
      taken[step.url] = step
      outstanding.insert(step.url)
    }
    asked += chosen.count
    return chosen.map(\.element.url)
  }
}
