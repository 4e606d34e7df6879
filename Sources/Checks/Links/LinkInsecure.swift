import DuwangCore

/// A link before whose target browsers warn (its certificate is refused), and a part of a secure page that comes over an
/// insecure line and is therefore not loaded.
struct LinkInsecure: SiteCheck {
  let id = "link-insecure"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let warned = DeadLinks.findings(in: reading, context) { link in
      [.page, .frame].contains(link.kind) && LinkInsecure.isWarnedOf(link) ? .linkInsecure : nil
    }
    return warned + mixed(reading, context)
  }

  /// The certificate was refused though the server speaks TLS: visitors are warned, and the page opens behind the warning.
  static func isWarnedOf(_ link: LinkReading) -> Bool {
    link.fault.map { $0.isTLS && $0 != .tlsHandshake } ?? false
  }

  private func mixed(_ reading: SiteReading, _ context: CheckContext) -> [Finding] {
    let places = Where(reading, context)
    return reading.links.filter { link in
      [.script, .style, .frame].contains(link.kind) && [.ok, .redirected].contains(link.status)
        && link.url.hasPrefix("http://") && link.page.hasPrefix("https://")
    }.map { link in
      Finding(
        kind: .linkInsecure, site: context.siteID(of: link.page), unit: places.unit(of: link),
        column: places.column(of: link), page: link.page, pageTitle: places.page(link.page)?.title, pages: link.pages,
        target: link.url, key: link.url,
        message: "安全页面（https）引用了不安全的\(Self.name(link.kind))\(link.url)，浏览器不予加载。\(Words.place(link))。",
        fix: "请将该网址改为https，或改用本站文件。",
        evidence: Evidence(text: link.url, place: link.line > 0 ? "第\(link.line)行" : nil))
    }
  }

  private static func name(_ kind: Link.Kind) -> String {
    switch kind {
    case .script: "脚本"
    case .style: "样式"
    case .frame: "框架页"
    case .page, .image, .attachment: "文件"
    }
  }
}
