import DuwangCore

/// All answers of the sample portal on one simulated day.
struct DemoSite: Sendable {
  let day: Int
  /// By path; answers of list interfaces by path, `#` and column.
  private(set) var answers: [String: DemoAnswer] = [:]
  private var frame: DemoFrame { DemoFrame(day: day) }
  private var lists: DemoLists { DemoLists(day: day) }
  private var scripts: DemoScripts { DemoScripts(day: day) }

  init(day: Int) {
    self.day = day
    answers = DemoStatics.answers(day: day)
    for unit in DemoPortal.units where unit.kind != "office" { addUnitHome(unit) }
    for column in DemoPortal.columns { add(column) }
    addIndexes()
  }

  private func columns(of unit: String) -> [DemoColumn] { DemoPortal.columns.filter { $0.unit == unit } }

  private func columnLinks(_ columns: [DemoColumn]) -> String {
    let shown = columns.filter { $0.key != "zf-office/yqhy" }
    return "<ul class=\"columns\">"
      + shown.map { "<li><a href=\"\(DemoPaths.list($0))\">\($0.name)</a></li>" }.joined() + "</ul>"
  }

  private func newsList(_ column: DemoColumn?, _ count: Int) -> String {
    lists.markup(.list, Array((column?.items(on: day) ?? []).prefix(count)))
  }

  private mutating func addIndexes() {
    let office = columns(of: "zf-office")
    let news = office.first { $0.id == "jyyw" }
    let notices = office.first { $0.id == "tzgg" }
    let home = frame.answer(
      DemoFrame.site,
      main: """
        <form action="/search" method="get"><input type="text" name="q"><input type="submit" value="搜索"></form>
        <div class="main"><h2>景塬要闻</h2>\(newsList(news, 8))<h2>通知公告</h2>\(newsList(notices, 6))
        <h2>政务公开</h2>\(columnLinks(office))</div>
        """)
    (answers["/"], answers["/index.html"]) = (home, home)
    addUnitIndex("/xz/", "乡镇信息公开", "township")
    addUnitIndex("/bm/", "部门信息公开", "department")
  }

  private mutating func addUnitIndex(_ path: String, _ title: String, _ kind: String) {
    let links = DemoPortal.units.filter { $0.kind == kind }
      .map { "<li><a href=\"\($0.folder)\">\($0.name)</a></li>" }.joined()
    answers[path] = frame.answer(title, main: "<div class=\"main\"><h1>\(title)</h1><ul>\(links)</ul></div>")
  }

  private mutating func addUnitHome(_ unit: DemoUnit) {
    answers[unit.folder] = frame.answer(
      "\(unit.name)信息公开", charset: unit.charset,
      main: """
        <div class="main"><h1>\(unit.name)</h1><h2>栏目</h2>\(columnLinks(columns(of: unit.id)))</div>
        """)
  }

  private mutating func add(_ column: DemoColumn) {
    guard let unit = DemoPortal.unit(column.unit) else { return }
    let items = column.items(on: day)
    for item in items { answers[item.path] = article(item, column, unit) }
    let address = DemoPaths.list(column)
    switch column.style(on: day) {
    case .missing: break
    case .challenge: answers[address] = DemoStatics.challenge
    case .forbidden:
      answers[address] = .html("<html><head><title>403 Forbidden</title></head><body></body></html>", status: 403)
    case .serverError:
      answers[address] = .html("<html><head><title>500</title></head><body></body></html>", status: 500)
    case .shell: answers[address] = DemoStatics.shell
    case .countedPages: addCountedPages(column, unit, items)
    case .countedDownPages: addCountedDownPages(column, unit, items)
    case .more: addMore(column, unit, items)
    default: addSinglePage(column, unit, items)
    }
  }

  private mutating func addSinglePage(_ column: DemoColumn, _ unit: DemoUnit, _ items: [DemoItem]) {
    let address = DemoPaths.list(column)
    var list = lists.markup(column.style(on: day), items)
    switch column.style(on: day) {
    case .unitJSON, .emptyUnit:
      list = scripts.unitShell(column)
      answers["\(DemoScripts.unitPath)#\(column.key)"] = scripts.unitAnswer(items)
    case .postedJSON:
      list = scripts.postShell(column)
      answers["\(DemoScripts.postPath)#\(column.key)"] = scripts.postAnswer(items)
    case .scriptIsland: list = scripts.island(column, items)
    case .saysEmpty: list = "<div class=\"list\"><p>暂无信息</p></div>"
    case .frame:
      answers["\(address)list.html"] = .html(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(column.name)</title></head><body>\(list)</body></html>"
      )
      list = "<iframe src=\"list.html\" width=\"100%\" height=\"600\" frameborder=\"0\"></iframe>"
    default: break
    }
    if column.key == "bm-jyj/gzdt" {
      list = list.replacing(".html\"", with: ".html;jsessionid={session}\"")
    }
    answers[address] = listPage(column, unit, list)
  }

  private func listPage(_ column: DemoColumn, _ unit: DemoUnit, _ list: String, paging: String = "") -> DemoAnswer {
    let aside = column.key == "bm-fgj/gzdt" ? DemoStatics.aside(DemoPortal.columns, day: day, lists: lists) : ""
    var answer = frame.answer(
      column.name, charset: unit.charset, column: column.name, aside: aside,
      main: """
        <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="\(unit.folder)">\(unit.name)</a> &gt; \(column.name)</div>
        <div class="main"><h1>\(column.name)</h1>
        \(archived(column))\(list)
        \(paging)</div>
        """)
    answer.hasSession = column.key == "bm-jyj/gzdt"
    return answer
  }

