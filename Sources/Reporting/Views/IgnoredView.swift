import DuwangCore

/// What differs on every reading and is counted as no change, so that staff see what is left out.
struct IgnoredView: Sendable {
  struct Row: Sendable {
    let ignoredShape: String
    let ignoredExample: String
    let ignoredPages: String
    let ignoredSince: String
    let ignoredLink: String?
  }
  let ignoredCount: String
  let ignoredRows: [Row]
  let ignoredUnlisted: String?

  /// Nil when nothing is left out.
  init?(_ ignored: [Report.Ignored]) {
    guard !ignored.isEmpty else { return nil }
    ignoredCount = Words.count(ignored.count)
    ignoredRows = ignored.prefix(IgnoredView.most).map { region in
      Row(
        ignoredShape: SafeText.clipped(region.shape, to: 60),
        ignoredExample: "\(SafeText.clipped(region.before, to: 40))→\(SafeText.clipped(region.after, to: 40))",
        ignoredPages: Words.count(region.pages), ignoredSince: region.since.description,
        ignoredLink: FindingView.shortLink(region.page))
    }
    let left = ignored.count - IgnoredView.most
    ignoredUnlisted = left > 0 ? Words.count(left) : nil
  }

  private static let most = 30
}
