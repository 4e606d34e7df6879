import DuwangCore
import Foundation

/// `report.json`: every key of the interface always present, keys sorted, one line a value, UTF-8.
package enum ReportJSON {
  package static func data(_ report: Report) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(report) + Data("\n".utf8)
  }

  /// As it is written to the file: texts of the portal cleaned, identity numbers masked.
  package static func published(_ report: Report) throws -> Data { try data(report.cleaned()) }

  package static func report(from data: Data) throws -> Report { try JSONDecoder().decode(Report.self, from: data) }
}
