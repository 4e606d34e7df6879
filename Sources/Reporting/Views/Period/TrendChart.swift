import DuwangCore

/// New, closed and open findings of up to twelve periods, as the places of bars and points in a drawing of 276 by 172.
struct TrendChart: Sendable {
  struct Line: Sendable {
    let y: String
    let textY: String
    let label: String
    let isBase: Bool
  }
  struct Bar: Sendable {
    let foundX: String
    let foundY: String
    let foundHeight: String
    let closedX: String
    let closedY: String
    let closedHeight: String
    let width: String
    let middle: String
    let label: String
    let dotY: String
    let isLast: Bool
  }
  struct Value: Sendable {
    let x: String
    let y: String
    let text: String
  }
  let lines: [Line]
  let bars: [Bar]
  let points: String
  let values: [Value]
  let title: String
  let description: String
  let axis: String
  /// `近12周趋势`.
  let heading: String
  /// `期末在办连续3周下降`.
  let movement: String
  let hasTrend: Bool

  private static let (left, right, top, bottom) = (20.0, 274.0, 14.0, 142.0)

  init(_ report: Report) {
    let trend = report.summary?.trend ?? []
    let word = report.kind == .weekly ? "周" : "月"
    let top = TrendChart.ceiling(trend.flatMap { [$0.found, $0.closed, $0.open] }.max() ?? 0)
    let slot = (Self.right - Self.left) / Double(max(trend.count, 1))
    func y(_ value: Int) -> Double { Self.bottom - Double(value) / Double(top) * (Self.bottom - Self.top) }
    func x(_ index: Int) -> Double { Self.left + slot * (Double(index) + 0.5) }
    let width = min(slot * 0.38, 20)
    lines = (0...5).map { step in
      let value = top / 5 * step
      return Line(y: n(y(value)), textY: n(y(value) + 4), label: "\(value)", isBase: step == 0)
    }
    bars = trend.enumerated().map { index, point in
      Bar(
        foundX: n(x(index) - width - 0.5), foundY: n(y(point.found)), foundHeight: n(Self.bottom - y(point.found)),
        closedX: n(x(index) + 0.5), closedY: n(y(point.closed)), closedHeight: n(Self.bottom - y(point.closed)),
        width: n(width), middle: n(x(index)), label: TrendChart.label(point.period), dotY: n(y(point.open)),
        isLast: index == trend.count - 1)
    }
    points = trend.enumerated().map { "\(n(x($0))),\(n(y($1.open)))" }.joined(separator: " ")
    let highest = trend.indices.max { trend[$0].open < trend[$1].open }
    let labelled = Set([0, trend.count - 1, highest ?? 0]).filter { trend.indices.contains($0) }.sorted()
    values = labelled.map { Value(x: n(x($0)), y: n(max(9, y(trend[$0].open) - 7)), text: "\(trend[$0].open)") }
    let count = trend.count
    heading = report.kind == .yearly ? "各月趋势" : "近\(count)\(word)趋势"
    title = "近\(count)\(word)新发现、已销号和期末在办问题数"
    description =
      "依次为"
      + trend.map { "\($0.period)新发现\($0.found)项、销号\($0.closed)项、期末在办\($0.open)项" }.joined(separator: "；") + "。"
    axis = "\(word == "周" ? "周次" : "月份")，单位：项"
    movement = TrendChart.movement(trend.map(\.open), word)
    hasTrend = count > 1
  }

  /// A round number at or above `value`, a multiple of five.
  private static func ceiling(_ value: Int) -> Int {
    for step in [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000] where value <= step { return step }
    return (value / 5000 + 1) * 5000
  }

  private static func label(_ period: String) -> String {
    let last = period.split(separator: "-").last.map(String.init) ?? period
    return String(Int(last.drop { $0 == "W" }) ?? 0)
  }

  private static func movement(_ open: [Int], _ word: String) -> String {
    guard open.count > 1 else { return "" }
    var (falls, rises) = (0, 0)
    for index in open.indices.reversed().dropLast() {
      guard open[index] < open[index - 1] else { break }
      falls += 1
    }
    for index in open.indices.reversed().dropLast() {
      guard open[index] > open[index - 1] else { break }
      rises += 1
    }
    if falls > 1 { return "期末在办连续\(falls)\(word)下降" }
    if rises > 1 { return "期末在办连续\(rises)\(word)上升" }
    return ""
  }
}

/// A length in a drawing, to a tenth.
private func n(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// Bars beside their names and numbers; the numbers are said in words, so the bars need no colour.
struct BarChart: Sendable {
  struct Bar: Sendable {
    let barName: String
    let barValue: String
    let barShare: String
    /// 0 to 100.
    let barWidth: Int
  }
  let bars: [Bar]
  let hasBars: Bool
  let barRest: String?

  /// The largest `limit`; the others in one line.
  init(_ sums: [Publication.Sum], limit: Int, name: (String) -> String) {
    let (total, most) = (sums.reduce(0) { $0 + $1.items }, max(sums.map(\.items).max() ?? 0, 1))
    bars = sums.prefix(limit).map {
      Bar(
        barName: SafeText.clipped(SafeText.line(name($0.name)), to: 20), barValue: Words.count($0.items),
        barShare: Words.percent($0.items, of: total), barWidth: $0.items == 0 ? 0 : max(1, $0.items * 100 / most))
    }
    hasBars = !bars.isEmpty
    let rest = sums.dropFirst(limit)
    barRest =
      rest.isEmpty ? nil : "其余\(Words.count(rest.count))项合计\(Words.count(rest.reduce(0) { $0 + $1.items }))条"
  }
}

/// Items of the last five years, as upright bars in a drawing of 300 by 150.
struct YearChart: Sendable {
  struct Bar: Sendable {
    let x: String
    let y: String
    let height: String
    let middle: String
    let valueY: String
    let value: String
    let year: String
  }
  let yearBars: [Bar]
  let description: String
  let hasYears: Bool
  let yearTitle: String

  init(_ sums: [Publication.Sum], through last: Int) {
    let items = Dictionary(sums.map { ($0.name, $0.items) }) { $1 }
    let years = (last - 4...last).map { (year: $0, items: items["\($0)"] ?? 0) }
    let most = max(years.map(\.items).max() ?? 0, 1)
    yearBars = years.enumerated().map { index, year in
      let (middle, height) = (30 + Double(index) * 60, Double(year.items) / Double(most) * 104)
      return Bar(
        x: n(middle - 18), y: n(126 - height), height: n(height), middle: n(middle), valueY: n(120 - height),
        value: Words.count(year.items), year: "\(year.year)年")
    }
    yearTitle = "\(last - 4)—\(last)年主动公开信息数量（单位：条）"
    description = years.map { "\($0.year)年\(Words.count($0.items))条" }.joined(separator: "，") + "。"
    hasYears = years.contains { $0.items > 0 }
  }
}
