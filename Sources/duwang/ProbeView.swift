import DuwangCore
import Pipeline

/// What `duwang probe` tells: one line an address, or one JSON document.
struct ProbeView: Encodable {
  struct Certificate: Encodable {
    var subject: String?
    var issuer: String?
    var notAfter: Moment?
    var daysLeft: Int?
  }
  struct Address: Encodable {
    var site: String
    /// Null for the home page.
    var name: String?
    var url: String
    /// `ok`, `failed`, `excluded`.
    var result: String
    var status: Int?
    /// Kind of fault (`timeout`), and of what was met though the address opened (`forbidden`).
    var fault: String?
    var remark: String?
    var finalUrl: String
    var redirects: Int
    var remoteAddress: String?
    var firstByteMs: Int
    var totalMs: Int
    var tls: Certificate?
  }

  let at: Moment?
  let control: ProbeRun.Control
  let probes: [Address]
  /// The sums of the day so far.
  let today: [Report.Availability]
  let lines: [String]

  private enum CodingKeys: String, CodingKey { case at, control, probes, today }

  init(result: ProbeRun.Result, today: [ProbeDay], sites: [String]) {
    (at, control) = (result.visits.first?.reading.at, result.control)
    probes = result.visits.map(ProbeView.address)
    self.today = sites.map { Report.Availability(site: $0, days: today) }
    lines = result.visits.map(ProbeView.line)
  }

  private static func address(_ visit: ProbeRun.Visit) -> Address {
    let (reading, outcome) = (visit.reading, visit.outcome)
    let tls = outcome.tls.map {
      Certificate(
        subject: $0.subject, issuer: $0.issuer, notAfter: $0.notAfter,
        daysLeft: $0.notAfter.map { $0.day - reading.at.day })
    }
    return Address(
      site: reading.site, name: reading.name, url: reading.url,
      result: reading.isExcluded ? "excluded" : reading.fault == nil ? "ok" : "failed", status: reading.status,
      fault: reading.fault?.rawValue, remark: reading.remark?.rawValue, finalUrl: outcome.finalURL,
      redirects: outcome.hops.count, remoteAddress: outcome.remoteAddress, firstByteMs: reading.firstByteMilliseconds,
      totalMs: reading.milliseconds, tls: tls)
  }

  private static func line(_ visit: ProbeRun.Visit) -> String {
    let reading = visit.reading
    let place = "\(visit.siteName)\(reading.name ?? "首页") \(reading.url)："
    if reading.isExcluded { return place + "不计入（\(reading.fault?.chinese ?? "")）" }
    let status = reading.status.map { "，返回\($0)" } ?? ""
    if let fault = reading.fault { return place + "打不开，\(fault.chinese)\(status)" }
    var text = place + "可以打开\(status)，首字节\(reading.firstByteMilliseconds)毫秒，全部\(reading.milliseconds)毫秒"
    if let remark = reading.remark { text += "，\(remark.chinese)" }
    if let end = reading.certificateEnd { text += "，证书至\(end.day.chineseFull)，余\(end.day - reading.at.day)日" }
    return text
  }
}
