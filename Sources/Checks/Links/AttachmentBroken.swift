import DuwangCore

/// A file offered for download that cannot be had, or that is a web page under the name of a file.
struct AttachmentBroken: SiteCheck {
  let id = "attachment-broken"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    DeadLinks.findings(in: reading, context) { $0.kind == .attachment ? .attachmentBroken : nil }
  }
}
