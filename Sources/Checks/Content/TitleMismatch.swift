import DuwangCore

/// A title and a body that speak of different years or of different townships and departments.
struct TitleMismatch: PageCheck {
  let id = "title-mismatch"

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let scope = ContentScope(page, reading, context)
    guard page.kind == .article, page.unreadable == nil, !scope.isLetter, scope.isChecked, page.body.count >= 100,
      let (titled, bodily) = year(page) ?? unit(page, context)
    else { return [] }
    return [
      Finding(
        kind: .titleMismatch, confidence: .suspected, site: reading.site, unit: reading.unit ?? context.office,
        column: reading.column, page: page.url, pageTitle: page.title, key: page.url,
        message: "标题为“\(titled)”，正文未提及“\(titled)”，写的是“\(bodily)”，请核对标题与正文是否一致。", fix: Self.fix,
        evidence: Evidence(text: page.title.trimmed(to: 80), suggestion: nil, place: "标题"), rule: Self.rule)
    ]
  }

  /// The title names one year, the body never does and names another one at least twice.
  private func year(_ page: Page) -> (String, String)? {
    let titled = Self.years(page.title)
    guard titled.count == 1, let year = titled.keys.first, !page.body.contains(year) else { return nil }
    let other = Self.years(page.body).max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let other, other.value >= 2 else { return nil }
    return (year + "年", other.key + "年")
  }

  /// The title names one unit of the county, the body names another one only, at least twice.
  private func unit(_ page: Page, _ context: CheckContext) -> (String, String)? {
    let names = context.targets.units.filter { $0.kind == .township }.map(\.name).filter { $0.count >= 3 }
    let titled = names.filter { page.title.contains($0) }
    guard titled.count == 1, !page.body.contains(titled[0].dropLast()) else { return nil }
    let bodily = names.filter { page.body.contains($0) }
    guard bodily.count == 1, page.body.ranges(of: bodily[0]).count >= 2 else { return nil }
    return (titled[0], bodily[0])
  }

  /// `2018年` and how often; ranges and document numbers (〔2018〕) are other years.
  private static func years(_ text: String) -> [String: Int] {
    var (counts, digits) = ([String: Int](), "")
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if character == "年", digits.count == 4, digits.hasPrefix("20") { counts[digits, default: 0] += 1 }
      digits = ""
    }
    return counts
  }

  private static let fix = "请核对标题和正文，改正不一致之处。"
  private static let rule = "国办秘函〔2019〕19号：内容准确（条款待核对）"
}
