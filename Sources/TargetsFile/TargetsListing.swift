import DuwangCore

/// What will be read and what was found where (`duwang targets list`).
package struct TargetsListing: Sendable, Hashable, Encodable {
  package enum State: String, Sendable, Encodable {
    /// The address stands in Targets.yaml.
    case given
    /// Found by name at an earlier reading.
    case found
    /// No address yet: looked for by name at the next reading, or never found.
    case unfound
  }
  package struct Row: Sendable, Hashable, Encodable {
    package var id: String
    package var unit: String
    package var unitName: String
    package var name: String
    package var category: String
    package var policy: String
    package var url: String?
    package var state: State
    package var exempt: String?
  }
  package struct Site: Sendable, Hashable, Encodable {
    package var id: String
    package var name: String
    package var home: String
  }
  package var sites: [Site]
  package var units: Int
  package var columns: [Row]

  /// `found` is `Past.foundColumns`: column id → address.
  package init(_ targets: Targets, found: [String: String] = [:]) {
    sites = targets.sites.map { Site(id: $0.id, name: $0.name, home: $0.home) }
    units = targets.units.count
    columns = targets.units.flatMap { unit in
      unit.columns.map { column in
        Row(
          id: column.id, unit: unit.id, unitName: unit.name, name: column.name, category: column.category,
          policy: TargetsListing.words(column), url: column.url ?? found[column.id],
          state: column.url != nil ? .given : found[column.id] != nil ? .found : .unfound,
          exempt: column.exemption?.reason)
      }
    }
  }

  /// A table for the terminal, wide characters counted as two.
  package var text: String {
    var out = sites.map { "网站 \($0.id)　\($0.name)　\($0.home)" }
    let header = ["编号", "单位", "栏目", "更新要求", "网址"]
    let rows = columns.map { row in
      [row.id, row.unitName, row.name, row.exempt.map { "不作要求（\($0)）" } ?? row.policy, TargetsListing.address(row)]
    }
    let widths = (0..<4).map { index in ([header] + rows).map { $0[index].displayWidth }.max() ?? 0 }
    for row in [header] + rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.displayWidth) }
      out.append((cells + [row[4]]).joined(separator: "  "))
    }
    func count(_ state: State) -> Int { columns.count { $0.state == state } }
    out.append(
      "网站\(sites.count)个，单位\(units)个，栏目\(columns.count)个：已写网址\(count(.given))个，按名称找到\(count(.found))个，"
        + "尚未找到\(count(.unfound))个。")
    return out.joined(separator: "\n")
  }

  private static func address(_ row: Row) -> String {
    switch row.state {
    case .given: row.url ?? ""
    case .found: "\(row.url ?? "")（按名称找到）"
    case .unfound: "尚未找到（待核对配置）"
    }
  }

  /// `动态要闻：2周（提前提醒10日）`.
  private static func words(_ column: Column) -> String {
    let rule: String
    switch column.policy {
    case .never: rule = "不作时限要求"
    case .age(let warn, let limit): rule = limit.chinese + (warn.map { "（满\($0.chinese)提醒）" } ?? "")
    case .reply(let within): rule = "\(within.chinese)内答复"
    }
    return column.policyName.map { "\($0)：\(rule)" } ?? rule
  }
}
