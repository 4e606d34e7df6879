import DuwangCore

/// An article whose text is a picture: it cannot be searched, read aloud or checked. Picture stories and videos are none.
struct ImageOnly: PageCheck {
  let id = "image-only"

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let scope = ContentScope(page, reading, context)
    let pictures = Pictures.own(of: page)
    guard page.kind == .article, page.unreadable == nil, !scope.isLetter, scope.isChecked, !page.title.isEmpty,
      page.attachments.isEmpty, page.entries.isEmpty, !pictures.isEmpty, !Pictures.hasFrames(page),
      !isPictorial(page, reading, context)
    else { return [] }
    let hanzi = page.body.unicodeScalars.count { (0x4e00...0x9fff).contains($0.value) }
    guard hanzi < 20 else { return [] }
    return [
      Finding(
        kind: .imageOnly, confidence: .suspected, site: reading.site, unit: reading.unit ?? context.office,
        column: reading.column, page: page.url, pageTitle: page.title, target: pictures.first?.url, key: page.url,
        message: "文章“\(page.title.trimmed(to: 40))”正文为图片（\(pictures.count)张），文字\(hanzi)字，无法检索和朗读。", fix: Self.fix,
        evidence: Evidence(text: page.body.trimmed(to: 80)), rule: Self.rule)
    ]
  }

  private func isPictorial(_ page: Page, _ reading: PageReading, _ context: CheckContext) -> Bool {
    let column = context.targets.columns.first { $0.id == reading.column }
    let words = [page.title, column?.name ?? "", column?.category ?? ""].joined(separator: " ")
    return Self.pictorial.contains { words.contains($0) }
  }

  private static let pictorial = ["图", "视频", "影像", "摄影", "照片", "海报", "掠影", "画", "直播", "风光", "风采", "H5"]
  private static let fix = "请在图片之外以文字发布正文。"
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》（网页设计规范、无障碍，条款待核对）"
}
