import DuwangCore
import Yams

/// Walks the items of an indicator table; what an item leaves out (source, confidence, effect) it has from the one above.
struct ProfileReader {
  let diagnostics: Diagnostics
  let renamed: [String: String]

  /// Nil only when the document is no table at all.
  func read(_ root: Node) -> IndicatorProfile? {
    let keys = ["profile", "name", "source", "from", "until", "base", "pass", "items"]
    guard let fields = Fields(root, "指标体系", keys: keys, renamed: renamed, diagnostics) else { return nil }
    let id = fields.required("profile", "请写简短的名称，如\"2019\"")
    let name = fields.required("name", "请写指标体系的全称")
    let source = fields.required("source", "请写文件名称或文号")
    if !fields.has("items") { fields.missing("items", "请列出指标") }
    let top = IndicatorItem(id: "", name: "", source: source?.text ?? "", checked: .recalled)
    var seen = SeenNames()
    let items = fields.list("items").compactMap { item($0, below: top, &seen, depth: 1) }
    guard let id, let name, let source else { return nil }
    return IndicatorProfile(
      id: id.text, name: name.text, source: source.text, from: fields.day("from"), until: fields.day("until"),
      base: fields.decimal("base", 0...1000) ?? 100, passMark: fields.decimal("pass", 0...1000) ?? 60, items: items)
  }

  private static let keys = [
    "id", "name", "source", "checked", "effect", "judge", "measure", "rule", "shown", "limit", "warn", "window",
    "warn_window", "windows", "kinds", "place", "containing", "columns", "points", "once", "weight", "items",
  ]
  private static let deepest = 20

  private func item(_ node: Node, below parent: IndicatorItem, _ seen: inout SeenNames, depth: Int) -> IndicatorItem? {
    guard let fields = Fields(node, "指标", keys: ProfileReader.keys, renamed: renamed, diagnostics) else { return nil }
    guard depth <= ProfileReader.deepest else {
      diagnostics.error(node, "指标超过\(ProfileReader.deepest)级，请核对缩进。")
      return nil
    }
    let id = fields.required("id", "请写编号，如\"1.2\"")
    if let id { seen.check(id, "指标编号", diagnostics) }
    let name = fields.required("name", "请写指标名称")
    var item = IndicatorItem(
      id: id?.text ?? "", name: name?.text ?? "", source: fields.text("source")?.text ?? parent.source,
      checked: fields.value("checked") ?? parent.checked)
    item.effect = fields.value("effect") ?? parent.effect
    item.weight = fields.decimal("weight", 0...1000)
    if fields.has("items") {
      for key in ["measure", "limit", "points", "rule"] where fields.has(key) {
        fields.error(key, "“\(key)”只能写在没有下级的指标上，请移到下级指标。")
      }
      item.items = fields.list("items").compactMap { self.item($0, below: item, &seen, depth: depth + 1) }
    } else {
      fill(&item, fields)
    }
    return id == nil || name == nil ? nil : item
  }

  private func fill(_ item: inout IndicatorItem, _ fields: Fields) {
    item.judge = fields.value("judge") ?? (fields.has("measure") ? .machine : .person)
    item.measure = fields.value("measure")
    item.rule = fields.required("rule", "请写指标的规定")?.text ?? ""
    item.shown = fields.text("shown")?.text ?? ""
    item.limit = fields.decimal("limit", 0...100_000) ?? 1
    item.warn = fields.decimal("warn", 0...100_000)
    (item.window, item.warnWindow) = (fields.period("window"), fields.period("warn_window"))
    item.windows = fields.entries("windows", renamed: renamed).compactMap { window($0.name, $0.node, fields) }
    item.kinds = fields.texts("kinds").compactMap { text in
      fields.value(text, "kinds", FindingKind.allCases)
    }
    item.place = fields.value("place") ?? .any
    item.containing = fields.text("containing")?.text
    item.columns = fields.texts("columns").map(\.text)
    item.points = fields.decimal("points", 0...1000) ?? 0
    item.isOnce = fields.flag("once") ?? false
    check(item, fields)
  }

  private func window(_ name: Located, _ node: Node, _ fields: Fields) -> IndicatorItem.Window? {
    guard let columns = fields.value(name, "windows", ColumnClass.allCases) else { return nil }
    guard let text = node.scalar?.string.trimmed else {
      diagnostics.error(node, "“\(name.text)”应写期限，如2w、6mo，或own（按读网配置）。")
      return nil
    }
    if text == "own" { return .init(columns, nil) }
    return fields.period(Located(text: text, mark: node.mark), name.text).map { .init(columns, $0) }
  }

  /// What a measure cannot do without.
  private func check(_ item: IndicatorItem, _ fields: Fields) {
    if item.judge == .machine, item.measure == nil {
      fields.missing(
        "measure", "由机器判断的指标请写measure，可用：\(IndicatorMeasure.allCases.map(\.rawValue).joined(separator: "、"))")
    }
    if item.measure == .columnsLate, !fields.has("windows") { fields.missing("windows", "请写各类栏目的期限，如{ dynamic: 2w }") }
    if item.measure == .findings, !fields.has("kinds") { fields.missing("kinds", "请写问题类别，如[link-broken]") }
    if item.measure == .columnsMissing, !fields.has("columns") { fields.missing("columns", "请写栏目名称或类别") }
    if let warn = item.warn, warn > item.limit { fields.error("warn", "“warn”（\(warn)）大于“limit”（\(item.limit)），请改小。") }
  }
}

extension Fields {
  /// A number, with or without `%`.
  func decimal(_ key: String, _ range: ClosedRange<Double>) -> Double? {
    guard let located = text(key) else { return nil }
    let digits = located.text.hasSuffix("%") ? String(located.text.dropLast()) : located.text
    guard let value = Double(digits), range.contains(value) else {
      diagnostics.error(
        located.mark, "“\(key): \(located.text)”应为\(Int(range.lowerBound))至\(Int(range.upperBound))之间的数，如5、0.1、5%。")
      return nil
    }
    return value
  }

  /// One of the values of a closed list.
  func value<Value: RawRepresentable & CaseIterable>(_ key: String) -> Value? where Value.RawValue == String {
    text(key).flatMap { value($0, key, Array(Value.allCases)) }
  }

  func value<Value: RawRepresentable>(_ located: Located, _ key: String, _ all: [Value]) -> Value?
  where Value.RawValue == String {
    if let value = Value(rawValue: located.text) { return value }
    let names = all.map(\.rawValue)
    let near = Spelling.nearest(to: located.text, among: names).map { "，是否应为“\($0)”" } ?? ""
    diagnostics.error(located.mark, "“\(key)”不能为“\(located.text)”\(near)；可选：\(names.joined(separator: "、"))。")
    return nil
  }
}
