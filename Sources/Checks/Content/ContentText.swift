import DuwangCore
import Proofreading

/// The words of an article and the titles of every page, proofread.
struct ContentText: PageCheck {
  let id = "content-text"

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let scope = ContentScope(page, reading, context)
    var (seen, findings) = ([String: Int](), [Finding]())
    for part in Self.parts(page) where !part.text.isEmpty {
      let suspicions = context.proofreader.findings(
        in: part.text, published: scope.published, byRulesAlone: !scope.isChecked)
      for suspicion in suspicions {
        guard scope.wants(suspicion, page), !isPictured(suspicion, page) else { continue }
        let finding = Self.finding(suspicion, part, page, scope, context)
        if let first = seen[finding.id] {
          findings[first].evidence.place = (findings[first].evidence.place ?? "").marked()
          continue
        }
        seen[finding.id] = findings.count
        findings.append(finding)
      }
    }
    return Self.capped(findings)
  }

  private static func parts(_ page: Page) -> [ContentPart] {
    let title = ContentPart(text: page.title, place: "标题", isTitle: true)
    if page.kind == .article { return [title, ContentPart(text: page.body, place: "正文", isTitle: false)] }
    return [title] + page.entries.map { ContentPart(text: $0.title, place: "列表标题", isTitle: true) }
  }

  /// The words, when they were published, and whether pictures that captions speak of may have come or gone.
  func subject(of page: Page, reading: PageReading, context: CheckContext) -> UInt64? {
    let scope = ContentScope(page, reading, context)
    let pictures = page.links.count { $0.kind == .image }
    let marks = "\(page.kind)\t\(scope.published?.number ?? 0)\t\(scope.isChecked)\t\(scope.isLetter)\t\(pictures)"
    return StableHash.of(([marks] + Self.parts(page).map(\.text)).joined(separator: "\u{1e}"))
  }

  /// Suspected spots of one page beyond the first ten are told as a number; severe and certain ones all stay.
  static func capped(_ findings: [Finding]) -> [Finding] {
    let isDoubtful: (Finding) -> Bool = { $0.confidence == .suspected && $0.severity < .severe }
    let doubtful = findings.filter(isDoubtful).sorted {
      ($1.severity, $0.evidence.offset) < ($0.severity, $1.evidence.offset)
    }
    guard doubtful.count > mostSuspected else { return findings }
    let kept = Set(doubtful.prefix(mostSuspected).map(\.id))
    var capped = findings.filter { !isDoubtful($0) || kept.contains($0.id) }
    if let last = capped.lastIndex(where: isDoubtful) {
      capped[last].message += "本页另有\(doubtful.count - mostSuspected)条疑似。"
    }
    return capped
  }

  private static let mostSuspected = 10

  private static func finding(
    _ suspicion: Suspicion, _ part: ContentPart, _ page: Page, _ scope: ContentScope, _ context: CheckContext
  ) -> Finding {
    let range = suspicion.offset..<suspicion.offset + suspicion.length
    let place = part.isTitle ? part.place : part.paragraph(of: suspicion.offset)
    return Finding(
      kind: suspicion.kind, severity: suspicion.severity, confidence: suspicion.confidence,
      site: scope.reading.site, unit: scope.reading.unit ?? context.office, column: scope.reading.column,
      page: page.url,
      pageTitle: page.title, key: "\(page.url)\n\(word(suspicion, part))", message: suspicion.message,
      fix: ContentWords.fix(suspicion),
      evidence: Evidence(
        text: suspicion.text.trimmed(to: 80), offset: suspicion.offset, suggestion: suspicion.suggestion,
        before: scope.isLetter ? "" : part.context(before: range.lowerBound),
        after: scope.isLetter ? "" : part.context(after: range.upperBound), place: place),
      rule: suspicion.rule)
  }

  /// What tells findings of a page apart: the text found, of a single wrong character the word around it.
  private static func word(_ suspicion: Suspicion, _ part: ContentPart) -> String {
    guard suspicion.kind == .typo, suspicion.length == 1 else { return suspicion.text }
    let (before, after) = (part.context(before: suspicion.offset), part.context(after: suspicion.offset + 1))
    return "\(before.suffix(1))\(suspicion.text)\(after.prefix(1))"
  }

  /// A caption is without its picture only when no picture stands near it in the page's source.
  private func isPictured(_ suspicion: Suspicion, _ page: Page) -> Bool {
    guard suspicion.kind == .attachmentMissing else { return false }
    guard let block = page.blocks.first(where: { $0.text.contains(suspicion.text) }), block.line > 0 else {
      return true
    }
    return page.links.contains { $0.kind == .image && abs($0.line - block.line) <= 15 }
  }
}

