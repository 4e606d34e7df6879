import DuwangCore
import Yams

extension TargetsReader {
  func readSites(_ fields: Fields) -> [Target] {
    guard fields.has("sites") else {
      fields.missing("sites", "请列出要读的网站，每个写id、name、home")
      return []
    }
    let nodes = fields.list("sites")
    if nodes.isEmpty, fields.node("sites")?.sequence != nil { fields.error("sites", "“sites”为空，请至少列出一个网站。") }
    var seen = SeenNames()
    return nodes.compactMap { node in
      guard let site = self.fields(node, "网站", ["id", "name", "home", "code", "hosts", "probes"]) else { return nil }
      let id = identifier(site)
      if let id { seen.check(id, "网站编号", diagnostics) }
      let name = site.required("name", "请写网站名称")
      let home = site.required("home", "请写首页网址").flatMap { address($0, "home") }
      let code = readCode(site)
      let hosts = readHosts(site, home: home)
      let probes = readProbes(site)
      guard let id, let name, let home else { return nil }
      return Target(
        id: id.text, name: name.text, home: home.description, code: code, hosts: hosts, probes: probes)
    }
  }

  /// Letters, digits, `-`, `_` and `.`, for it becomes a file's name.
  func identifier(_ fields: Fields) -> Located? {
    guard let id = fields.required("id", "请写一个英文编号") else { return nil }
    guard id.text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}/) != nil else {
      diagnostics.error(id.mark, "编号“\(id.text)”只能用英文字母、数字、-、_和.，以字母或数字开头，不超过64个字符。")
      return nil
    }
    return id
  }

  /// An absolute http(s) address without a password in it.
  func address(_ located: Located, _ key: String, of owner: String = "") -> WebAddress? {
    let text = located.text
    if text.contains(where: \.isWhitespace) {
      diagnostics.error(located.mark, "\(owner)“\(key)”的网址中有空格，请删去。")
      return nil
    }
    guard let address = WebAddress(text) else {
      let hint =
        text.hasPrefix("/")
        ? "请写包含域名的完整网址" : text.hasPrefix("www.") ? "请在前面加http://或https://" : "应为http://或https://开头的完整网址"
      diagnostics.error(
        located.mark, "\(owner)“\(key): \(text)”不是有效网址，\(hint)\(key == "url" ? "；网址未核实的，删去此键即可按名称查找" : "")。")
      return nil
    }
    let authority = text.drop { $0 != ":" }.dropFirst(3).prefix { !"/?#\\".contains($0) }
    if authority.contains("@") {
      diagnostics.error(located.mark, "“\(key)”的网址中有用户名或密码，本文件不得写入秘密，请删去@及其前面的部分。")
      return nil
    }
    return address
  }

  private func readCode(_ site: Fields) -> String? {
    guard let code = site.text("code") else { return nil }
    guard code.text.utf8.count == 10, code.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      site.error("code", "政府网站标识码应为10位数字，并用双引号括起，如\"6204230001\"。")
      return nil
    }
    return code.text
  }

  private func readHosts(_ site: Fields, home: WebAddress?) -> [String] {
    var hosts = home.map { [$0.authority] } ?? []
    for host in site.texts("hosts") {
      guard !host.text.contains("/"), !host.text.contains("*"), let address = WebAddress("http://\(host.text)/") else {
        diagnostics.error(host.mark, "“\(host.text)”不是主机名，应为域名或域名:端口，不含http://和路径，如www.example.gov.cn。")
        continue
      }
      let authority = address.authority.hasSuffix(":443") ? String(address.authority.dropLast(4)) : address.authority
      if !hosts.contains(authority) { hosts.append(authority) }
    }
    return hosts
  }

  private func readProbes(_ site: Fields) -> [Target.Probe] {
    site.list("probes").compactMap { node in
      guard let probe = fields(node, "可用性探测页面", ["name", "url"]) else { return nil }
      let name = probe.required("name", "请写页面名称")
      let url = probe.required("url", "请写页面网址").flatMap { address($0, "url") }
      guard let name, let url else { return nil }
      return Target.Probe(name: name.text, url: url.description)
    }
  }
}

/// Names that must be given once, with the line of the first.
struct SeenNames {
  private var first: [String: Int] = [:]

  mutating func check(_ name: Located, _ what: String, _ diagnostics: Diagnostics) {
    if let line = first[name.text] {
      diagnostics.error(name.mark, "\(what)“\(name.text)”与第\(line)行重复，请改用不同的编号。")
    } else {
      first[name.text] = name.mark?.line ?? 0
    }
  }
}
