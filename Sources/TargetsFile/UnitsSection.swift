import DuwangCore
import Yams

extension TargetsReader {
  /// Far more than any county has; keeps aliases from multiplying a small file.
  private static let mostColumns = 50_000

  func readUnits(_ fields: Fields, policies: [String: UpdatePolicy], hosts: Hosts) -> [OwnerUnit] {
    let templates = readTemplates(fields, policies: policies)
    var seen = SeenNames()
    var count = 0
    return fields.list("units").compactMap { node in
      let unit = readUnit(node, templates: templates, policies: policies, hosts: hosts, seen: &seen)
      count += unit?.columns.count ?? 0
      if count > TargetsReader.mostColumns {
        diagnostics.error(node, "栏目总数超过\(TargetsReader.mostColumns)个，请核对模板和列表。")
        return nil
      }
      return unit
    }
  }

  private static let unitKeys = [
    "id", "name", "kind", "home", "paths", "reader", "contact", "columns", "template", "vars",
  ]

  private func readUnit(
    _ node: Node, templates: [String: [ColumnDraft]]?, policies: [String: UpdatePolicy], hosts: Hosts,
    seen: inout SeenNames
  ) -> OwnerUnit? {
    guard let fields = fields(node, "单位", TargetsReader.unitKeys) else { return nil }
    let id = identifier(fields)
    if let id { seen.check(id, "单位编号", diagnostics) }
    let name = fields.required("name", "请写单位名称")
    if !fields.has("kind") { fields.missing("kind", "请写office（办公室）、township（乡镇）或department（部门）") }
    let kind = fields.choice("kind", OwnerUnit.Kind.allCases.map(\.rawValue)).flatMap(OwnerUnit.Kind.init)
    let home = fields.text("home").flatMap { address($0, "home") }
    if let home { check(home, fields.mark("home"), "单位首页", hosts) }
    let contact = section(fields, "contact", "联系方式", ["phone", "email"])
    let vars = readVariables(fields)
    let drafts = fields.list("columns").compactMap { readColumn($0, policies: policies) }
    let shared = template(fields, templates: templates)
    guard let id, let name else { return nil }
    let owner = UnitNames(id: id.text, name: name.text, mark: fields.mark("template"), vars: vars)
    var (columns, names) = ([Column](), SeenNames())
    for (draft, isShared) in shared.map({ ($0, true) }) + drafts.map({ ($0, false) }) {
      guard let column = build(draft, for: owner, isShared: isShared, hosts: hosts) else { continue }
      let place = isShared ? fields.mark("template") : draft.id.mark
      names.check(Located(text: column.localID, mark: place), "单位“\(name.text)”内的栏目编号", diagnostics)
      columns.append(column.column)
    }
    warnUnused(vars, in: shared, of: owner)
    guard let kind else { return nil }
    return OwnerUnit(
      id: id.text, name: name.text, kind: kind, home: home?.description, paths: readPaths(fields),
      reader: fields.text("reader")?.text,
      contact: .init(phone: contact?.text("phone")?.text, email: contact?.text("email")?.text), columns: columns)
  }

  private func readPaths(_ fields: Fields) -> [String] {
    fields.texts("paths").compactMap { path in
      guard path.text.hasPrefix("/") || WebAddress(path.text) != nil else {
        diagnostics.error(path.mark, "“paths”中的“\(path.text)”应以/开头，如/bgs/。")
        return nil
      }
      return path.text
    }
  }

  private func readVariables(_ fields: Fields) -> [String: Located] {
    var vars: [String: Located] = [:]
    for (name, node) in fields.entries("vars", renamed: renamed) {
      guard let text = node.scalar?.string else {
        diagnostics.error(node, "“vars”中的“\(name.text)”应为文字。")
        continue
      }
      vars[name.text] = Located(text: text, mark: name.mark)
    }
    return vars
  }

  private func template(_ fields: Fields, templates: [String: [ColumnDraft]]?) -> [ColumnDraft] {
    guard let name = fields.text("template"), let templates else { return [] }
    if let template = templates[name.text] { return template }
    let near = Spelling.nearest(to: name.text, among: templates.keys.sorted()).map { "，是否应为“\($0)”" } ?? ""
    diagnostics.error(name.mark, "没有名为“\(name.text)”的模板\(near)，请在templates中定义。")
    return []
  }

  private func warnUnused(_ vars: [String: Located], in drafts: [ColumnDraft], of unit: UnitNames) {
    let used = Set(drafts.flatMap(\.variables))
    for (name, value) in vars.sorted(by: { $0.key < $1.key }) where !used.contains(name) {
      diagnostics.warn(value.mark, "单位“\(unit.name)”的变量“\(name)”没有被模板使用，请核对名称。")
    }
  }

  func check(_ address: WebAddress, _ mark: Mark?, _ what: String, _ hosts: Hosts) {
    guard !hosts.contains(address) else { return }
    diagnostics.error(
      mark, "\(what)的主机“\(address.authority)”不属于任何网站（\(hosts.list)）；确属本站的，请写入该网站的hosts，否则请改正网址。")
  }
}

/// Whose columns are built from drafts.
struct UnitNames {
  var id: String
  var name: String
  /// Where the unit chooses its template.
  var mark: Mark?
  var vars: [String: Located]
}
