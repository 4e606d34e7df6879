import DuwangCore

/// Bodies of citizens' letters are never shown: of a letter the report tells unit, column and dates only.
struct LettersRule {
  private let columns: Set<String>
  static let hiddenTitle = "来信（标题和内容不显示）"

  init(_ targets: Targets) { columns = Set(targets.columns.filter(\.policy.isLetters).map(\.id)) }

  func hiding(_ change: PageChange) -> PageChange {
    guard let column = change.column, columns.contains(column) else { return change }
    var result = change
    (result.title, result.blocks, result.movedSentences) = (LettersRule.hiddenTitle, [], nil)
    return result
  }

  func hiding(_ item: Report.Item) -> Report.Item {
    guard let column = item.finding.column, columns.contains(column), item.finding.kind.quotesText else { return item }
    var result = item
    result.finding.pageTitle = LettersRule.hiddenTitle
    result.finding.evidence.before = ""
    result.finding.evidence.after = ""
    // A word or a masked number may be named; a sentence of the letter may not.
    if result.finding.evidence.text.unicodeScalars.count > 18 { result.finding.evidence.text = "" }
    return result
  }
}

extension FindingKind {
  /// Its evidence is a quotation of an article.
  fileprivate var quotesText: Bool {
    switch self {
    case .siteUnreachable, .siteSlow, .tlsInvalid, .tlsExpiring, .columnStale, .columnEmpty, .columnUnreachable,
      .homeStale, .unitSilent, .linkBroken, .linkSoft404, .linkInsecure, .linkHijacked, .attachmentBroken,
      .imageBroken, .anchorMissing, .hiddenLink, .metaMissing, .footerMissing, .elementMissing:
      false
    default: true
    }
  }
}
