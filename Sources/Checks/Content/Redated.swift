import DuwangCore
import Proofreading

/// Signs that an old article was given a newer date (旧稿新发): its own dates are more than half a year older than the
/// date shown, or its address carries an older date. A person decides.
struct Redated: PageCheck {
  let id = "redated"
  /// Months between an article's own dates and its date of publication that are worth a look (domain §1.5 a).
  private static let months = 6
  /// Days by which the date shown may lie after the one in the address (domain §1.5 d).
  private static let daysAfterAddress = 30

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let scope = ContentScope(page, reading, context)
    guard page.kind == .article, !scope.isLetter, scope.isChecked, let shown = scope.published,
      shown <= context.today.addingDays(1), let sign = sign(page, shown)
    else { return [] }
    return [
      Finding(
        kind: .redated, confidence: .suspected, site: reading.site, unit: reading.unit ?? context.office,
        column: reading.column, page: page.url, pageTitle: page.title, key: page.url,
        message:
          "“\(page.title.trimmed(to: 40))”标注发布日期\(shown.chineseFull)，\(sign.words)\(sign.day.chineseFull)，请核对是否旧稿新发。",
        fix: Self.fix, evidence: Evidence(text: sign.day.description, place: sign.place), rule: Self.rule)
    ]
  }

  private func sign(_ page: Page, _ shown: Day) -> (day: Day, words: String, place: String)? {
    if let day = AddressDate.read(page.url), shown - day > Self.daysAfterAddress {
      return (day, "网址中的日期为", "网址")
    }
    let limit = shown.addingMonths(-Self.months)
    // Rules, plans and what looks back on purpose are published long after they were made.
    guard !Self.lasting.contains(where: { page.title.contains($0) }) else { return nil }
    if let day = TextDates.signature(of: page.body), day < limit { return (day, "正文落款日期为", "落款") }
    let dates = TextDates.all(in: page.body)
    guard let first = dates.first, first.offset < 60, let newest = dates.map(\.day).max(), newest < limit,
      !Self.lasting.contains(where: { page.body.prefix(60).contains($0) })
    else { return nil }
    return (newest, "正文中最近的日期为", "正文")
  }

  private static let lasting = [
    "法", "条例", "规定", "办法", "细则", "规划", "章程", "制度", "标准", "简介", "概况", "历史", "回顾", "纪念", "年报", "年鉴", "沿革", "清单", "目录",
    "指南",
    "决定", "意见", "党史", "革命", "事迹", "介绍",
  ]
  private static let fix = "请核对发布日期；确为旧稿的，按原日期发布或撤下。"
  private static let rule = "国办秘函〔2019〕19号单项否决：弄虚作假（伪造发稿日期）"
}

/// The date that content systems write into an article's address.
enum AddressDate {
  /// `/t20180305_123.html`, `/art/2018/3/5/art_1_2.html`, `/2018-03/05/content_1.htm`, `/201803/t20180305_1.html`.
  static func read(_ url: String) -> Day? {
    guard let path = WebAddress(url)?.path else { return nil }
    let parts = path.split(separator: "/").map(String.init)
    if let file = parts.last, file.hasPrefix("t2"), file.dropFirst(9).first == "_",
      let number = Int(file.dropFirst(1).prefix(8))
    {
      return Day(number / 10_000, number / 100 % 100, number % 100)
    }
    if let index = parts.firstIndex(of: "art"), parts.count > index + 3, let year = Int(parts[index + 1]),
      let month = Int(parts[index + 2]), let day = Int(parts[index + 3]), year > 1999
    {
      return Day(year, month, day)
    }
    for (part, next) in zip(parts, parts.dropFirst()) {
      let pieces = part.split(separator: "-")
      if pieces.count == 2, pieces[0].count == 4, let year = Int(pieces[0]), let month = Int(pieces[1]),
        next.count == 2, let day = Int(next), year > 1999
      {
        return Day(year, month, day)
      }
    }
    return nil
  }
}
