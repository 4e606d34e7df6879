import DuwangCore

/// An article with a title and a date of its own and nothing below them: no words, picture, table or file.
struct EmptyBody: PageCheck {
  let id = "empty-body"

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let scope = ContentScope(page, reading, context)
    guard page.kind == .article, page.unreadable == nil, !scope.isLetter, !page.title.isEmpty, scope.published != nil,
      page.attachments.isEmpty, page.entries.isEmpty, page.nextPage == nil, Pictures.own(of: page).isEmpty,
      !Pictures.hasFrames(page)
    else { return [] }
    let hanzi = page.body.unicodeScalars.count { (0x4e00...0x9fff).contains($0.value) }
    // A short notice is a notice: only a body of a few characters is worth a look.
    guard hanzi < 10, !page.blocks.contains(where: { $0.role == .cell }) else { return [] }
    return [
      Finding(
        kind: .emptyBody, confidence: hanzi == 0 ? .certain : .suspected, site: reading.site,
        unit: reading.unit ?? context.office, column: reading.column, page: page.url, pageTitle: page.title,
        key: page.url,
        message: hanzi == 0
          ? "文章“\(page.title.trimmed(to: 40))”只有标题和日期，没有正文、图片和附件。"
          : "文章“\(page.title.trimmed(to: 40))”正文只有\(hanzi)个汉字，没有图片和附件，请核对是否发布完整。",
        fix: Self.fix, evidence: Evidence(text: page.body.trimmed(to: 80)), rule: Self.rule)
    ]
  }

  private static let fix = "请补充正文或撤下该信息。"
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》信息发布要求（待核对）"
}
