import DuwangCore

/// Section 二 of the daily page: how many columns are in time, which need attention, all of them by unit.
struct ColumnsView: Sendable {
  struct Tally: Sendable {
    let tallyWord: String
    let tallyCount: String
  }
  struct Group: Sendable {
    let columnsUnit: String
    let columnsCount: String
    let columnsFine: String
    let rowCount: Int
    let rows: [ColumnView]
  }
  /// A row of the table by unit: one number a state, then the rate.
  struct UnitRow: Sendable {
    let rowUnit: String
    let cells: [Cell]
    let rate: String
  }
  struct Cell: Sendable {
    let value: String
    let isZero: Bool
  }

  let total: String
  let attentionCount: String
  let inTimeRate: String
  let inTime: String
  let judged: String
  let tally: [Tally]
  let attention: [Group]
  let hasAttention: Bool
  let attentionUnlisted: String
  let hasAttentionUnlisted: Bool
  let matrixHead: [String]
  let matrix: [UnitRow]
  let matrixTotal: UnitRow
  /// All columns, when they are few enough to stand in the page; else they are in `columns.html`.
  let all: [Group]
  let isAllInline: Bool

  static let attentionLimit = 150
  static let inlineLimit = 300

  init(_ states: [ColumnState], inlineLimit: Int, _ context: ReportContext) {
    let words = states.map { ColumnStatusWord($0) }
    let judgedCount = words.count(where: \.isJudged)
    let fineCount = words.count { $0 == .fine || $0 == .near }
    total = Words.count(states.count)
    attentionCount = Words.count(words.count(where: \.needsAttention))
    inTimeRate = Words.percent(fineCount, of: judgedCount)
    (inTime, judged) = (Words.count(fineCount), Words.count(judgedCount))
    tally = ColumnStatusWord.allCases.compactMap { word in
      let count = words.count { $0 == word }
      return count == 0 ? nil : Tally(tallyWord: word.chinese, tallyCount: Words.count(count))
    }
    let needy = zip(states, words).filter { $0.1.needsAttention }.map(\.0)
    attention = ColumnsView.groups(Array(needy.prefix(ColumnsView.attentionLimit)), context)
    hasAttention = !needy.isEmpty
    let unlisted = needy.count - ColumnsView.attentionLimit
    (attentionUnlisted, hasAttentionUnlisted) = (Words.count(max(0, unlisted)), unlisted > 0)
    matrixHead = ["栏目"] + ColumnStatusWord.allCases.map(\.chinese)
    let byUnit = Dictionary(grouping: states, by: \.unit)
    let units = byUnit.keys.sorted { (context.rank($0), $0) < (context.rank($1), $1) }
    matrix = units.map { ColumnsView.row(context.unitName($0), byUnit[$0] ?? []) }
    matrixTotal = ColumnsView.row("合计", states)
    isAllInline = states.count <= inlineLimit
    all = isAllInline ? ColumnsView.groups(states, context) : []
  }

  private static func groups(_ states: [ColumnState], _ context: ReportContext) -> [Group] {
    let byUnit = Dictionary(grouping: states, by: \.unit)
    let units = byUnit.keys.sorted { (context.rank($0), $0) < (context.rank($1), $1) }
    return units.map { unit in
      let members = byUnit[unit] ?? []
      let fine = members.map { ColumnStatusWord($0) }.count { $0 == .fine || $0 == .near }
      return Group(
        columnsUnit: context.unitName(unit), columnsCount: Words.count(members.count),
        columnsFine: Words.count(fine), rowCount: members.count, rows: members.map { ColumnView($0, context) })
    }
  }

  private static func row(_ name: String, _ states: [ColumnState]) -> UnitRow {
    let words = states.map { ColumnStatusWord($0) }
    let counts = [words.count] + ColumnStatusWord.allCases.map { word in words.count { $0 == word } }
    let fine = words.count { $0 == .fine || $0 == .near }
    return UnitRow(
      rowUnit: name, cells: counts.map { Cell(value: Words.count($0), isZero: $0 == 0) },
      rate: Words.percent(fine, of: words.count(where: \.isJudged)))
  }
}
