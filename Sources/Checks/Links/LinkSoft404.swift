import DuwangCore

/// A link whose target answers well and is gone all the same.
struct LinkSoft404: SiteCheck {
  let id = "link-soft-404"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let columnPages = Set(columns.filter { $0.status == .unreachable }.compactMap(\.url))
    return DeadLinks.findings(in: reading, context) { link in
      guard [.page, .frame].contains(link.kind), link.isSoftNotFound else { return nil }
      return columnPages.contains(link.url) ? nil : .linkSoft404
    }
  }
}
