import DuwangCore

/// How offices write an update cycle (更新周期), as a value for `policy`.
enum UpdateWords {
  /// YAML for `policy`; nil when the words tell nothing.
  static func policy(_ words: String) -> String? {
    let text = words.filter { !$0.isWhitespace }
    guard !text.isEmpty else { return nil }
    if NationalPolicies.all[text] != nil { return text }
    if ["动态", "要闻", "动态类"].contains(text) { return "动态要闻" }
    if text.contains("答复") || text.contains("回复") {
      return period(in: text).map { "{ reply_within: \($0) }" } ?? "咨询留言"
    }
    if ["长期", "不变", "静态", "固定", "不更新", "无需"].contains(where: text.contains) { return "静态" }
    // 形成之日起20个工作日内 bounds the delay of one item, not the age of a list.
    if ["及时", "实时", "随时", "工作日内", "形成之日", "适时", "不定期"].contains(where: text.contains) { return "其他" }
    return period(in: text).map(tiers)
  }

  private static func period(in text: String) -> Period? {
    for (words, period) in fixed where words.contains(where: text.contains) { return period }
    guard let match = text.firstMatch(of: /([0-9]+|[一二两三四五六七八九十]+)个?(天|日|周|星期|月|季度|年)/),
      let count = number(match.output.1), count > 0, count < 1000
    else { return nil }
    switch match.output.2 {
    case "天", "日": return Period(count, .days)
    case "周", "星期": return Period(count, .weeks)
    case "月": return Period(count, .months)
    case "季度": return Period(count * 3, .months)
    default: return Period(count, .years)
    }
  }

  private static let fixed: [([String], Period)] = [
    (["半月", "每两周", "双周", "每2周"], Period(2, .weeks)), (["半年"], Period(6, .months)),
    (["每季", "季度更新", "按季"], Period(3, .months)), (["每月", "按月", "月度"], Period(1, .months)),
    (["每周", "按周"], Period(1, .weeks)), (["每年", "年度", "按年", "一年一次"], Period(1, .years)),
    // A list that is kept daily rests on holidays: a week is the shortest limit that accuses nobody wrongly.
    (["每日", "每天", "每个工作日", "每工作日", "日更"], Period(1, .weeks)),
  ]

  private static func number(_ text: Substring) -> Int? {
    if let number = Int(text) { return number }
    let digits: [Character: Int] = [
      "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    if parts.count == 1 { return text.count == 1 ? digits[text.first ?? " "] : nil }
    let tens = parts[0].isEmpty ? 1 : digits[parts[0].first ?? " "]
    let ones = parts[1].isEmpty ? 0 : digits[parts[1].first ?? " "]
    guard parts.count == 2, let tens, let ones else { return nil }
    return tens * 10 + ones
  }

  /// Warns before the limit: at about five sixths of it.
  private static func tiers(_ limit: Period) -> String {
    if limit == Period(2, .weeks) { return "动态要闻" }
    if limit == Period(6, .months) { return "通知公告" }
    if limit == Period(1, .years) { return "其他" }
    let warn: Period? =
      switch limit.unit {
      case .months where limit.count > 1: Period(limit.count - 1, .months)
      case .months: Period(25, .days)
      case .years: Period(limit.count * 12 - 2, .months)
      case .weeks: Period(max(1, limit.count * 7 * 5 / 6), .days)
      case .days where limit.count > 2: Period(limit.count * 5 / 6, .days)
      default: nil
      }
    return "{ \(warn.map { "warn: \($0), " } ?? "")limit: \(limit) }"
  }
}
