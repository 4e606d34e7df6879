import DuwangCore
import Testing

@Suite("Lists are read by their structure")
struct ListTests {
  private func expectThree(_ page: Page, _ comment: Comment? = nil) {
    #expect(page.kind == .list, comment)
    #expect(page.entries.map(\.title) == Item.three.map(\.title), comment)
    #expect(page.entries.compactMap { $0.date?.description } == Item.three.map(\.date), comment)
    #expect(page.entries.first?.url == "http://www.qh.gov.cn/zwgk/tzgg/202403/t20240308_1.html", comment)
  }

  private static let shapes: [(String, String)] = [
    ("li", "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"),
    (
      "date first", "<ul>" + rows { "<li><span>[\($0.date)]</span><a href='\($0.href)'>\($0.title)</a></li>" } + "</ul>"
    ),
    ("dl", "<dl>" + rows { "<dt><a href='\($0.href)'>\($0.title)</a></dt><dd>\($0.date)</dd>" } + "</dl>"),
    ("div", rows { "<div><div><a href='\($0.href)'>\($0.title)</a></div><div>\($0.date)</div></div>" }),
    ("br", rows { "<a href='\($0.href)'>\($0.title)</a> (\($0.date))<br>" }),
    ("ul a row", rows { "<ul><li><a href='\($0.href)'>\($0.title)</a></li><li>\($0.date)</li></ul>" }),
    ("cut lists", rows { "<ul><li><a href='\($0.href)'>\($0.title)</a><em>\($0.date)</em></li></ul><hr>" }),
    (
      "table with heads",
      "<table><tr><th>标题</th><th>成文日期</th><th>发布日期</th></tr>"
        + rows { "<tr><td><a href='\($0.href)'>\($0.title)</a></td><td>2023-01-05</td><td>\($0.date)</td></tr>" }
        + "</table>"
    ),
    (
      "deadline beside the date",
      "<table><tr><th>标题</th><th>截止日期</th><th>发布时间</th></tr>"
        + rows { "<tr><td><a href='\($0.href)'>\($0.title)</a></td><td>2024-05-30</td><td>\($0.date)</td></tr>" }
        + "</table>"
    ),
    (
      "nested tables",
      "<table><tr><td>"
        + rows { "<table><tr><td>·</td><td><a href='\($0.href)'>\($0.title)</a></td><td>\($0.date)</td></tr></table>" }
        + "</td></tr></table>"
    ),
    (
      "day above year and month",
      rows {
        "<div><a href='\($0.href)'><div><b>\($0.date.suffix(2))</b><i>\($0.date.prefix(7))</i></div><h4>\($0.title)</h4><p>现将有关事项通知如下，请于2025年1月1日前完成。</p></a></div>"
      }
    ),
    (
      "title cut short",
      "<ul>"
        + rows { "<li><a href='\($0.href)' title='\($0.title)'>\($0.title.prefix(8))…</a><span>\($0.date)</span></li>" }
        + "</ul>"
    ),
    (
      "empty link first",
      "<ul>" + rows { "<li><a href='\($0.href)'><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" }
        + "</ul>"
    ),
    (
      "解读 in the row",
      "<ul>"
        + rows {
          "<li><a href='\($0.href)'>\($0.title)</a><a href='/jd/1.html'>《\($0.title)》政策解读</a><span>\($0.date)</span></li>"
        } + "</ul>"
    ),
    (
      "category before",
      "<ul>"
        + rows {
          "<li>[<a href='/zwgk/'>政府信息公开目录</a>] <a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>"
        } + "</ul>"
    ),
    (
      "onclick",
      rows { "<div class='i' onclick=\"window.open('\($0.href)')\"><p>\($0.title)</p><span>\($0.date)</span></div>" }
    ),
    (
      "labels",
      rows {
        "<div class='i'><h3><a href='\($0.href)'>\($0.title)</a></h3><p>来源：办公室 发布时间：\($0.date) 09:52 阅读次数：12</p></div>"
      }
    ),
    (
      "date from a script",
      "<ul>"
        + rows { "<li><a href='\($0.href)'>\($0.title)</a><script>document.write('\($0.date) 10:00')</script></li>" }
        + "</ul>"
    ),
    (
      "zero-width blanks and bullets",
      "<ul>" + rows { "<li>·\u{200b}<a href='\($0.href)'>• \($0.title)\u{200b}</a><span>\($0.date)</span></li>" }
        + "</ul>"
    ),
  ]

  @Test("rows are found in every shape beside fresher news of another column", arguments: shapes.map(\.0))
  func shape(_ name: String) {
    for (shape, markup) in Self.shapes where shape == name { expectThree(read(column(markup)), "\(name)") }
  }

  @Test("a side-bar is never taken for the column's own list")
  func sideBarAlone() {
    let page = read(column("<ul id='list'></ul><script src='/js/list.js'></script>"))
    #expect(page.entries.isEmpty)
    #expect(!page.hasList)
  }

  @Test("暂无信息 in the main area says that the column is empty")
  func empty() {
    let page = read(column("<p>暂无信息</p>"))
    #expect(page.saysEmpty)
    #expect(page.entries.isEmpty)
    #expect(page.unreadable == nil)
  }

  @Test("暂无信息 in a hidden element says nothing")
  func hiddenEmpty() {
    #expect(!read(column("<p style='display:none'>暂无信息</p>", aside: false)).saysEmpty)
  }

  @Test("navigation alone is no list")
  func navigation() {
    let page = read(column("", aside: false))
    #expect(!page.hasList)
    #expect(page.unreadable == .noList)
  }

  @Test("a list without dates is a list")
  func undated() {
    let page = read(column("<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a></li>" } + "</ul>"))
    #expect(page.hasList)
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
    #expect(page.entries.allSatisfy { $0.date == nil })
  }

  @Test("a pinned row stays in its place and is marked")
  func pinned() {
    let top = "<li><em>[置顶]</em><a href='./a.html'>关于县级河长名单的公告</a><span>2019-05-01</span></li>"
    let page = read(
      column("<ul>" + top + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"))
    #expect(page.entries.map(\.isPinned) == [true, false, false, false])
    #expect(page.newest == Day(2024, 3, 8))
  }

  @Test("dates without year count back from the day of reading and never lie ahead")
  func withoutYear() {
    let list = ["05-20", "03-01", "12-30", "11-11"].enumerated().map {
      "<li><a href='/a/\($0.0).html'>基层调研工作情况的通报第\($0.0)期</a><span>[\($0.1)]</span></li>"
    }
    let page = read(column("<h2>通知公告</h2><ul>\(list.joined())</ul>", aside: false))
    #expect(
      page.entries.compactMap { $0.date?.description } == ["2024-05-20", "2024-03-01", "2023-12-30", "2023-11-11"])
  }

  @Test("the page after this one is found in links and in TRS and UCAP scripts")
  func paging() {
    let list = "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"
    #expect(
      read(column(list + "<a href='tzgg/59.htm'>下页</a>")).nextPage == "http://www.qh.gov.cn/zwgk/tzgg/tzgg/59.htm")
    #expect(
      read(column(list + "<script>createPageHTML(7, 0, \"index\", \"html\");</script>")).nextPage
        == "http://www.qh.gov.cn/zwgk/tzgg/index_1.html")
    #expect(read(column(list + "<script>createPageHTML(7, 6, \"index\", \"html\");</script>")).nextPage == nil)
  }
}
