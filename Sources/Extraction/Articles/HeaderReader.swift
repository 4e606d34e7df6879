import DuwangCore
import HTMLTree

/// Reads the header of open-information pages: label and value in one text, or in neighbouring cells.
struct HeaderReader {
  let scene: PageScene
  let titleNode: Int?
  let blocks: [TextBlock]
  private var tree: Tree { scene.tree }

  func read() -> DocumentHeader {
    var header = DocumentHeader()
    let pieces = pieces()
    for (i, piece) in pieces.enumerated() where Self.mayHoldLabel(piece) {
      let next = i + 1 < pieces.count ? Text.line(pieces[i + 1]) : nil
      for (field, value) in Self.fields(in: Text.line(piece), next: next) { fill(&header, field, value) }
    }
    header.documentNumber = header.documentNumber ?? numberAlone(pieces)
    header.signedAt = header.signedAt ?? signature()
    return header
  }

  private enum Field: CaseIterable {
    case indexNumber, documentNumber, signedAt, issuer, validity, other

    var labels: [String] {
      switch self {
      case .indexNumber: ["索引号", "信息索引号", "索引编号", "信息索引"]
      case .documentNumber: ["文号", "发文字号", "发文文号", "公文文号", "文件编号", "发布文号", "文件号", "文件文号"]
      case .signedAt: ["成文日期", "成文时间", "生成日期", "生成时间", "发文日期", "发文时间", "签发日期", "制发日期", "印发日期"]
      case .issuer: ["发布机构", "发文机关", "发文机构", "发布单位", "发文单位", "制发机关", "制作机关", "公开机构", "公开责任部门", "发布机关", "信息提供单位"]
      case .validity: ["有效性", "时效性", "时效", "效力状态", "文件有效性", "文件状态", "是否有效"]
      case .other:
        [
          "名称", "标题", "主题分类", "主题词", "发布日期", "发布时间", "公开日期", "公开时间", "公开方式", "公开形式", "公开范围", "公开时限", "体裁分类", "信息分类",
          "分类",
          "关键词", "内容概述", "实施日期", "施行日期", "失效日期", "废止日期", "组配分类", "服务对象", "所属主题", "信息名称", "文件名称", "信息类别", "公文种类",
          "来源", "责任编辑", "浏览次数", "字体", "打印", "主题", "公开目录", "体裁", "隶属关系", "有效期",
        ]
      }
    }
  }

  private static let fieldOf: [String: Field] = Field.allCases.reduce(into: [:]) { map, field in
    for label in field.labels { map[label] = field }
  }

  /// Pieces of text between boundaries up to the end of the header, which stands about the title: at most 400.
  private func pieces() -> [ArraySlice<UInt8>] {
    let start = tree.first(.body).map { tree.textRange($0).lowerBound } ?? 0
    let end = min(tree.text.count, max(start, titleNode.map { tree.textRange($0).upperBound } ?? start) + 6000)
    return tree.text[start..<end].split { $0 == Tree.blockMark || $0 == Tree.inlineMark }.suffix(400).filter {
      $0.count <= 600 && Text.hasInk($0)
    }
  }

  /// A label stands in the piece, whatever blanks and marks spread it.
  private static func mayHoldLabel(_ piece: ArraySlice<UInt8>) -> Bool { anyLabel.stands(in: Text.key(piece)[...]) }

  private static let anyLabel = WordFinder(Field.allCases.flatMap(\.labels))

  /// Labels with their values in a piece of text: several stand in a line; a label alone takes the next piece.
  private static func fields(in piece: String, next: String?) -> [(Field, String)] {
    var found: [(Field, String)] = []
    var pending: (field: Field, value: [Substring])?
    for word in words(piece) {
      if let (field, rest) = label(word) {
        if let pending { found.append((pending.field, joined(pending.value))) }
        pending = (field, rest.isEmpty ? [] : [rest])
      } else {
        pending?.value.append(word)
      }
    }
    guard let pending else { return found }
    let value = joined(pending.value)
    if value.isEmpty, let next, next.count <= 80, words(next).first.flatMap(label) == nil {
      found.append((pending.field, next))
    } else {
      found.append((pending.field, value))
    }
    return found
  }

  private static func joined(_ words: [Substring]) -> String { words.joined(separator: " ") }

  /// Words between blanks; `文　　号：` and `索 引 号` are one.
  private static func words(_ piece: String) -> [Substring] {
    let parts = piece.split { $0 == " " || $0 == "\u{3000}" || $0 == "|" || $0 == "｜" || $0 == "】" || $0 == "【" }
    var (words, i) = ([Substring](), 0)
    while i < parts.count {
      var (spread, j) = (String(parts[i]), i + 1)
      while parts[i].count == 1, j < parts.count, j < i + 6,
        parts[j].count <= 2 || parts[j].prefix(3).contains(where: { $0 == "：" || $0 == ":" })
      {
        spread += parts[j]
        j += 1
        if label(spread[...]) != nil { break }
      }
      if j > i + 1, label(spread[...]) != nil {
        words.append(spread[...])
        i = j
      } else {
        words.append(parts[i])
        i += 1
      }
    }
    return words
  }

  /// The label that the word is, or begins with before a colon, and what stands behind it.
  private static func label(_ word: Substring) -> (Field, Substring)? {
    if let field = fieldOf[String(word)] { return (field, "") }
    guard let colon = word.prefix(12).firstIndex(where: { $0 == "：" || $0 == ":" }),
      let field = fieldOf[word[..<colon].filter { $0 != "*" && $0 != "·" }]
    else { return nil }
    return (field, word[word.index(after: colon)...])
  }

  private func fill(_ header: inout DocumentHeader, _ field: Field, _ value: String) {
    let value = value.trimmed([" ", "：", ":", "[", "]"])
    guard !value.isEmpty, value.count <= 60, !["无", "/", "-", "--", "暂无", "空"].contains(value) else { return }
    switch field {
    case .indexNumber: header.indexNumber = header.indexNumber ?? (Self.isIndex(value) ? value : nil)
    case .documentNumber: header.documentNumber = header.documentNumber ?? (value.contains("号") ? value : nil)
    case .signedAt: header.signedAt = header.signedAt ?? DateScanner.scan(value).first?.full
    case .issuer: header.issuer = header.issuer ?? value
    case .validity: header.validity = header.validity ?? value
    case .other: break
    }
  }

  private static func isIndex(_ value: String) -> Bool { value.contains { $0.isNumber } }

  /// `景政发〔2018〕18号` on a line of its own below the title.
  private func numberAlone(_ pieces: [ArraySlice<UInt8>]) -> String? {
    pieces.lazy.filter { Bytes.contains($0, "号") }.map(Text.line).first { piece in
      guard piece.hasSuffix("号"), piece.count <= 30 else { return false }
      return piece.contains("〔") && piece.contains("〕") || piece.contains("[") && piece.contains("]")
    }
  }

  /// `2018年12月20日` alone among the last lines: the date of the signature.
  private func signature() -> Day? {
    blocks.suffix(6).reversed().lazy.compactMap { block -> Day? in
      guard block.text.utf8.count <= 60, let date = DateScanner.scan(block.text).last, let day = date.full,
        block.text.contains("日"), block.text.utf8.count - (date.end - date.start) <= 2
      else { return nil }
      return day
    }.first
  }
}
