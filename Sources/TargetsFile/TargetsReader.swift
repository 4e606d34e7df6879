import DuwangCore
import Yams

/// Walks the document and builds the values, going on after every problem.
struct TargetsReader {
  let diagnostics: Diagnostics
  /// Placeholder → the key that stood there a first time.
  let renamed: [String: String]
  let baseDirectory: String

  private static let keys = [
    "version", "sites", "probe", "fetch", "scope", "policies", "units", "templates", "content", "indicators", "notify",
  ]

  /// Nil only when the document is no mapping.
  func read(_ root: Node) -> Targets? {
    guard let fields = fields(root, "文件", TargetsReader.keys) else { return nil }
    readVersion(fields)
    let sites = readSites(fields)
    let policies = readPolicies(fields)
    let hosts = Hosts(sites)
    var units = readUnits(fields, policies: policies, hosts: hosts)
    if units.isEmpty, let site = sites.first, fields.list("units").isEmpty {
      diagnostics.warn(fields.mark("units"), "没有列出单位（units），全部页面归网站主办单位，不检查任何栏目的更新。")
      units = [OwnerUnit(id: "office", name: site.name, kind: .office)]
    }
    var targets = Targets(sites: sites, units: units, policies: policies)
    targets.fetch = readFetch(fields)
    targets.scope = readScope(fields)
    targets.control = readProbe(fields)
    targets.content = readContent(fields)
    targets.profiles = readProfiles(fields)
    readNotify(fields)
    if fields.has("notify") { targets.withoutEffect.append("notify") }
    return targets
  }

  func fields(_ node: Node, _ what: String, _ keys: [String]) -> Fields? {
    Fields(node, what, keys: keys, renamed: renamed, diagnostics)
  }

  func section(_ fields: Fields, _ key: String, _ what: String, _ keys: [String]) -> Fields? {
    fields.node(key).flatMap { self.fields($0, what, keys) }
  }

  private func readVersion(_ fields: Fields) {
    guard let version = fields.required("version", "请在文件开头写version: 1") else { return }
    if version.text != "1" {
      fields.error("version", "本程序只读第1版的配置文件，请写version: 1。")
    }
  }

}

/// The hosts of all sites.
struct Hosts {
  private let known: Set<String>

  init(_ sites: [Target]) { known = Set(sites.flatMap(\.hosts)) }

  /// True also when no site could be read: one problem is enough then.
  func contains(_ address: WebAddress) -> Bool { known.isEmpty || known.contains(address.authority) }
  var list: String { known.sorted().joined(separator: "、") }
}
