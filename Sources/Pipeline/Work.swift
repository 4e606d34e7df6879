import DuwangCore

/// One thing the loop has to look at.
struct Work: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// A page of a configured site; `columns` are the columns whose list it is.
    case page(depth: Int, columns: [String])
    /// An internal file: attachment, image, script, style.
    case asset
    /// An address on another site: tried, never crawled.
    case external
    /// A page known from earlier days that nothing links to any more.
    case unlinked
  }
  var url: String
  var host: String
  var kind: Kind
  /// The reading after the first failed.
  var isRecheck = false

  init?(_ url: String, _ kind: Kind) {
    guard let host = WebAddress(url)?.authority else { return nil }
    (self.url, self.host, self.kind) = (url, host, kind)
  }

  var isColumn: Bool { if case .page(_, let columns) = kind { !columns.isEmpty } else { false } }
}

/// Waiting work, a queue a host, so that a slow host does not hold up the others. No host has more than its share under way.
struct WorkQueue {
  private var waiting: [String: [Work]] = [:]
  private var heads: [String: Int] = [:]
  private var underWay: [String: Int] = [:]
  private var ring: [String] = []
  private var turn = 0
  private let perHost: Int

  init(perHost: Int) { self.perHost = perHost }

  mutating func add(_ work: Work) {
    if waiting[work.host] == nil {
      waiting[work.host] = []
      heads[work.host] = 0
      ring.append(work.host)
    }
    waiting[work.host]?.append(work)
    waitingCount += 1
  }

  /// Work that has not been handed out.
  private(set) var waitingCount = 0

  mutating func next() -> Work? {
    for _ in ring.indices {
      turn = (turn + 1) % ring.count
      let host = ring[turn]
      guard count(host) > 0, (underWay[host] ?? 0) < perHost else { continue }
      underWay[host, default: 0] += 1
      return take(host)
    }
    return nil
  }

  mutating func done(_ work: Work) { underWay[work.host, default: 1] -= 1 }

  /// Nothing waits and nothing is under way.
  var isIdle: Bool { ring.allSatisfy { count($0) == 0 && (underWay[$0] ?? 0) == 0 } }

  private func count(_ host: String) -> Int { (waiting[host]?.count ?? 0) - (heads[host] ?? 0) }

  private mutating func take(_ host: String) -> Work? {
    guard let head = heads[host], let work = waiting[host]?[head] else { return nil }
    heads[host] = head + 1
    waitingCount -= 1
    if head > 512 {
      waiting[host]?.removeFirst(head + 1)
      heads[host] = 0
    }
    return work
  }
}
