import DuwangCore

/// A picture that cannot be had.
struct ImageBroken: SiteCheck {
  let id = "image-broken"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    DeadLinks.findings(in: reading, context) { $0.kind == .image ? .imageBroken : nil }
  }
}
