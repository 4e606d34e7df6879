import DuwangCore

/// What the checks of the site's standards share: to whom they apply, and how titles are compared.
package enum Standards {
  /// The guideline is for government sites: those with a 标识码 in Targets.yaml, or under .gov.cn.
  package static func apply(to site: Target?) -> Bool {
    guard let site else { return false }
    return site.code != nil || isGovernment(host(of: site) ?? "")
  }

  static func host(of site: Target) -> String? { WebAddress(site.home)?.host }
  static func isGovernment(_ host: String) -> Bool { host.hasSuffix(".gov.cn") || host.hasSuffix(".政务") }

  /// A name, not a number: what an intranet or a test is reached by says nothing about the site's domain.
  package static func isNamed(_ host: String) -> Bool {
    host != "localhost" && host.contains(".") && !host.hasPrefix("[") && host.contains { $0.isLetter }
  }

  /// Whether one reading saw the whole site, so that what it did not meet is not there.
  static func sawAll(_ reading: SiteReading) -> Bool {
    !reading.isInterrupted && !reading.limitsHit.contains(where: \.cutsRealPages)
  }

  /// Titles of everything that was read or listed, by address where there is one.
  static func titles(_ reading: SiteReading, _ past: Past) -> Set<String> {
    var titles = Set(reading.pages.filter { $0.kind == .article }.map(\.title))
    for column in reading.columns { titles.formUnion(column.entries.map(\.title)) }
    titles.formUnion(past.pages.values.filter { $0.reading.kind == .article }.map(\.reading.title))
    return titles.subtracting([""])
  }

  /// The name of the document that a title is about: what stands in 《》, else what is left of 关于…的通知.
  static func subject(_ title: String) -> String {
    if let match = title.firstMatch(of: /《([^《》]{4,80})》/) { return String(match.output.1) }
    var text = title
    for word in ["关于印发", "关于"] {
      if let range = text.firstRange(of: word) {
        text = String(text[range.upperBound...])
        break
      }
    }
    for ending in ["的通知", "的公告", "的通告", "的函"] where text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count))
    }
    return text
  }

  /// Share of the pairs of neighbouring characters of `subject` that `title` has too, 0 to 1.
  static func likeness(of subject: String, in title: String) -> Double {
    func pairs(_ text: String) -> Set<String> {
      let letters = Array(text.filter { $0.isLetter || $0.isNumber })
      return letters.count < 2 ? [] : Set(zip(letters, letters.dropFirst()).map { "\($0)\($1)" })
    }
    let wanted = pairs(subject)
    return wanted.isEmpty ? 0 : Double(wanted.intersection(pairs(title)).count) / Double(wanted.count)
  }

  /// Three titles by way of example.
  static func examples(_ titles: [String]) -> String {
    titles.prefix(3).map { "“\($0.trimmed(to: 30))”" }.joined(separator: "、") + (titles.count > 3 ? "等" : "")
  }
}
