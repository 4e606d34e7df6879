import DuwangCore

/// The vetoes of a year: one row an item, one cell a month.
struct VetoMonthsView: Sendable {
  struct Cell: Sendable {
    let cellWord: String
    let isHit: Bool
  }
  struct Row: Sendable {
    let itemNumber: String
    let itemName: String
    let cells: [Cell]
  }
  let monthNames: [String]
  let monthRows: [Row]
  let hasMonths: Bool
  /// `全年触发单项否决2个月次：3月站点无法访问，7月空白栏目。`
  let monthsLine: String

  init(_ months: [MonthVerdicts]) {
    monthNames = months.map { "\(Int($0.month.suffix(2)) ?? 0)月" }
    let items = months.first { !$0.vetoes.isEmpty }?.vetoes ?? []
    monthRows = items.enumerated().map { index, item in
      Row(
        itemNumber: "\(index + 1)", itemName: SafeText.line(item.name),
        cells: months.map { month in VetoMonthsView.cell(month.vetoes.first { $0.id == item.id }) })
    }
    hasMonths = !monthRows.isEmpty
    let hits = zip(monthNames, months).flatMap { name, month in
      month.vetoes.filter { $0.verdict == .veto }.map { "\(name)“\(SafeText.line($0.name))”" }
    }
    let unread = zip(monthNames, months).filter { $0.1.daysRead == 0 }.map(\.0)
    monthsLine =
      (hits.isEmpty ? "各月均未触发单项否决" : "触发单项否决\(hits.count)项次：\(hits.joined(separator: "、"))")
      + (unread.isEmpty ? "。" : "；\(unread.joined(separator: "、"))没有读网记录。")
  }

  private static func cell(_ found: Indicator?) -> Cell {
    switch found?.verdict {
    case nil: Cell(cellWord: "未读", isHit: false)
    case .veto?: Cell(cellWord: "触发", isHit: true)
    case .warn?: Cell(cellWord: "临近", isHit: false)
    case .pass?, .deduct?: Cell(cellWord: "否", isHit: false)
    case .person?: Cell(cellWord: "待人工", isHit: false)
    case .unknown?: Cell(cellWord: "不明", isHit: false)
    }
  }
}
