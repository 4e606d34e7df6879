import DuwangCore

/// Pictures of an article, told from those of the page's frame by where they lie.
enum Pictures {
  /// Pictures that belong to the article: not in the folders and under the names of a template.
  static func own(of page: Page) -> [Link] {
    page.links.filter { $0.kind == .image && !$0.isHidden && !isFrame($0.url) }
  }

  /// Media in frames (players, viewers) count as content.
  static func hasFrames(_ page: Page) -> Bool { page.links.contains { $0.kind == .frame && !$0.isHidden } }

  static func isFrame(_ url: String) -> Bool {
    guard let address = WebAddress(url) else { return true }
    let path = address.path.lowercased()
    if address.host.contains("conac") || address.host.contains("beian") { return true }
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    return folders.contains { path.contains($0) } || names.contains { file.hasPrefix($0) || file.contains("_" + $0) }
      || file.hasSuffix(".gif") && file.count <= 10
  }

  private static let folders = [
    "/template", "/skin", "/static/", "/assets/", "/css/", "/style", "/theme", "/public/images/", "/site/images/",
    "/_res", "/resource/img", "/script/", "/js/",
  ]
  private static let names = [
    "logo", "banner", "icon", "ico", "bg", "btn", "qr", "ewm", "wx", "weixin", "share", "red.png", "blue.png", "conac",
    "beian", "ghs", "jiucuo", "dzjg", "top", "foot", "head", "arrow", "line", "dot", "print", "close", "search", "nav",
    "home", "jyfw", "wb.", "weibo", "pc", "zfwzzc", "span",
  ]
}
