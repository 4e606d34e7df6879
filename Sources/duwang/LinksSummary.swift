import DuwangCore
import Pipeline

/// The words of the link tool.
enum LinksSummary {
  /// One link: status, code, address, why, and where it stands.
  static func line(_ link: LinkReading) -> String {
    let code = link.code.map { " \($0)" } ?? ""
    let place = link.line > 0 ? "\(link.page):\(link.line)" : link.page
    let text = link.text.isEmpty ? "" : " “\(link.text.prefix(40))”"
    let why = link.reason.isEmpty ? "" : "　\(link.reason)"
    return "[\(name(link.status))\(code)] \(link.url)\(why)　见 \(place)\(text)"
  }

  /// A table of the hosts, then totals and limits.
  static func of(_ report: LinksReport) -> String {
    var lines = table(report.hosts)
    let counts = columns.filter { $0 != .ok }.map { "\(name($0))\(report.count($0))" }.joined(separator: "，")
    lines.append(
      "读取页面\(report.pages)个，检查链接\(report.links)个，用时\(Int(report.seconds.rounded()))秒：正常\(report.count(.ok))，\(counts)。")
    for limit in report.limitsHit {
      lines.append("达到上限\(limit.limit)：\(limit.url)等\(limit.left)个网址未读取。")
    }
    if report.isInterrupted { lines.append("检查被中断，以上为已查部分。") }
    return lines.joined(separator: "\n")
  }

  private static let columns: [LinkReading.Status] = [.ok, .broken, .timeout, .blocked, .redirected, .skipped]
  private static let mostHosts = 30

  private static func table(_ hosts: [LinksHost]) -> [String] {
    guard !hosts.isEmpty else { return [] }
    let header = ["主机", "链接"] + columns.map(name) + ["请求", "流量KB"]
    let rows = hosts.prefix(mostHosts).map { host in
      [host.host.isEmpty ? "（网址有误）" : host.host, "\(host.links)"] + columns.map { "\(host.counts[$0] ?? 0)" }
        + ["\(host.requests)", "\(host.bytes / 1000)"]
    }
    let widths = header.indices.map { index in ([header] + rows).map { $0[index].displayWidth }.max() ?? 0 }
    var lines = ([header] + rows).map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.displayWidth) }.joined(separator: "  ")
    }
    if hosts.count > mostHosts { lines.append("另有\(hosts.count - mostHosts)个主机未列出。") }
    return lines
  }

  static func name(_ status: LinkReading.Status) -> String {
    switch status {
    case .ok: "正常"
    case .broken: "失效"
    case .timeout: "超时"
    case .blocked: "受限"
    case .redirected: "跳转"
    case .skipped: "未查"
    }
  }
}
