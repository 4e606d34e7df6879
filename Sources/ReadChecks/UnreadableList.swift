import DuwangCore

/// The pages and columns that a machine could not read, each address once, columns first. Nothing in it is a fault of the portal.
enum UnreadableList {
  static func make(reading: SiteReading, columns: [ColumnState]) -> [Report.UnreadableItem] {
    let readings = Dictionary(reading.columns.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    var seen = Set<String>()
    var items: [Report.UnreadableItem] = []
    for state in columns where state.status == .unreadable {
      guard let url = state.url ?? readings[state.id]?.url, seen.insert(url).inserted else { continue }
      let reason = state.reason ?? readings[state.id]?.reason ?? readings[state.id].flatMap { words($0.reach) }
      items.append(.init(url: url, reason: reason ?? Unreadable.noList.chinese, unit: state.unit, column: state.id))
    }
    for page in reading.pages {
      guard let reason = words(page.reach), seen.insert(page.url).inserted else { continue }
      items.append(.init(url: page.url, reason: reason, unit: page.unit, column: page.column))
    }
    // Files of one kind are one line: what a portal scans it scans by the hundred.
    for (reason, files) in Dictionary(grouping: reading.unreadFiles, by: \.value).sorted(by: { $0.key < $1.key }) {
      guard let url = files.map(\.key).min(), seen.insert(url).inserted else { continue }
      items.append(.init(url: url, reason: files.count > 1 ? "\(reason)（同类附件共\(files.count)个）" : reason))
    }
    return items
  }

  /// Why a machine could not read it; nil when it was read, or when the portal gave no good answer, which is a finding.
  private static func words(_ reach: Reach) -> String? {
    switch reach {
    case .read, .unchanged, .softNotFound: nil
    case .unreadable(let why, let status): SiteAccessWords.with(status, why.chinese)
    case .failed(let fault, let status):
      switch fault.faultClass {
      case .blocked, .ours: SiteAccessWords.with(status, fault.chinese)
      case .permanent, .transient: nil
      }
    }
  }
}

/// Words about how an address answered.
enum SiteAccessWords {
  static func access(_ reach: SiteReach) -> Report.SiteAccess {
    let (opened, reason): (Bool, String) =
      switch reach.reach {
      case .read, .unchanged: (true, "")
      case .unreadable(let why, let status): (true, with(status, why.chinese))
      case .softNotFound(let words): (false, words)
      case .failed(let fault, let status): (fault.faultClass == .blocked, with(status, fault.chinese))
      }
    var access = Report.SiteAccess(
      site: reach.site, url: reach.url, opened: opened, milliseconds: reach.milliseconds, reason: reason)
    access.ipv6 = reach.ipv6
    return access
  }

  static func with(_ status: Int?, _ words: String) -> String {
    status.map { $0 == 200 ? words : "返回\($0)，\(words)" } ?? words
  }
}
