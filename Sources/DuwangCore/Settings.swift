/// How politely and how patiently pages are fetched. Defaults are those of the documented Targets.yaml.
package struct FetchSettings: Sendable, Hashable, Codable {
  /// The national indicator's limit for 打不开 (国办秘函〔2019〕19号, 站点无法访问: 15 秒).
  package var timeout = Period(15, .seconds)
  package var connectionsPerHost = 4
  /// Requests per second to one host.
  package var ratePerHost = 8.0
  package var totalConnections = 64
  package var retries = 2
  /// A failure is read again after this, later in the run, before it is reported.
  package var recheckAfter = Period(30, .seconds)
  /// Links to files and to other sites that were well are not asked again before this; failures always are. Less than a
  /// day, so that what dies is known the next morning.
  package var reuseLinks = Period(12, .hours)
  package var userAgent = "duwang/\(Version.current)"
  package var proxyEnvironment: String?
  /// Header name → name of the environment variable that holds its value.
  package var headersEnvironment: [String: String] = [:]
  /// Cap on a body after decompression, bytes.
  package var maxBody = 20_000_000
  package var obeysRobots = true
  package var allowsPrivateAddresses = false
  /// Pages that a script fills are run in a headless Chromium.
  package var rendersWhenNeeded = false
  package init() {}
}

/// What is in and out of a reading.
package struct Scope: Sendable, Hashable, Codable {
  package var maxPages = 20_000
  package var maxDepth = 12
  /// Patterns of addresses left out: a path prefix, or a glob with `*`.
  package var exclude: [String] = []
  /// The same kind of patterns: where there are any, only addresses that match one are looked at.
  package var include: [String] = []
  package init() {}
}

/// How content is checked.
package struct ContentSettings: Sendable, Hashable, Codable {
  package struct Ignore: Sendable, Hashable, Codable {
    package var kind: String?
    package var text: String?
    /// A glob of page addresses.
    package var url: String?
    package init(kind: String? = nil, text: String? = nil, url: String? = nil) {
      (self.kind, self.text, self.url) = (kind, text, url)
    }
  }
  /// Only articles published within this period are checked.
  package var since = Period(1, .years)
  package var noisyChannel = true
  /// Paths of user files, relative to Targets.yaml.
  package var dictionaries: [String] = []
  package var units: String?
  package var leaders: String?
  package var severe: String?
  package var ignore: [Ignore] = []
  package init() {}
}
