import DuwangCore

/// Who answers for a place in a reading: pages by address, built once for a check.
struct Where {
  private let pages: [String: PageReading]
  private let context: CheckContext

  init(_ reading: SiteReading, _ context: CheckContext) {
    pages = Dictionary(reading.pages.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
    self.context = context
  }

  func page(_ url: String) -> PageReading? { pages[url] }

  /// The unit of the page where a link was first met; what every page shares belongs to the office.
  func unit(of link: LinkReading) -> String? {
    link.isBoilerplate ? context.office : pages[link.page]?.unit ?? context.office
  }

  func column(of link: LinkReading) -> String? { link.isBoilerplate ? nil : pages[link.page]?.column }
}

/// Sentences that several checks share.
enum Words {
  static func place(_ link: LinkReading) -> String {
    let text = link.text.trimmed(to: 40)
    let named = text.isEmpty ? "" : "链接文字“\(text)”，"
    let line = link.line > 0 ? "第\(link.line)行，" : ""
    return "\(named)\(line)在\(link.pages.grouped)个页面上"
  }

  static func cause(_ reach: Reach) -> String {
    switch reach {
    case .read, .unchanged: "可以打开"
    case .softNotFound(let why): why
    case .unreadable(let why, _): why.chinese
    case .failed(let fault, let status): status.map { "\(fault.chinese)（\($0)）" } ?? fault.chinese
    }
  }

  /// Reading times that prove a failure.
  static func proof(at moment: Moment, rechecked: Bool) -> String {
    rechecked ? "\(moment.day.chinese)\(moment.clock)读取，复读后仍未成功" : "\(moment.day.chinese)\(moment.clock)读取"
  }
}

extension Int {
  /// `3,000`.
  var grouped: String {
    let digits = String(magnitude).reversed()
    let parts = stride(from: 0, to: digits.count, by: 3).map { String(digits.dropFirst($0).prefix(3)) }
    return (self < 0 ? "-" : "") + String(parts.joined(separator: ",").reversed())
  }
}

extension String {
  /// At most `count` characters, with an ellipsis when cut; line breaks become blanks.
  func trimmed(to count: Int) -> String {
    let flat = String(map { $0.isNewline ? " " : $0 })
    return flat.count > count ? flat.prefix(count) + "…" : flat
  }
}
