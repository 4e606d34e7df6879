import DuwangCore

/// What the link tool is asked to do: where to begin, how far to go, and how politely.
package struct LinksRequest: Sendable {
  /// Normalised http(s) addresses; their hosts are the scope.
  package var starts: [String]
  /// Pages up to this many links from a start are read; nil without limit.
  package var depth: Int?
  /// Pages that are read at most, against sites without an end.
  package var maxPages = 100_000
  package var triesExternal = false
  /// Patterns as in Targets.yaml's `scope.exclude`.
  package var include: [String] = []
  package var exclude: [String] = []
  package var fetch = FetchSettings()

  package init(starts: [String]) {
    self.starts = starts
    fetch.recheckAfter = Period(5, .seconds)
  }

  /// One site a start; all starts' hosts together are the scope.
  var targets: Targets {
    let sites = starts.enumerated().map { index, url in
      Target(id: "start\(index + 1)", name: url, home: url, hosts: WebAddress(url).map { [$0.authority] } ?? [])
    }
    var scope = Scope()
    (scope.maxPages, scope.maxDepth) = (maxPages, depth ?? Int.max)
    (scope.include, scope.exclude) = (include, exclude)
    return Targets(sites: sites, units: [], fetch: fetch, scope: scope)
  }
}
