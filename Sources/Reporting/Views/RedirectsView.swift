import DuwangCore

/// Links that lead to their goal by several ways: an appendix for whoever mends the pages, no findings.
struct RedirectsView: Sendable {
  struct Row: Sendable {
    let redirectText: String
    let redirectLink: String?
    let redirectReason: String
    let redirectPages: String
  }
  let redirectCount: String
  let redirectRows: [Row]
  let redirectsUnlisted: String?

  /// Nil when there are none.
  init?(_ redirects: [Report.Redirect]) {
    guard !redirects.isEmpty else { return nil }
    redirectCount = Words.count(redirects.count)
    redirectRows = redirects.prefix(RedirectsView.most).map { link in
      Row(
        redirectText: SafeText.clipped(link.text.isEmpty ? link.url : link.text, to: 40),
        redirectLink: FindingView.shortLink(link.url), redirectReason: SafeText.clipped(link.reason, to: 160),
        redirectPages: Words.count(link.pages))
    }
    let left = redirects.count - RedirectsView.most
    redirectsUnlisted = left > 0 ? Words.count(left) : nil
  }

  private static let most = 30
}
