import DuwangCore

/// The document of `duwang links --json`: every key is always there, null where there is nothing.
package struct LinksJSON: Encodable, Sendable {
  package struct Result: Encodable, Sendable {
    let page: String
    let url: String
    let text: String
    let line: Int
    let status: LinkReading.Status
    let code: Int?
    let reason: String
    let finalUrl: String?
    let kind: String
    /// How many pages carry the link.
    let pages: Int
    let confidence: Confidence

    private enum Key: CodingKey { case page, url, text, line, status, code, reason, finalUrl, kind, pages, confidence }

    package func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: Key.self)
      try keys.encode(page, forKey: .page)
      try keys.encode(url, forKey: .url)
      try keys.encode(text, forKey: .text)
      try keys.encode(line, forKey: .line)
      try keys.encode(status, forKey: .status)
      try keys.encode(code, forKey: .code)
      try keys.encode(reason, forKey: .reason)
      try keys.encode(finalUrl, forKey: .finalUrl)
      try keys.encode(kind, forKey: .kind)
      try keys.encode(pages, forKey: .pages)
      try keys.encode(confidence, forKey: .confidence)
    }
  }
  struct Limit: Encodable, Sendable {
    let limit: String
    let url: String
    let left: Int
  }
  let pages: Int
  let links: Int
  let seconds: Double
  /// False when the run was interrupted or `max_pages` cut it.
  let complete: Bool
  let limitsHit: [Limit]
  let results: [Result]

  /// Without `all`, results that are well and links that were not tried are left out.
  package init(_ report: LinksReport, all: Bool) {
    (pages, links) = (report.pages, report.links)
    seconds = (report.seconds * 1000).rounded() / 1000
    complete = !report.isInterrupted && !report.limitsHit.contains(where: \.cutsRealPages)
    limitsHit = report.limitsHit.map { Limit(limit: $0.limit, url: $0.url, left: $0.left) }
    results =
      all
      ? (report.results + report.untried).map(Result.init) : report.results.filter { $0.status != .ok }.map(Result.init)
  }
}

extension LinksJSON.Result {
  fileprivate init(_ link: LinkReading) {
    self.init(
      page: link.page, url: link.url, text: link.text, line: link.line, status: link.status, code: link.code,
      reason: link.reason, finalUrl: link.finalURL, kind: LinksJSON.kind(of: link), pages: link.pages,
      confidence: link.confidence)
  }
}

extension LinksJSON {
  /// A frame's target is a page.
  fileprivate static func kind(of link: LinkReading) -> String {
    if link.isExternal { return "external" }
    return switch link.kind {
    case .page, .frame: "page"
    case .image: "image"
    case .attachment: "attachment"
    case .script: "script"
    case .style: "style"
    }
  }
}
