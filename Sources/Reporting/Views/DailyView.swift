import DuwangCore

struct DailyView: Sendable {
  let title: String
  let findings: [String]
  init(_ report: Report, _ targets: Targets) {
    title = targets.sites.first?.name ?? ""
    findings = report.findings.map(\.finding.message)
  }
}
