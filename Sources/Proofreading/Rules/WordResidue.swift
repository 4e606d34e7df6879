import DuwangCore

/// What word processors leave behind: bookmarks, field codes, failed references, style remains, entities, tags.
struct WordResidue: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    Self.words.hits(in: passage.folded).map { hit in
      let range = Self.whole(passage, hit.range)
      return passage.suspicion(
        .wordResidue, range, message: "正文残留排版代码“\(passage.text(range))”。", rule: Self.rule)
    }
  }

  /// A code in brackets is one spot with them.
  private static func whole(_ passage: Passage, _ range: Range<Int>) -> Range<Int> {
    let open = passage.at(range.lowerBound)
    guard open == 0x5b || open == 0x3c,
      let end = passage.folded[range.lowerBound...].prefix(120).firstIndex(where: {
        $0 == (open == 0x5b ? 0x5d : 0x3e) || $0 == 0x0a
      }),
      passage.at(end) != 0x0a
    else { return range }
    return range.lowerBound..<end + 1
  }

  private static let words = AhoCorasick(
    [
      "[bookmark:", "[_Toc", "[_GoBack", "_GoBack", "HYPERLINK \"", "HYPERLINK \\l", "\\* MERGEFORMAT", "错误!未找到引用源",
      "错误!未定义书签",
      "Error! Reference source", "Error! Bookmark", "mso-", "<o:p>", "</o:p>", "&nbsp;", "&amp;", "&ldquo;", "&rdquo;",
      "&lt;", "&gt;", "&mdash;",
      "&middot;", "</span>", "<span", "</p>", "<p>", "<br/>", "<br />", "<br>", "</font>", "<font ", "</strong>",
      "<strong>", "</div>", "<!--[if",
      "<st1:", "<w:", "PAGEREF _Toc", "TOC \\o",
    ].map(\.codes))
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》：发布前应核对格式（待核对）"
}
