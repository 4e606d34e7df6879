import DuwangCore

/// An attachment that the text announces and the page does not offer: no file, no link of that name, no table, picture
/// or heading of the attachment in the page itself.
struct AttachmentMissing: PageCheck {
  let id = "attachment-missing"

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let scope = ContentScope(page, reading, context)
    guard page.kind == .article, page.unreadable == nil, !scope.isLetter, scope.isChecked, page.nextPage == nil,
      let announced = announcement(page), !isInside(page, announced), !isOffered(page, announced)
    else { return [] }
    let offered = files(page)
    return [
      Finding(
        kind: .attachmentMissing, confidence: .suspected, site: reading.site, unit: reading.unit ?? context.office,
        column: reading.column, page: page.url, pageTitle: page.title, key: page.url,
        message: offered == 0
          ? "正文写有“\(announced.text.trimmed(to: 30))”，页面上没有可下载的附件，也没有附件内容。"
          : "正文列出\(announced.count)个附件，页面上只有\(offered)个。",
        fix: Self.fix,
        evidence: Evidence(text: announced.text.trimmed(to: 80), place: "正文第\(announced.paragraph)段"), rule: Self.rule)
    ]
  }

  private struct Announcement {
    var text: String
    /// How many attachments are listed; 1 when the words do not say.
    var count: Int
    /// From 1.
    var paragraph: Int
  }

  /// `附件：1.甲` with the numbered lines that follow, or a sentence that refers to one (见附件).
  private func announcement(_ page: Page) -> Announcement? {
    // Both hold 附, which few paragraphs do.
    guard page.blocks.contains(where: { Bytes.contain(Array($0.text.utf8), "附") }) else { return nil }
    let lines = page.blocks.map { $0.text.filter { !$0.isWhitespace } }
    if let index = lines.firstIndex(where: { isListed($0) }) {
      let numbered = lines[(index + 1)...].prefix { $0.first?.isNumber == true && $0.count < 60 }
      let first = lines[index]
      let isEmpty = first.hasSuffix("：") || first.hasSuffix(":")
      return Announcement(text: first, count: max(1, numbered.count + (isEmpty ? 0 : 1)), paragraph: index + 1)
    }
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      for word in Self.references where Bytes.contain(bytes, word) {
        return Announcement(text: word, count: 1, paragraph: index + 1)
      }
    }
    return nil
  }

  private func isListed(_ line: String) -> Bool {
    ["附件：", "附件:", "附：", "附件1：", "附件1:", "附件1."].contains { line.hasPrefix($0) } && line.count < 80
  }

  /// The attachment is printed below: a heading 附件 or its name as a line of its own, a table, a picture, a frame.
  private func isInside(_ page: Page, _ announced: Announcement) -> Bool {
    let rest = page.blocks.dropFirst(announced.paragraph)
    let heading = rest.contains { block in
      let text = block.text.filter { !$0.isWhitespace }
      return text.hasPrefix("附件") && text.count <= 8 || text == "附表" || text.hasPrefix("附表1")
    }
    let hasTable = page.blocks.contains { $0.role == .cell }
    // Some twenty lines below the list are the attachment itself, whatever its heading.
    return heading || hasTable || rest.count > 15 || !Pictures.own(of: page).isEmpty || Pictures.hasFrames(page)
  }

  private func isOffered(_ page: Page, _ announced: Announcement) -> Bool {
    if files(page) >= announced.count || files(page) > 0 && announced.count == 1 { return true }
    let name = announced.text.split(whereSeparator: { "：:.．、".contains($0) }).last.map(String.init) ?? ""
    return page.links.contains { link in
      link.kind == .page && !link.isHidden
        && (link.text.contains("附件") || link.text.contains("下载")
          || name.count >= 4 && link.text.contains(name.prefix(12)))
    }
  }

  private func files(_ page: Page) -> Int {
    max(page.attachments.count, Set(page.links.filter { $0.kind == .attachment && !$0.isHidden }.map(\.url)).count)
  }

  private static let references = ["见附件", "详见附件", "附件下载", "见附表", "（附后）", "名单附后", "（见附件"]
  private static let fix = "请上传附件并在正文下方提供下载链接，或删除相应文字。"
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》：发布内容应当完整（待核对）"
}
