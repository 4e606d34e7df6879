/// One line of the rectification ledger (整改台账): a finding and its life.
package struct FindingRecord: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    // Found by reading.
    case new, open, resolved, recurred
    // Said by people.
    case confirmed, assigned, mended, deferred, dismissed

    package var chinese: String {
      switch self {
      case .new: "新发现"
      case .open: "未整改"
      case .resolved: "已销号"
      case .recurred: "复发"
      case .confirmed: "已确认"
      case .assigned: "已交办"
      case .mended: "已整改待复查"
      case .deferred: "暂缓"
      case .dismissed: "不属实"
      }
    }
    /// Still needs a hand.
    package var isOpen: Bool {
      switch self {
      case .new, .open, .recurred, .confirmed, .assigned, .mended: true
      case .resolved, .deferred, .dismissed: false
      }
    }
  }
  /// Who found it (来源).
  package enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    case machine, person, superior, `public`

    package var chinese: String {
      switch self {
      case .machine: "机器"
      case .person: "人工"
      case .superior: "上级"
      case .public: "网民找错"
      }
    }
  }
  package var finding: Finding
  package var status: Status
  package var firstSeen: Moment
  package var lastSeen: Moment
  package var resolvedAt: Moment?
  /// When it last came back after it was resolved.
  package var recurredAt: Moment?
  /// Nil for suspected findings: they are checked by a person first.
  package var deadline: Day?
  /// Stood there when the site was first read (存量).
  package var isBaseline: Bool
  /// How often it came back after it was resolved.
  package var recurrences: Int
  /// Distinct days on which it was seen since it was found, or came back.
  package var daysSeen: Int
  /// When `status` last changed.
  package var since: Moment
  /// What the reading has to say about the status, for staff: `标记整改后复查仍存在`.
  package var note: String?
  /// What a person last decided about it.
  package var decision: Decision?
  /// Nil: found by reading. What people saw no reading can verify, so it stands until a person closes it.
  package var seenBy: Source?
  /// The unit a person assigned it to, when it is not the page's.
  package var assignedTo: String?
  package var source: Source { seenBy ?? .machine }

  /// The status is what the last decision made it; no reading has changed it since.
  package var standsByDecision: Bool {
    switch (decision?.verb, status) {
    case (.confirm?, .confirmed), (.assign?, .assigned), (.mend?, .mended), (.defer?, .deferred),
      (.dismiss?, .dismissed), (.reopen?, .open):
      true
    case (.mend?, .resolved): seenBy != nil
    default: false
    }
  }

  package init(_ finding: Finding, status: Status, firstSeen: Moment, isBaseline: Bool) {
    (self.finding, self.status, self.firstSeen, self.isBaseline) = (finding, status, firstSeen, isBaseline)
    (lastSeen, resolvedAt, deadline, recurrences, daysSeen) = (firstSeen, nil, nil, 0, 1)
    (since, note, decision, recurredAt) = (firstSeen, nil, nil, nil)
  }
}

/// What a run was able to look at, so that what was not looked at is not called mended.
package struct Coverage: Sendable, Hashable {
  package var isComplete: Bool
  /// Pages that were read, or said to be gone, in this run.
  package var pages: Set<String>
  /// Link targets that were tried in this run and gave a verdict.
  package var targets: Set<String>
  /// Link targets that stand on pages read in this run but gave no verdict (skipped, blocked, out of budget).
  package var untried: Set<String> = []
  /// Columns that were judged (not unreadable, not unfound).
  package var columns: Set<String>
  /// Units all of whose columns were read.
  package var units: Set<String> = []
  /// Sites whose home page was tried.
  package var sites: Set<String>
  package init(
    isComplete: Bool, pages: Set<String> = [], targets: Set<String> = [], columns: Set<String> = [],
    units: Set<String> = [], sites: Set<String> = []
  ) {
    (self.isComplete, self.pages, self.targets) = (isComplete, pages, targets)
    (self.columns, self.units, self.sites) = (columns, units, sites)
  }
}
