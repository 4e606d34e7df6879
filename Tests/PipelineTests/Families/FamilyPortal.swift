import Foundation
import TestSupport

/// A column of nine rows as one maker's system serves it: where it begins, its pages, one article.
struct FamilyPortal: Sendable {
  var name: String
  /// Address of the column.
  var start: String
  var pages: [String: Reply]
  /// Address of the first row.
  var article: String
  /// Pages that the column's paging leads through.
  var listPages = 3

  /// Titles differ in all that titles of one column differ in.
  static let titles = [
    "清河县人民政府办公室关于印发防汛应急预案的通知", "关于做好2018年农村人居环境整治工作的通知", "清河县财政局2018年部门预算公开说明", "关于公布行政事业性收费目录清单的公告",
    "清河县2018年度考试录用公务员面试公告", "关于征集县级非物质文化遗产代表性传承人的通知", "清河县水务局关于县城区停水检修的公告", "关于开展安全生产大检查的紧急通知",
    "清河县自然资源局国有建设用地使用权挂牌出让公告",
  ]
  static let dates = [
    "2018-12-20", "2018-12-18", "2018-12-11", "2018-11-30", "2018-11-22", "2018-11-09", "2018-10-26", "2018-10-15",
    "2018-09-28",
  ]
  static let sentence = "为切实做好全县防汛抗旱工作，最大限度减轻灾害造成的损失，现将防汛应急预案印发给你们，请认真贯彻执行。"

  struct Row: Sendable {
    var title: String
    var date: String
    var href: String
    var li: String { "<li><a href=\"\(href)\" title=\"\(title)\">\(title)</a><span>\(date)</span></li>" }
    var escaped: String { li.replacing("\"", with: "\\\"").replacing("/", with: "\\/") }
    /// `2018-12-20` as `20181220`.
    static func digits(_ date: String) -> String { date.filter(\.isNumber) }
  }

  /// The rows of page `number` from 0, three a page; `href` is given index and date.
  static func rows(_ number: Int, _ href: (Int, String) -> String) -> [Row] {
    (number * 3..<number * 3 + 3).map { Row(title: titles[$0], date: dates[$0], href: href($0, dates[$0])) }
  }

  static func ul(_ rows: [Row], class name: String = "list") -> String {
    "<ul class=\"\(name)\">\(rows.map(\.li).joined(separator: "\n"))</ul>"
  }

  /// A page with navigation, fresher news of another column beside the list, and a footer.
  static func column(_ main: String, head: String = "") -> Reply {
    .page(
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>通知公告-清河县人民政府</title>\(head)</head><body>
      <div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/bsfw/">办事服务</a></div>
      <div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
      <div class="main">\(main)</div>
      <div class="side"><h3>热点新闻</h3><ul><li><a href="/xw/1.html">全省重点项目建设推进会召开</a><span>2018-12-29</span></li>
      <li><a href="/xw/2.html">县委理论学习中心组举行集体学习</a><span>2018-12-28</span></li></ul></div>
      <div class="foot">主办单位：清河县人民政府办公室 网站标识码：6204230001</div></body></html>
      """)
  }

  static func article(
    _ body: String, head: String = "", line: String = "发布时间：2018-12-20 来源：县政府办公室 阅读次数：<span id=\"n\"></span>次"
  ) -> Reply {
    .page(
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(titles[0])-清河县人民政府</title>\(head)</head><body>
      <div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div>
      <h1>\(titles[0])</h1><div class="info">\(line)</div>\(body)
      <div class="foot">主办单位：清河县人民政府办公室 网站标识码：6204230001</div></body></html>
      """)
  }

  static let paragraphs = "<p>各乡镇人民政府，县政府各部门：</p><p>\(sentence)</p><p>清河县人民政府办公室</p><p>2018年12月19日</p>"

  static func json(_ text: String) -> Reply { .page(text, headers: ["Content-Type": "application/json;charset=utf-8"]) }
}
