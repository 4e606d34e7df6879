/// The visits of one address on one day, added up: what is kept for ever of `duwang probe`.
package struct ProbeDay: Sendable, Hashable, Codable {
  package var site: String
  package var url: String
  /// Name of the system (Targets.yaml `probes`); nil for the site's home page.
  package var name: String?
  package var day: Day
  /// Visits that count, and those of them that failed.
  package var visits = 0
  package var failures = 0
  /// Visits left out, by reason (`FetchFault` raw values).
  package var exclusions: [String: Int] = [:]
  /// Failed visits by reason.
  package var faults: [String: Int] = [:]
  /// Visits that are spaced as the indicator wants them, and those of them that failed.
  package var spaced = 0
  package var spacedFailures = 0
  /// Milliseconds of the visits that opened, ascending; 65,535 stands for all longer ones.
  package var milliseconds: [UInt16] = []
  /// By hour of the day (0 to 23, Asia/Shanghai): visits, failures, left out.
  package var hours: [Int: [Int]] = [:]
  /// The last slot of the clock in which a visit was counted as spaced.
  package var lastSlot = Int.min

  package init(site: String, url: String, name: String? = nil, day: Day) {
    (self.site, self.url, self.name, self.day) = (site, url, name, day)
  }

  package var excluded: Int { exclusions.values.reduce(0, +) }

  /// 国办秘函〔2019〕19号 asks for 每天间隔性访问20次以上 and names no interval (待核对): one visit in each five minutes of
  /// the clock counts, so that a burst of visits is no day's work.
  package static let slot = 300.0
  package static let leastSpaced = 20

  package mutating func add(_ probe: ProbeReading) {
    var hour = hours[probe.at.hour] ?? [0, 0, 0]
    hour[0] += probe.isExcluded ? 0 : 1
    hour[1] += !probe.isExcluded && probe.fault != nil ? 1 : 0
    hour[2] += probe.isExcluded ? 1 : 0
    hours[probe.at.hour] = hour
    if probe.isExcluded {
      exclusions[probe.fault?.rawValue ?? FetchFault.offline.rawValue, default: 0] += 1
      return
    }
    let hasFailed = probe.fault != nil
    visits += 1
    if let fault = probe.fault {
      failures += 1
      faults[fault.rawValue, default: 0] += 1
    } else {
      let value = UInt16(clamping: probe.milliseconds)
      milliseconds.insert(value, at: milliseconds.firstIndex { $0 > value } ?? milliseconds.endIndex)
    }
    let slot = Int((probe.at.seconds / ProbeDay.slot).rounded(.down))
    guard slot > lastSlot else { return }
    (lastSlot, spaced) = (slot, spaced + 1)
    if hasFailed { spacedFailures += 1 }
  }

  /// One row a day and address, in the order of the first visit.
  package static func summed(_ probes: [ProbeReading]) -> [ProbeDay] {
    var days: [ProbeDay] = []
    var index: [String: Int] = [:]
    for probe in probes {
      let key = "\(probe.site)\n\(probe.url)\n\(probe.at.day)"
      if index[key] == nil {
        index[key] = days.count
        days.append(ProbeDay(site: probe.site, url: probe.url, name: probe.name, day: probe.at.day))
      }
      days[index[key] ?? 0].add(probe)
    }
    return days
  }
}

extension Report.Availability {
  /// The visits of a site's home page: every call of `duwang probe` is one, whatever its spacing.
  package init(site: String, days: [ProbeDay]) {
    self.init(site: site)
    let home = days.filter { $0.site == site && $0.name == nil }
    probes = home.reduce(0) { $0 + $1.visits + $1.excluded }
    failures = home.reduce(0) { $0 + $1.failures }
    excluded = home.reduce(0) { $0 + $1.excluded }
    let counted = probes - excluded
    failureRate = counted == 0 ? 0 : Double(failures) / Double(counted)
    let times = home.flatMap(\.milliseconds).sorted()
    (p50ms, p95ms) = (Self.percentile(50, of: times), Self.percentile(95, of: times))
  }

  /// Nearest rank; 0 where nothing opened.
  private static func percentile(_ percent: Int, of sorted: [UInt16]) -> Int {
    sorted.isEmpty ? 0 : Int(sorted[max(0, (sorted.count * percent + 99) / 100 - 1)])
  }
}
