import DuwangCore

/// The addresses that wait to be read (待抓队列): each once, columns and their articles first, then breadth first,
/// endless patterns last and within their budgets.
package struct Frontier: Sendable {
  /// What led to an address; lower is read earlier.
  package enum Priority: Int, Sendable, Comparable, CaseIterable {
    /// A configured page: home, column, probe. No budget and no depth keeps it out.
    case column
    /// A row of a column's list. Only a repeating path keeps it out.
    case article
    case page
    /// Part of a pattern that may have no end.
    case suspicious
    package static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
  }
  package struct Item: Sendable, Hashable {
    /// Canonical: session numbers and campaign tags are gone.
    package var url: String
    package var depth: Int
    package var priority: Priority
  }

  private let scope: Scope
  private var seen: Set<UInt64> = []
  private var queues: [Bucket] = Priority.allCases.map { _ in Bucket() }
  private var spent: [UInt64: Int] = [:]
  private var refused: [String: Refusal] = [:]
  private var refusalOrder: [String] = []
  /// Addresses handed out so far.
  package private(set) var handedOut = 0
  private var dropped = 0

  package init(_ scope: Scope) { self.scope = scope }

  /// Addresses that wait.
  package var waiting: Int { queues.reduce(0) { $0 + $1.count } }

  /// Whether the address was ever accepted, in whatever spelling.
  package func contains(_ url: String) -> Bool {
    CanonicalAddress.of(url).map { seen.contains(CanonicalAddress.key(of: $0)) } ?? false
  }

  /// Takes an address in; false when it is known, no http(s) address, or kept out by a budget or by `max_depth`.
  /// `depth` counts links from the home page, which is 0.
  @discardableResult
  package mutating func add(_ url: String, depth: Int, priority: Priority = .page) -> Bool {
    guard let address = CanonicalAddress.of(url) else { return false }
    let key = CanonicalAddress.key(of: address)
    guard !seen.contains(key) else { return false }
    var priority = priority
    if priority != .column {
      if let trap = CrawlTrap(address), priority == .page || trap.kind == .repeatedPath {
        guard take(from: trap) else { return refuse(trap.kind.rawValue, key, address) }
        if trap.kind.isSuspicious { priority = .suspicious }
      }
      if depth > scope.maxDepth { return refuse("max_depth", key, address) }
    }
    seen.insert(key)
    for name in refusalOrder { refused[name]?.keys.remove(key) }
    if waiting >= 4 * scope.maxPages + 10_000, priority > .article {
      // Far more waits than will ever be read: the rest is only counted.
      dropped += 1
      return false
    }
    queues[priority.rawValue].push(Item(url: address.description, depth: depth, priority: priority))
    return true
  }

  /// Takes note of an address that was read on the way to another (a redirect's end), so that it is not read again.
  package mutating func markSeen(_ url: String) {
    if let address = CanonicalAddress.of(url) { seen.insert(CanonicalAddress.key(of: address)) }
  }

  /// The address to read next; nil when none waits or `max_pages` were handed out.
  package mutating func next() -> Item? {
    guard handedOut < scope.maxPages else { return nil }
    for index in queues.indices {
      if let item = queues[index].pop() {
        handedOut += 1
        return item
      }
    }
    return nil
  }

  /// Which limits kept addresses out so far, each with an example and how many are left unread for it.
  package var limitsHit: [SiteReading.LimitHit] {
    var hits = refusalOrder.compactMap { name in
      refused[name].flatMap { refusal in
        refusal.left == 0
          ? nil
          : SiteReading.LimitHit(limit: name, url: refusal.example, left: refusal.left, cutsRealPages: false)
      }
    }
    if handedOut >= scope.maxPages, let first = queues.lazy.compactMap(\.first).first {
      let real = queues.dropLast().contains { $0.count > 0 } || dropped > 0
      hits.append(.init(limit: "max_pages", url: first.url, left: waiting + dropped, cutsRealPages: real))
    }
    return hits
  }

  private mutating func take(from trap: CrawlTrap) -> Bool {
    let used = spent[trap.pattern, default: 0]
    guard used < trap.kind.budget else { return false }
    spent[trap.pattern] = used + 1
    return true
  }

  private mutating func refuse(_ name: String, _ key: UInt64, _ address: WebAddress) -> Bool {
    if refused[name] == nil {
      refused[name] = Refusal(example: address.description)
      refusalOrder.append(name)
    }
    refused[name]?.count(key)
    return false
  }
}

/// Addresses kept out by one limit.
private struct Refusal: Sendable {
  let example: String
  var keys: Set<UInt64> = []
  var beyond = 0

  init(example: String) { self.example = example }

  var left: Int { keys.count + beyond }

  /// Remembers which ones up to a bound, then only how many.
  mutating func count(_ key: UInt64) {
    if keys.count < 100_000 { keys.insert(key) } else if !keys.contains(key) { beyond += 1 }
  }
}

/// First in, first out, by depth.
private struct Bucket: Sendable {
  private var levels: [Int: (items: [Frontier.Item], head: Int)] = [:]
  private var lowest = 0
  private(set) var count = 0

  mutating func push(_ item: Frontier.Item) {
    levels[item.depth, default: ([], 0)].items.append(item)
    lowest = count == 0 ? item.depth : min(lowest, item.depth)
    count += 1
  }

  var first: Frontier.Item? {
    levels.filter { $0.value.head < $0.value.items.count }.min { $0.key < $1.key }.map { $0.value.items[$0.value.head] }
  }

  mutating func pop() -> Frontier.Item? {
    guard count > 0 else { return nil }
    while (levels[lowest].map { $0.head >= $0.items.count }) ?? true {
      levels[lowest] = nil
      lowest = levels.keys.min() ?? 0
    }
    guard let head = levels[lowest]?.head, let item = levels[lowest]?.items[head] else { return nil }
    levels[lowest]?.head += 1
    if head > 1000, head * 2 > levels[lowest]?.items.count ?? 0 {
      levels[lowest]?.items.removeFirst(head + 1)
      levels[lowest]?.head = 0
    }
    count -= 1
    return item
  }
}
