import DuwangCore

/// Builds the list of a column in each of the portal's ways.
struct DemoLists: Sendable {
  let day: Int

  /// The rows as markup for styles whose rows stand in the page itself.
  func markup(_ style: DemoStyle, _ items: [DemoItem]) -> String {
    switch style {
    case .table: table(items)
    case .letters: letters(items)
    case .definitions:
      "<dl class=\"list\">\(items.map { "<dt>\(link($0))</dt><dd>发布日期：\(slashed($0.date))</dd>" }.joined())</dl>"
    case .rows:
      "<div class=\"list\">"
        + items.map {
          "<div class=\"row\"><div class=\"t\">\(link($0))</div><div class=\"d\">\($0.date.chineseFull)</div></div>"
        }
        .joined(separator: "\n") + "</div>"
    case .listPerRow:
      items.map { "<ul class=\"one\"><li>\(link($0))<span>\($0.date)</span></li></ul>" }.joined(separator: "\n")
    case .monthDay:
      list(items) { "<span>\($0.date.month.padded(2))-\($0.date.day.padded(2))</span>" }
    case .splitDate:
      "<ul class=\"list\">"
        + items.map {
          "<li><div class=\"date\"><b>\($0.date.day.padded(2))</b><i>\($0.date.year)-\($0.date.month.padded(2))</i></div>\(link($0))</li>"
        }.joined(separator: "\n") + "</ul>"
    case .summaries: summaries(items)
    case .undated: list(items) { _ in "" }
    default: list(items) { "<span class=\"date\">\($0.date)</span>" }
    }
  }

  func link(_ item: DemoItem) -> String {
    "\(item.isPinned ? "<em>[置顶]</em>" : "")<a href=\"\(item.path)\" title=\"\(item.title)\">\(item.title)</a>"
  }

  private func list(_ items: [DemoItem], _ date: (DemoItem) -> String) -> String {
    "<ul class=\"list\">\n"
      + items.map { "<li>\(link($0))\(date($0))</li>" }.joined(separator: "\n") + "\n</ul>"
  }

  private func table(_ items: [DemoItem]) -> String {
    let rows = items.enumerated().map { index, item in
      "<tr><td>\(index + 1)</td><td>\(link(item))</td><td>\(item.date)</td></tr>"
    }
    return "<table class=\"list\"><tr><th>序号</th><th>名称</th><th>发布日期</th></tr>\n"
      + rows.joined(separator: "\n") + "</table>"
  }

  /// Letters: asked on the item's date, answered three days later.
  private func letters(_ items: [DemoItem]) -> String {
    let rows = items.map {
      "<tr><td>\(link($0))</td><td>\($0.date.addingDays(-3))</td><td>\($0.date)</td><td>已答复</td></tr>"
    }
    return "<table class=\"list\"><tr><th>信件标题</th><th>来信日期</th><th>答复日期</th><th>状态</th></tr>\n"
      + rows.joined(separator: "\n") + "</table>"
  }

  /// Every summary names a later day, which is no publication date.
  private func summaries(_ items: [DemoItem]) -> String {
    "<ul class=\"list\">"
      + items.map {
        """
        <li><h3>\(link($0))</h3><p class="summary">该项工作自2018年3月1日起实施，计划于2019年6月30日前完成。</p>\
        <span class="date">\($0.date)</span></li>
        """
      }.joined(separator: "\n") + "</ul>"
  }

  private func slashed(_ day: Day) -> String { "\(day.year)/\(day.month.padded(2))/\(day.day.padded(2))" }
}
