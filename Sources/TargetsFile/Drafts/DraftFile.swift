import DuwangCore

/// A Targets.yaml to be written for staff to complete.
struct DraftFile {
  struct Unit {
    var id: String
    var name: String
    var kind: OwnerUnit.Kind
    var home: String?
    var reader: String?
    var phone: String?
    var columns: [Column] = []
    private var ids: Set<String> = []

    init(id: String, name: String, kind: OwnerUnit.Kind, home: String? = nil) {
      (self.id, self.name, self.kind, self.home) = (id, name, kind, home)
    }

    /// `policy` is YAML. The id comes from the address, else from the place in the list.
    mutating func add(_ name: String, url: String?, category: String, policy: String, note: String? = nil) {
      let id = DraftFile.identifier(url, otherwise: "c\((columns.count + 1).padded(2))", taken: ids)
      ids.insert(id)
      columns.append(Column(id: id, name: name, url: url, category: category, policy: policy, note: note))
    }
  }
  struct Column {
    var id: String
    var name: String
    var url: String?
    var category: String
    var policy: String
    /// Stands behind the line as a comment.
    var note: String?
  }
  var origin: String
  var siteName: String
  var home: String
  var code: String?
  var hosts: [String] = []
  var units: [Unit] = []

  /// The file's text, which validates.
  var yaml: String {
    var lines = [
      "# \(origin)，须由工作人员核对：单位名称、栏目归属、分类和更新要求。", "# 核对后用 duwang targets validate 检查，用 duwang targets list 查看。",
      "version: 1", "sites:", "  - id: portal", "    name: \(quoted(siteName))", "    home: \(quoted(home))",
    ]
    if let code { lines.append("    code: \(quoted(code))") }
    if hosts.count > 1 { lines.append("    hosts: [\(hosts.map(quoted).joined(separator: ", "))]") }
    lines.append("units:")
    for unit in units { lines += self.lines(of: unit) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of unit: Unit) -> [String] {
    var lines = ["  - id: \(unit.id)", "    name: \(quoted(unit.name))", "    kind: \(unit.kind.rawValue)"]
    if let home = unit.home { lines.append("    home: \(quoted(home))") }
    if let reader = unit.reader { lines.append("    reader: \(quoted(reader))") }
    if let phone = unit.phone { lines.append("    contact: { phone: \(quoted(phone)) }") }
    if !unit.columns.isEmpty { lines.append("    columns:") }
    for column in unit.columns {
      let url = column.url.map { "url: \(quoted($0)), " } ?? ""
      lines.append(
        "      - { id: \(column.id), name: \(quoted(column.name)), \(url)category: \(quoted(column.category)), "
          + "policy: \(column.policy) }\(column.note.map { "  # \(clean($0))" } ?? "")")
    }
    return lines
  }

  /// Always a double-quoted scalar, so that no text changes its meaning.
  private func quoted(_ text: String) -> String {
    "\"" + clean(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// On one line, without control characters and what YAML counts as line breaks.
  private func clean(_ text: String) -> String {
    let safe = text.unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value)
        && ![0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff].contains($0.value)
    }
    return String(String.UnicodeScalarView(safe))
  }

  /// The last folder of the address that can be an id and is free.
  static func identifier(_ url: String?, otherwise fallback: String, taken: Set<String>) -> String {
    let segments = url.flatMap { WebAddress($0) }.map { $0.path.split(separator: "/") } ?? []
    let names = segments.reversed().map { segment in String(segment.prefix { $0 != "." }) }
      .filter { !["index", "list", "default", "main"].contains($0) }
    let usable = names.first { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9_\-]{0,30}/) != nil }
    let base = usable?.lowercased() ?? fallback
    guard taken.contains(base) else { return base }
    return (2...).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) } ?? fallback
  }
}
