import Foundation

/// The durations of patience that Targets.yaml does not name, seconds; tests shorten them.
package struct Pace: Sendable {
  /// Before the first retry; doubled before each further one.
  package var retryDelay = 1.0...3.0
  /// The longest that one request waits for a host that asked for time, and the longest pause a host may ask for.
  package var longestPause = 120.0
  /// First pause after a 429 without Retry-After; doubled each time.
  package var firstPause = 5.0
  /// Failures in a row, without any answer between, after which a host is left alone.
  package var failuresInRow = 5
  /// How long a host is left alone after them, and how long an unreachable robots.txt is remembered.
  package var restAfterFailures = 60.0
  /// Cap on Crawl-delay.
  package var longestCrawlDelay = 10.0
  package init() {}

  /// Seconds on a clock that never goes back.
  static func now() -> Double { ProcessInfo.processInfo.systemUptime }
}
