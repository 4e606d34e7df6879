import DuwangCore
import Yams

extension TargetsReader {
  private static let fetchKeys = [
    "timeout", "per_host", "total_connections", "retries", "recheck_after", "user_agent", "proxy_env", "headers_env",
    "max_body", "robots", "reuse_links", "allow_private_addresses", "render",
  ]

  func readFetch(_ root: Fields) -> FetchSettings {
    var settings = FetchSettings()
    guard let fields = section(root, "fetch", "“fetch”", TargetsReader.fetchKeys) else { return settings }
    if let timeout = fields.period("timeout") { settings.timeout = timeout }
    if let host = section(fields, "per_host", "“per_host”", ["connections", "rate"]) {
      settings.connectionsPerHost = host.number("connections", 1...256) ?? settings.connectionsPerHost
      settings.ratePerHost = host.rate("rate") ?? settings.ratePerHost
    }
    settings.totalConnections = fields.number("total_connections", 1...4096) ?? settings.totalConnections
    settings.retries = fields.number("retries", 0...10) ?? settings.retries
    if let period = fields.period("recheck_after", allowsZero: true) { settings.recheckAfter = period }
    if let period = fields.period("reuse_links", allowsZero: true) { settings.reuseLinks = period }
    settings.userAgent = readUserAgent(fields) ?? settings.userAgent
    settings.proxyEnvironment = fields.variable("proxy_env")
    settings.headersEnvironment = readHeaders(fields)
    settings.maxBody = fields.size("max_body") ?? settings.maxBody
    settings.obeysRobots = fields.choice("robots", ["obey", "ignore"]) != "ignore"
    settings.allowsPrivateAddresses = fields.flag("allow_private_addresses") ?? false
    settings.rendersWhenNeeded = fields.choice("render", ["never", "when-needed"]) == "when-needed"
    return settings
  }

  private func readUserAgent(_ fields: Fields) -> String? {
    guard let agent = fields.text("user_agent") else { return nil }
    guard agent.text.unicodeScalars.allSatisfy({ (0x20..<0x7f).contains($0.value) }) else {
      fields.error("user_agent", "“user_agent”只能用英文字母、数字和半角符号。")
      return nil
    }
    if agent.text.contains("example.gov.cn") {
      diagnostics.warn(agent.mark, "“user_agent”中的联系地址仍为示例（example.gov.cn），请改为本单位的邮箱。")
    }
    return agent.text
  }

  private func readHeaders(_ fields: Fields) -> [String: String] {
    var headers: [String: String] = [:]
    for (name, node) in fields.entries("headers_env", renamed: renamed) {
      guard name.text.wholeMatch(of: /[A-Za-z0-9!#$%&'*+.^_`|~\-]+/) != nil else {
        diagnostics.error(name.mark, "“\(name.text)”不是HTTP请求头的名称。")
        continue
      }
      guard let text = node.scalar?.string.trimmed else {
        diagnostics.error(node, "“\(name.text)”应写环境变量的名称。")
        continue
      }
      headers[name.text] = fields.variable(Located(text: text, mark: node.mark), "headers_env.\(name.text)")
    }
    return headers
  }

  func readScope(_ root: Fields) -> Scope {
    var scope = Scope()
    guard let fields = section(root, "scope", "“scope”", ["max_pages", "max_depth", "exclude"]) else { return scope }
    scope.maxPages = fields.number("max_pages", 1...5_000_000) ?? scope.maxPages
    scope.maxDepth = fields.number("max_depth", 0...1000) ?? scope.maxDepth
    scope.exclude = fields.texts("exclude").map(\.text)
    return scope
  }

  /// The control addresses.
  func readProbe(_ root: Fields) -> [String] {
    guard let fields = section(root, "probe", "“probe”", ["control"]) else { return [] }
    return fields.texts("control").compactMap { address($0, "control")?.description }
  }

  private static let contentKeys = [
    "since", "noisy_channel", "dictionaries", "units", "leaders", "severe", "ignore",
  ]

  func readContent(_ root: Fields) -> ContentSettings {
    var content = ContentSettings()
    guard let fields = section(root, "content", "“content”", TargetsReader.contentKeys) else { return content }
    if let since = fields.period("since") { content.since = since }
    content.noisyChannel = fields.flag("noisy_channel") ?? true
    let files = UserTables(baseDirectory: baseDirectory, diagnostics: diagnostics)
    for path in fields.texts("dictionaries") {
      files.check(path, .dictionary)
      content.dictionaries.append(path.text)
    }
    content.units = checked(fields, "units", .units, files)
    content.leaders = checked(fields, "leaders", .leaders, files)
    content.severe = checked(fields, "severe", .severe, files)
    content.ignore = fields.list("ignore").compactMap(readIgnore)
    return content
  }

  private func checked(_ fields: Fields, _ key: String, _ kind: UserTables.Kind, _ files: UserTables) -> String? {
    guard let path = fields.text(key) else { return nil }
    files.check(path, kind)
    return path.text
  }

  private func readIgnore(_ node: Node) -> ContentSettings.Ignore? {
    guard let fields = fields(node, "“ignore”的条目", ["kind", "text", "url"]) else { return nil }
    guard ["kind", "text", "url"].contains(where: fields.has) else {
      diagnostics.error(node, "“ignore”的条目没有条件，请写kind、text、url中的至少一项。")
      return nil
    }
    let kind = fields.choice("kind", FindingKind.allCases.map(\.rawValue))
    return .init(kind: kind, text: fields.text("text")?.text, url: fields.text("url")?.text)
  }
}
