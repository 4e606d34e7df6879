import DuwangCore
import Yams

/// A column as written, before the variables of a template are filled in.
struct ColumnDraft {
  var id: Located
  var name: Located
  var url: Located?
  var category: String
  var policy: PolicyChoice
  var level: Int
  var exemption: Column.Exemption?

  /// Names in braces, `{id}` and `{name}` among them.
  var variables: [String] {
    [id.text, name.text, url?.text ?? "", category].flatMap(Placeholders.names(in:))
  }
}

extension TargetsReader {
  private static let columnKeys = ["id", "name", "url", "category", "policy", "level", "exempt"]

  /// Nil when there was a problem in any template, so that units do not repeat it.
  func readTemplates(_ fields: Fields, policies: [String: UpdatePolicy]) -> [String: [ColumnDraft]]? {
    var templates: [String: [ColumnDraft]] = [:]
    for (name, node) in fields.entries("templates", renamed: renamed) {
      guard let sequence = node.sequence else {
        diagnostics.error(node, "模板“\(name.text)”应为栏目列表，请在每个栏目前加“- ”。")
        templates[name.text] = []
        continue
      }
      templates[name.text] = sequence.compactMap { readColumn($0, policies: policies) }
      var seen = SeenNames()
      for draft in templates[name.text] ?? [] { seen.check(draft.id, "模板“\(name.text)”内的栏目编号", diagnostics) }
    }
    return templates
  }

  func readColumn(_ node: Node, policies: [String: UpdatePolicy]) -> ColumnDraft? {
    guard let fields = fields(node, "栏目", TargetsReader.columnKeys) else { return nil }
    let id = fields.required("id", "请写一个英文编号")
    let name = fields.required("name", "请写栏目名称")
    let category = fields.text("category")?.text ?? "其他"
    let policy = choosePolicy(fields, category: category, policies: policies)
    let level = fields.number("level", 1...9) ?? 1
    let exemption = readExemption(fields)
    let url = fields.text("url")
    guard let id, let name, let policy else { return nil }
    guard id.text.wholeMatch(of: /[A-Za-z0-9{][A-Za-z0-9_.\-{}]{0,63}/) != nil else {
      diagnostics.error(id.mark, "编号“\(id.text)”只能用英文字母、数字、-、_和.，以字母或数字开头，不超过64个字符。")
      return nil
    }
    return ColumnDraft(
      id: id, name: name, url: url, category: category, policy: policy, level: level, exemption: exemption)
  }

  private func choosePolicy(
    _ fields: Fields, category: String, policies: [String: UpdatePolicy]
  ) -> PolicyChoice? {
    guard let node = fields.node("policy") else {
      let name = NationalPolicies.forCategory(category, among: policies)
      return policies[name].map { PolicyChoice(name: name, policy: $0) }
    }
    guard let name = node.scalar?.string.trimmed else {
      return readPolicy(node, "“policy”").map { PolicyChoice(name: nil, policy: $0) }
    }
    if name == "never" { return PolicyChoice(name: nil, policy: .never) }
    if let policy = policies[name] { return PolicyChoice(name: name, policy: policy) }
    let near = Spelling.nearest(to: name, among: policies.keys.sorted()).map { "，是否应为“\($0)”" } ?? ""
    diagnostics.error(
      node, "没有名为“\(name)”的更新类别\(near)；可用：\(policies.keys.sorted().joined(separator: "、"))，也可写{ warn: 10d, limit: 2w }。"
    )
    return nil
  }

  private func readExemption(_ fields: Fields) -> Column.Exemption? {
    guard let exempt = section(fields, "exempt", "“exempt”", ["reason", "until"]) else { return nil }
    let reason = exempt.required("reason", "请写不作更新要求的理由")
    let until = exempt.day("until")
    return reason.map { Column.Exemption(reason: $0.text, until: until) }
  }

  /// The column of one unit; its variables are filled in only when it comes from a template.
  func build(
    _ draft: ColumnDraft, for unit: UnitNames, isShared: Bool, hosts: Hosts
  ) -> (column: Column, localID: String)? {
    func filled(_ text: String) -> String? {
      isShared ? Placeholders.fill(text, with: unit, diagnostics) : text
    }
    guard let id = filled(draft.id.text), let name = filled(draft.name.text), let category = filled(draft.category)
    else { return nil }
    var url: WebAddress?
    if let written = draft.url {
      guard let text = filled(written.text) else { return nil }
      let owner = isShared ? "单位“\(unit.name)”的" : ""
      guard let address = address(Located(text: text, mark: written.mark), "url", of: owner) else { return nil }
      check(address, written.mark, "\(owner)栏目“\(name)”", hosts)
      url = address
    }
    let column = Column(
      id: "\(unit.id)/\(id)", unit: unit.id, name: name, url: url?.description, category: category,
      policyName: draft.policy.name, policy: draft.policy.policy, level: draft.level, exemption: draft.exemption)
    return (column, id)
  }
}

/// `{name}` in the texts of a template.
enum Placeholders {
  static func names(in text: String) -> [String] { text.matches(of: /\{([^{}]*)\}/).map { String($0.output.1) } }

  /// Nil, and a problem at the unit, when a variable has no value.
  static func fill(_ text: String, with unit: UnitNames, _ diagnostics: Diagnostics) -> String? {
    var (result, isWhole) = ("", true)
    var rest = text[...]
    while let match = rest.firstMatch(of: /\{([^{}]*)\}/) {
      let name = String(match.output.1)
      let value = name == "id" ? unit.id : name == "name" ? unit.name : unit.vars[name]?.text
      if value == nil {
        isWhole = false
        diagnostics.error(unit.mark, "模板用到变量{\(name)}，单位“\(unit.name)”没有给出，请写vars: { \(name): \"…\" }。")
      }
      result += rest[..<match.range.lowerBound] + (value ?? "")
      rest = rest[match.range.upperBound...]
    }
    return isWhole ? result + rest : nil
  }
}
