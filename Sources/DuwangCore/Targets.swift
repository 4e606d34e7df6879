/// Everything Targets.yaml says, validated: what is read (读网对象), for whom, how often and how politely.
package struct Targets: Sendable, Hashable, Codable {
  package var sites: [Target]
  package var units: [OwnerUnit]
  /// Update classes by name, the built-in national ones included.
  package var policies: [String: UpdatePolicy]
  package var fetch: FetchSettings
  package var scope: Scope
  /// Addresses that tell "this machine is offline" from "the site is down".
  package var control: [String]
  package var content: ContentSettings
  /// Indicator tables by which periods are judged, the leading one first.
  package var profiles: [IndicatorProfile] = []
  /// Keys that are valid but whose work has no effect in this version (`notify`, `render`).
  package var withoutEffect: [String]

  package init(
    sites: [Target], units: [OwnerUnit], policies: [String: UpdatePolicy] = [:], fetch: FetchSettings = .init(),
    scope: Scope = .init(), control: [String] = [], content: ContentSettings = .init(), withoutEffect: [String] = []
  ) {
    (self.sites, self.units, self.policies, self.fetch) = (sites, units, policies, fetch)
    (self.scope, self.control, self.content, self.withoutEffect) = (scope, control, content, withoutEffect)
  }

  /// All columns in the order of the file.
  package var columns: [Column] { units.flatMap(\.columns) }
}

/// One site that is read (读网对象).
package struct Target: Sendable, Hashable, Codable {
  package var id: String
  package var name: String
  package var home: String
  /// 政府网站标识码, ten digits.
  package var code: String?
  /// `host` or `host:port` that counts as internal, lower case.
  package var hosts: [String]
  package var probes: [Probe]

  package struct Probe: Sendable, Hashable, Codable {
    package var name: String
    package var url: String
    package init(name: String, url: String) { (self.name, self.url) = (name, url) }
  }

  package init(
    id: String, name: String, home: String, code: String? = nil, hosts: [String], probes: [Probe] = []
  ) {
    (self.id, self.name, self.home, self.code, self.hosts, self.probes) = (id, name, home, code, hosts, probes)
  }
}

/// A unit that owns columns and pages and must mend what is wrong with them (责任单位).
package struct OwnerUnit: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable { case office, township, department }
  package struct Contact: Sendable, Hashable, Codable {
    package var phone: String?
    package var email: String?
    package init(phone: String? = nil, email: String? = nil) { (self.phone, self.email) = (phone, email) }
  }
  package var id: String
  package var name: String
  package var kind: Kind
  package var home: String?
  /// Path prefixes of pages that belong to this unit beyond its columns.
  package var paths: [String]
  /// Who reads for this unit (读网员).
  package var reader: String?
  package var contact: Contact
  package var columns: [Column]

  package init(
    id: String, name: String, kind: Kind, home: String? = nil, paths: [String] = [], reader: String? = nil,
    contact: Contact = .init(), columns: [Column] = []
  ) {
    (self.id, self.name, self.kind, self.home) = (id, name, kind, home)
    (self.paths, self.reader, self.contact, self.columns) = (paths, reader, contact, columns)
  }
}

/// One column (栏目): a list of items that must be kept up to date.
package struct Column: Sendable, Hashable, Codable {
  /// `unit/column`, unique in the file.
  package var id: String
  package var unit: String
  package var name: String
  /// Nil: looked for by its name.
  package var url: String?
  package var category: String
  /// Name of the update class, nil where the policy is written in place.
  package var policyName: String?
  package var policy: UpdatePolicy
  /// 1 is 一级栏目; the 2019 table counts 通知公告 and 政策文件 only there.
  package var level: Int
  package var exemption: Exemption?

  package struct Exemption: Sendable, Hashable, Codable {
    package var reason: String
    package var until: Day?
    package init(reason: String, until: Day?) { (self.reason, self.until) = (reason, until) }
  }

  package init(
    id: String, unit: String, name: String, url: String? = nil, category: String, policyName: String? = nil,
    policy: UpdatePolicy, level: Int = 1, exemption: Exemption? = nil
  ) {
    (self.id, self.unit, self.name, self.url, self.category) = (id, unit, name, url, category)
    (self.policyName, self.policy, self.level, self.exemption) = (policyName, policy, level, exemption)
  }

  /// Whether the exemption holds on `day`; its last day counts.
  package func isExempt(on day: Day) -> Bool {
    guard let exemption else { return false }
    return exemption.until.map { day <= $0 } ?? true
  }
}

/// How often a column must change.
package enum UpdatePolicy: Sendable, Hashable, Codable {
  /// Judged for content, never for age.
  case never
  /// In time while the newest entry's date plus `limit` is today or later.
  case age(warn: Period?, limit: Period)
  /// A column of citizens' letters: every letter is answered within the period. Bodies are never shown.
  case reply(within: Period)

  package var limit: Period? { if case .age(_, let limit) = self { limit } else { nil } }
  package var isLetters: Bool { if case .reply = self { true } else { false } }
}
