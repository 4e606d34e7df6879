import DuwangCore

/// A rule about one page as it was read. Checks do no I/O and read no clock.
package protocol PageCheck: Sendable {
  /// The name of its file in kebab case; callers choose checks by it.
  var id: String { get }
  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding]
  /// Names all of the page that the check looks at, where looking costs more than telling the same: what was found in the
  /// same by the same rules then stands. Nil: it is to be asked every time.
  func subject(of page: Page, reading: PageReading, context: CheckContext) -> UInt64?
}

extension PageCheck {
  package func subject(of page: Page, reading: PageReading, context: CheckContext) -> UInt64? { nil }
}

/// A rule about a whole reading.
package protocol SiteCheck: Sendable {
  var id: String { get }
  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding]
}

/// Every check there is, in the order of the folders.
package enum CheckRegistry {
  package static let pageChecks: [any PageCheck] = [
    ContentText(), DateFuture(), EmptyBody(), ImageOnly(), HiddenLink(), AttachmentMissing(), Redated(),
    TitleMismatch(), MetaMissing(), FooterMissing(),
  ]
  package static let siteChecks: [any SiteCheck] = [
    SiteUnreachable(), SiteSlow(), TLSInvalid(), TLSExpiring(),
    ColumnStale(), ColumnEmpty(), ColumnUnreachable(), HomeStale(), ReplyOverdue(), UnitSilent(),
    RedatedItems(), LinkBroken(), LinkSoft404(), AttachmentBroken(), ImageBroken(), AnchorMissing(),
    LinkInsecure(), LinkHijacked(),
    SiteAddress(), OpenInformation(), UninterpretedPolicy(), ConsultationResult(), SiteSearch(),
  ]
}
