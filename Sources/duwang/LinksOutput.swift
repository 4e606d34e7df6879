import DuwangCore
import Pipeline

/// What the link tool shows while it works: broken links as they are confirmed, and on a terminal how far it is.
final class LinksOutput: Sendable {
  private struct Counts: Sendable {
    var checked = 0
    var broken = 0
    var hosts: [String: Int] = [:]
    var shownAt = Moment(seconds: 0)
  }
  private let counts = Locked(Counts())
  private let showsLinks: Bool
  private let all: Bool
  private let showsProgress: Bool

  init(showsLinks: Bool, all: Bool, showsProgress: Bool) {
    (self.showsLinks, self.all, self.showsProgress) = (showsLinks, all, showsProgress)
  }

  @Sendable func settled(_ link: LinkReading) {
    counts.withLock { counts in
      counts.checked += 1
      if link.isBroken { counts.broken += 1 }
      counts.hosts[WebAddress(link.url)?.authority ?? "", default: 0] += 1
    }
    show(link)
  }

  /// At most five times a second.
  @Sendable func progress(_ progress: Progress) {
    guard showsProgress else { return }
    let now = Moment.now
    let text = counts.withLock { counts -> String? in
      guard now.seconds - counts.shownAt.seconds > 0.2 else { return nil }
      counts.shownAt = now
      let busiest = counts.hosts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      return "已读页面\(progress.pages)，已查链接\(counts.checked)，失效\(counts.broken)，待查\(progress.waiting)　"
        + busiest.map { "\($0.key) \($0.value)" }.joined(separator: "　")
    }
    if let text { Console.progress(text) }
  }

  /// What is known only at the end: places within pages.
  func finish(_ report: LinksReport) {
    if showsProgress { Console.progress("") }
    for link in report.fragments + report.untried { show(link) }
  }

  private func show(_ link: LinkReading) {
    guard showsLinks, all || link.isBroken else { return }
    if showsProgress { Console.progress("") }
    Console.print(LinksSummary.line(link))
  }
}
