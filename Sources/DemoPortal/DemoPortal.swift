import DuwangCore

/// The sample portal of the invented 景塬县: what `duwang demo` serves and reads.
package enum DemoPortal {
  /// The moments that count as now, one a simulated day.
  package static let days = ["2018-12-29T08:00", "2018-12-30T08:00", "2018-12-31T08:00"].compactMap { Moment($0) }

  /// The file by which the sample portal at `port` is read.
  package static func targetsYAML(port: Int) -> String {
    let base = "http://127.0.0.1:\(port)"
    return """
      # 示例网站（景塬县，虚构）的读网配置
      version: 1
      sites:
        - { id: portal, name: 景塬县人民政府, home: "\(base)/", code: "6299230001" }
      fetch:
        timeout: 15s
        per_host: { connections: 16, rate: 400/s }
        retries: 0
        recheck_after: 1s
        user_agent: duwang-demo
        allow_private_addresses: true
      scope: { max_pages: 2000, max_depth: 12 }
      units:
      \(units.map { yaml($0, base) }.joined(separator: "\n"))

      """
  }

  private static func yaml(_ unit: DemoUnit, _ base: String) -> String {
    var lines = ["  - id: \(unit.id)", "    name: \(unit.name)", "    kind: \(unit.kind)"]
    if unit.kind != "office" {
      if !unit.isFoundByName { lines.append("    home: \"\(base)\(unit.folder)\"") }
      lines.append("    paths: [\"\(unit.folder)\"]")
    }
    lines.append("    columns:")
    lines += columns.filter { $0.unit == unit.id }.map { yaml($0, base) }
    return lines.joined(separator: "\n")
  }

  private static func yaml(_ column: DemoColumn, _ base: String) -> String {
    let address = column.isFoundByName ? "" : ", url: \"\(base)\(DemoPaths.list(column))\""
    let exempt = column.exempt.map { ", exempt: \($0)" } ?? ""
    return "      - { id: \(column.id), name: \(column.name)\(address), category: \(column.category), "
      + "policy: \(column.policy)\(exempt) }"
  }
}
