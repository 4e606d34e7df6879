import DuwangCore
import Fetching

/// What the link tool found.
package struct LinksReport: Sendable {
  /// Pages read.
  package var pages: Int
  /// Targets that were judged.
  package var links: Int
  package var seconds: Double
  /// One a target, in the order of the pages they stand on.
  package var results: [LinkReading]
  /// Those of the results that lead to a place which their page does not have.
  package var fragments: [LinkReading]
  /// Links that were met and not tried: those of other sites unless asked for, and what a limit kept out.
  package var untried: [LinkReading]
  package var limitsHit: [SiteReading.LimitHit]
  package var isInterrupted: Bool
  package var hosts: [LinksHost]

  init(_ reading: SiteReading, untried: [LinkReading], requests: [String: HostStatistics]) {
    fragments = reading.fragments.filter { $0.status == .broken }
    pages = reading.pages.count { if case .failed = $0.reach { false } else { true } }
    (links, seconds) = (reading.totals.links + fragments.count, reading.totals.seconds)
    results = LinksReport.inOrder(reading.links + fragments)
    self.untried = LinksReport.inOrder(untried)
    (limitsHit, isInterrupted) = (reading.limitsHit, reading.isInterrupted)
    hosts = LinksHost.table(results, requests: requests)
  }

  private static func inOrder(_ links: [LinkReading]) -> [LinkReading] {
    links.sorted { ($0.page, $0.line, $0.url) < ($1.page, $1.line, $1.url) }
  }

  package func count(_ status: LinkReading.Status) -> Int { results.count { $0.status == status } }

  /// What a reader would call broken: dead targets, and those that never answered in time.
  package var broken: [LinkReading] { results.filter(\.isBroken) }
}

extension LinkReading {
  package var isBroken: Bool { status == .broken || status == .timeout }
}

/// The results of one host.
package struct LinksHost: Sendable, Hashable {
  package var host: String
  package var counts: [LinkReading.Status: Int] = [:]
  /// Requests sent, and decoded bytes of the answers.
  package var requests = 0
  package var bytes = 0

  package var links: Int { counts.values.reduce(0, +) }

  /// Hosts with most links first.
  static func table(_ results: [LinkReading], requests: [String: HostStatistics]) -> [LinksHost] {
    var hosts: [String: LinksHost] = [:]
    for result in results {
      let host = WebAddress(result.url)?.authority ?? ""
      hosts[host, default: LinksHost(host: host)].counts[result.status, default: 0] += 1
    }
    for (host, asked) in requests where hosts[host] != nil {
      hosts[host]?.requests = asked.requests
      hosts[host]?.bytes = asked.bytes
    }
    return hosts.values.sorted { ($1.links, $0.host) < ($0.links, $1.host) }
  }
}
