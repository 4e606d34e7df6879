import DuwangCore

/// Which unit must mend what is wrong on a page: the unit of the column that lists it, else the unit with the longest
/// matching `paths`, else the site's office.
package struct Ownership: Sendable {
  private let unitOfColumn: [String: String]
  private let prefixes: [(prefix: String, unit: String)]
  private let offices: [String: String]
  private let office: String
  private let scope: SiteScope

  package init(_ targets: Targets) {
    let scope = SiteScope(targets)
    unitOfColumn = Dictionary(targets.columns.map { ($0.id, $0.unit) }) { first, _ in first }
    prefixes = targets.units
      .flatMap { unit in unit.paths.map { (Ownership.plain($0), unit.id) } }
      .sorted { $0.0.utf8.count > $1.0.utf8.count }
    let units = targets.units.filter { $0.kind == .office }
    let fallback = units.first?.id ?? targets.units.first?.id ?? ""
    var offices: [String: String] = [:]
    for site in targets.sites {
      let own = units.first { unit in
        ([unit.home] + unit.columns.map(\.url)).contains { $0.flatMap(scope.site(of:))?.id == site.id }
      }
      offices[site.id] = own?.id ?? fallback
    }
    (self.scope, self.offices, office) = (scope, offices, fallback)
  }

  /// `listedBy` is the id of the column whose list led to the page. The unit is empty only when no unit is configured.
  package func owner(of url: String, listedBy column: String?) -> (unit: String, column: String?) {
    if let column, let unit = unitOfColumn[column] { return (unit, column) }
    guard let address = WebAddress(url) else { return (office, nil) }
    let (path, whole) = (address.pathAndQuery.percentDecoded, address.description.percentDecoded)
    let match = prefixes.first { rule in
      Ownership.begins(rule.prefix.hasPrefix("http") ? whole : path, with: rule.prefix)
    }
    if let match { return (match.unit, nil) }
    return (scope.site(of: address).flatMap { offices[$0.id] } ?? office, nil)
  }

  private static func plain(_ path: String) -> String {
    let text = path.percentDecoded
    return text.hasPrefix("/") || text.hasPrefix("http") ? text : "/" + text
  }

  /// `/bgs` covers `/bgs`, `/bgs/…` and `/bgs.html`, and not `/bgsx/`.
  private static func begins(_ text: String, with prefix: String) -> Bool {
    guard text.hasPrefix(prefix) else { return false }
    guard let last = prefix.last, last.isLetter || last.isNumber, let next = text.dropFirst(prefix.count).first else {
      return true
    }
    return !next.isLetter && !next.isNumber
  }
}