  private func archived(_ column: DemoColumn) -> String {
    column.exempt == nil ? "" : "<p class=\"archived\">本专题已归档（2018年4月1日），内容仅供查阅。</p>"
  }

  /// TRS: `index.html`, `index_1.html`, … where `index_1` is the second page; five rows a page.
  private mutating func addCountedPages(_ column: DemoColumn, _ unit: DemoUnit, _ items: [DemoItem]) {
    let pages = chunks(items, of: 5)
    for (index, rows) in pages.enumerated() {
      let paging =
        "<div class=\"page\"><script>createPageHTML(\(pages.count),\(index),\"index\",\"html\");</script></div>"
      let page = listPage(column, unit, lists.markup(.list, rows), paging: paging)
      answers[index == 0 ? column.folder : "\(column.folder)index_\(index).html"] = page
      if index == 0 { answers["\(column.folder)index.html"] = page }
    }
  }

  /// VSB: the first page has no number, the second the highest; two rows a page.
  private mutating func addCountedDownPages(_ column: DemoColumn, _ unit: DemoUnit, _ items: [DemoItem]) {
    let pages = chunks(items, of: 2)
    let first = DemoPaths.list(column)
    for (index, rows) in pages.enumerated() {
      let number = pages.count - index
      let next = number - 1
      let forward = next < 1 ? "<span>下页</span>" : "<a href=\"\(column.folder)\(next).htm\" class=\"Next\">下页</a>"
      let last = next < 1 ? "" : "<a href=\"\(column.folder)1.htm\" class=\"Next\">尾页</a>"
      let paging = "<div class=\"pagination\">共\(items.count)条 \(index + 1)/\(pages.count) \(forward) \(last)</div>"
      answers[index == 0 ? first : "\(column.folder)\(number).htm"] = listPage(
        column, unit, lists.markup(.list, rows), paging: paging)
    }
  }

  /// The column page shows two sub-columns without dates; the rows are behind 更多.
  private mutating func addMore(_ column: DemoColumn, _ unit: DemoUnit, _ items: [DemoItem]) {
    let halves = [("重大行政决策", "zdjc/", 0), ("意见征集", "yjzj/", 1)]
    let blocks = halves.map { name, folder, half in
      let rows = items.enumerated().filter { $0.offset % 2 == half }.map(\.element)
      answers["\(column.folder)\(folder)"] = frame.answer(
        name, column: name, main: "<div class=\"main\"><h1>\(name)</h1>\(lists.markup(.list, rows))</div>")
      return """
        <div class="block"><h3>\(name)<a class="more" href="\(folder)">更多</a></h3>
        \(lists.markup(.undated, rows))</div>
        """
    }
    answers[column.folder] = listPage(column, unit, blocks.joined(separator: "\n"))
  }

  private func chunks(_ items: [DemoItem], of size: Int) -> [[DemoItem]] {
    stride(from: 0, to: max(items.count, 1), by: size).map { Array(items[$0..<min($0 + size, items.count)]) }
  }

  private func article(_ item: DemoItem, _ column: DemoColumn, _ unit: DemoUnit) -> DemoAnswer {
    let text = item.body(on: day).map { "<p>\($0)</p>" }.joined(separator: "\n")
    let files = item.files.map { "<p>附件：<a href=\"\($0.path)\">\($0.name)</a></p>" }.joined(separator: "\n")
    var answer = frame.answer(
      item.title, charset: unit.charset, column: column.name, article: item,
      main: """
        <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="\(unit.folder)">\(unit.name)</a> &gt; <a href="\(DemoPaths.list(column))">\(column.name)</a></div>
        <div class="article"><h1>\(item.title)</h1>
        <div class="info">发布时间：\(item.date) 来源：\(DemoFrame.site) 浏览次数：\(day * 37 + item.title.count)</div>
        <div class="content" id="zoom">
        \(text)
        \(files)
        </div></div>
        """)
    answer.manner = item.manner
    return answer
  }
}

extension DemoSite {
  /// The answer to an address; 404 for what is not there.
  func answer(path: String, query: [String: String], posted: String) -> DemoAnswer {
    switch path {
    case DemoScripts.unitPath:
      return answers["\(path)#\(query["pageId"] ?? "")"]
        ?? .text("{\"success\":false,\"data\":null}", "application/json")
    case DemoScripts.postPath:
      let column = DemoPortal.columns.first { $0.style == .postedJSON && posted.contains($0.key) }
      return answers["\(path)#\(column?.key ?? "")"] ?? .text("{\"custom\":{\"code\":0}}", "application/json")
    case "/search": return found(query["q"] ?? "")
    case "/rili/":
      return DemoStatics.calendar(
        year: query["y"].flatMap { Int($0) } ?? 2018, month: query["m"].flatMap { Int($0) } ?? 12, day: day)
    default:
      return answers[path]
        ?? .html("<html><head><title>404 Not Found</title></head><body>404 Not Found</body></html>", status: 404)
    }
  }

  /// The site's own search, by title.
  private func found(_ words: String) -> DemoAnswer {
    let items = DemoPortal.columns.flatMap { $0.items(on: day) }.filter { !words.isEmpty && $0.title.contains(words) }
    let rows = items.prefix(10).map { "<li><a href=\"\($0.path)\">\($0.title)</a><span>\($0.date)</span></li>" }
    return DemoFrame(day: day).answer(
      "站内搜索", main: "<div class=\"main\"><h1>站内搜索</h1><ul>\(rows.joined())</ul>共\(items.count)条</div>")
  }
}
