import DuwangCore
import Foundation

/// Finds the line of the ledger that a row tells of, also where an office program made a number of the id.
struct Identification {
  private let ids: Set<String>
  /// Records whose ids read as numbers: all digits, or digits around one `e`; those too large for a number are infinite.
  private let numbers: [(value: Double, finding: Finding)]

  init(_ ledger: [String: FindingRecord]) {
    ids = Set(ledger.keys)
    numbers = ledger.values.compactMap { record in Double(record.finding.id).map { ($0, record.finding) } }
  }

  func id(of row: DecisionRow) -> String? {
    let written = row.id.lowercased().filter { !$0.isWhitespace }
    if ids.contains(written) { return written }
    guard let value = Double(written) else { return nil }
    let near = numbers.filter { $0.value.isFinite ? Self.agree($0.value, value, written) : value > 1e300 }
    let told = near.filter { $0.finding.page == row.page && (row.message.isEmpty || $0.finding.message == row.message) }
    return (near.count == 1 ? near : told.count == 1 ? told : []).first?.finding.id
  }

  /// As many digits as the cell shows are compared; an office program keeps fifteen at most.
  private static func agree(_ known: Double, _ value: Double, _ written: String) -> Bool {
    let digits = written.prefix { $0 != "e" }.filter(\.isNumber).count
    return abs(known - value) <= max(value, 1) * pow(10, -Double(min(digits, 15)) + 1)
  }
}
