import DuwangCore

/// Decides whether a finding that was not found today is really gone, or was only not looked at.
struct Verification {
  private let coverage: Coverage
  /// Sites and columns that did not answer today: what stood there could not be judged, whatever the coverage says.
  private let silentSites: Set<String>
  private let silentColumns: Set<String>

  init(coverage: Coverage, found: [Finding]) {
    self.coverage = coverage
    silentSites = Set(found.lazy.filter { $0.kind == .siteUnreachable }.map(\.site))
    silentColumns = Set(found.lazy.filter { $0.kind == .columnUnreachable }.compactMap(\.column))
  }

  func isGone(_ finding: Finding) -> Bool {
    guard !silentSites.contains(finding.site) else { return false }
    switch Ground(of: finding.kind) {
    case .site: return coverage.sites.contains(finding.site)
    case .column:
      guard let column = finding.column else { return coverage.isComplete }
      return coverage.columns.contains(column) && !silentColumns.contains(column)
    case .target: return isTargetGone(finding)
    case .page: return coverage.pages.contains(finding.page)
    case .unit: return coverage.isComplete && finding.unit.map(coverage.units.contains) ?? true
    }
  }

  /// The target was tried and is well, or no page that was read leads to it any more.
  private func isTargetGone(_ finding: Finding) -> Bool {
    guard let target = finding.target, !coverage.untried.contains(target) else {
      return finding.target == nil && coverage.pages.contains(finding.page)
    }
    if coverage.targets.contains(target) { return true }
    return coverage.pages.contains(finding.page) && (finding.pages == 1 || coverage.isComplete)
  }
}

/// What a kind of finding stands on, and so what must be looked at before it may be called mended.
private enum Ground {
  case site, column, target, page, unit

  init(of kind: FindingKind) {
    switch kind {
    case .siteUnreachable, .siteSlow, .tlsInvalid, .tlsExpiring: self = .site
    case .columnStale, .columnEmpty, .columnUnreachable, .replyOverdue: self = .column
    case .linkBroken, .linkSoft404, .linkHijacked, .attachmentBroken, .imageBroken, .anchorMissing: self = .target
    case .unitSilent: self = .unit
    case .homeStale, .linkInsecure, .typo, .forbiddenTerm, .obsoleteName, .unitName, .leaderName,
      .traditionalCharacter, .dateImpossible, .dateMismatch, .dateFuture, .redated, .sumMismatch, .countInconsistent,
      .numberStyle, .numbering, .documentNumber, .punctuation, .repeatedText, .mojibake, .placeholder, .wordResidue,
      .privacyIDCard, .privacyPhone, .privacyBankCard, .emptyBody, .imageOnly, .titleMismatch, .attachmentMissing,
      .hiddenLink, .uninterpretedPolicy, .metaMissing, .footerMissing, .elementMissing:
      self = .page
    }
  }
}