/// What of a page is checked, and by which of the user's wishes.
struct ContentScope {
  let reading: PageReading
  let published: Day?
  /// A citizen's letter: its body is never shown, and only privacy is checked.
  let isLetter: Bool
  /// An article within the period that is checked; other pages only give their titles, for what is sure.
  let isChecked: Bool
  private let ignore: [ContentSettings.Ignore]

  init(_ page: Page, _ reading: PageReading, _ context: CheckContext) {
    self.reading = reading
    published = page.publishedAt ?? reading.publishedAt
    let column = context.targets.columns.first { $0.id == reading.column }
    isLetter = column?.policy.isLetters ?? false
    let isRecent = published.map { context.targets.content.since.after($0) >= context.today } ?? true
    isChecked = page.kind == .article && isRecent
    ignore = context.targets.content.ignore.filter { $0.url.map { Glob.matches($0, page.url) } ?? true }
  }

  func wants(_ suspicion: Suspicion, _ page: Page) -> Bool {
    let isSure = suspicion.severity == .severe || [.mojibake, .placeholder, .wordResidue].contains(suspicion.kind)
    if isLetter && !Self.privacy.contains(suspicion.kind) { return false }
    if !isChecked && !(isSure && page.kind != .article || suspicion.kind == .forbiddenTerm) { return false }
    return !ignore.contains { rule in
      (rule.kind.map { $0 == suspicion.kind.rawValue } ?? true)
        && (rule.text.map { suspicion.text.contains($0) } ?? true)
    }
  }

  private static let privacy: Set<FindingKind> = [.privacyIDCard, .privacyPhone, .privacyBankCard]
}

/// A stretch of a page's text that is checked as one.
struct ContentPart {
  var text: String
  var place: String
  var isTitle: Bool

  /// `正文第2段`, counted from 1.
  func paragraph(of offset: Int) -> String {
    let breaks = text.unicodeScalars.prefix(offset).count { $0 == "\n" }
    return "\(place)第\(breaks + 1)段"
  }

  func context(before offset: Int) -> String {
    let line = text.unicodeScalars.prefix(offset).reversed().prefix { $0 != "\n" }.prefix(24).reversed()
    return ContentWords.masked(String(String.UnicodeScalarView(line)))
  }

  func context(after offset: Int) -> String {
    let line = text.unicodeScalars.dropFirst(offset).prefix { $0 != "\n" }.prefix(24)
    return ContentWords.masked(String(String.UnicodeScalarView(line)))
  }
}

/// Words for the reader.
enum ContentWords {
  static func fix(_ suspicion: Suspicion) -> String {
    switch suspicion.kind {
    case .forbiddenTerm: "请立即改正，并全站检索同类错误。"
    case .privacyIDCard, .privacyPhone, .privacyBankCard: "请立即对个人信息作去标识化处理，并检查同一页面和附件。"
    case .mojibake: "请用正确的编码重新发布该页面。"
    case .sumMismatch, .countInconsistent: "请核对原始数据后改正。"
    case .dateImpossible, .dateMismatch: "请核对日期后改正。"
    case .attachmentMissing: "请补充图片或附件，或删除相应文字。"
    default: suspicion.suggestion.map { "请核对后改为“\($0)”。" } ?? "请核对后改正。"
    }
  }

  /// Other people's numbers in the context are masked too: of eleven digits or more the first two and last two stay.
  static func masked(_ text: String) -> String {
    var (out, run) = ("", "")
    func close() {
      let isLong = run.filter(\.isNumber).count >= 7
      out += isLong ? run.prefix(2) + String(repeating: "*", count: max(0, run.count - 4)) + run.suffix(2) : run
      run = ""
    }
    for character in text {
      if character.isASCII && (character.isNumber || character == "X" || character == "x" && !run.isEmpty) {
        run.append(character)
      } else {
        close()
        out.append(character)
      }
    }
    close()
    return out
  }
}

extension String {
  /// Says once that the same text stands on the page again.
  fileprivate func marked() -> String { hasSuffix("等处") ? self : self + "等处" }
}

/// Patterns of addresses with `*`, matched against the whole address.
enum Glob {
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let (p, t) = (Array(pattern.utf8), Array(text.utf8))
    var (i, j, star, mark) = (0, 0, -1, 0)
    while j < t.count {
      if i < p.count, p[i] == UInt8(ascii: "*") {
        (star, mark) = (i, j)
        i += 1
      } else if i < p.count, p[i] == t[j] {
        i += 1
        j += 1
      } else if star >= 0 {
        i = star + 1
        mark += 1
        j = mark
      } else {
        return false
      }
    }
    return p[i...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
