import DuwangCore
import Extraction
import Foundation

let readingDay = Day(2024, 6, 1)!

/// Reads a page written in a test.
func read(_ html: String, url: String = "http://www.qh.gov.cn/zwgk/tzgg/index.html", contentType: String? = nil) -> Page
{
  PageReader(today: readingDay).read(Array(html.utf8), url: url, contentType: contentType)
}

/// A list's rows as three of the corpus of tests: title, address, date.
struct Item {
  var title: String
  var href: String
  var date: String
  static let three = [
    Item(title: "关于做好农村人居环境整治工作的通知", href: "./202403/t20240308_1.html", date: "2024-03-08"),
    Item(title: "县人民政府办公室关于印发防汛应急预案的通知", href: "./202402/t20240227_2.html", date: "2024-02-27"),
    Item(title: "关于公布行政事业性收费目录清单的公告", href: "./202312/t20231228_3.html", date: "2023-12-28"),
  ]
}

/// A column page with navigation above, fresher news of another column at the side and a footer.
func column(_ list: String, aside: Bool = true) -> String {
  """
  <html><head><meta charset="utf-8"><title>通知公告-清河县人民政府</title></head><body>
  <div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li></ul></div>
  <div>当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
  <div class="c">\(list)</div>
  \(aside ? side : "")
  <div>主办单位：清河县人民政府办公室 网站标识码：6204230001</div></body></html>
  """
}

private let side =
  "<div class=\"r\"><h3>最新信息</h3><ul>"
  + (1...5).map { "<li><a href=\"/xw/2024/\($0).html\">全省重点项目建设推进会议第\($0)次召开</a><span>2024-05-0\($0)</span></li>" }
  .joined()
  + "</ul></div>"

func rows(_ row: (Item) -> String) -> String { Item.three.map(row).joined(separator: "\n") }
