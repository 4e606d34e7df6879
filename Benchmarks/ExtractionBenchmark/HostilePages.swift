import Extraction

/// Pages made to cost time: what repeats is repeated until the page is as large as asked.
enum HostilePages {
  private static let shapes: [(name: String, head: String, unit: String)] = [
    ("rows never closed", "<ul>", "<li><a href=x>a</a>2021-01-01"),
    ("rows of titles never closed", "<ul>", "<li><a href=x>关于开展工作的通知<span>2021-01-01</span>"),
    ("rows that nest", "", "<li><a><span>"),
    ("links that nest", "", "<div><a href=x>关于开展工作的通知<p>2021-01-01"),
    ("elements that nest", "", "<div>"),
    ("texts that nest", "", "<div>关于开展工作的通知2021-01-01"),
    ("titles that nest", "", "<div class=title>通知"),
    ("rows", "<ul>", "<li><a href=x.html>关于开展工作的通知</a><span>2021-01-01</span></li>"),
    ("rows with brothers", "<ul>", "<a href=x.html>关于开展工作的通知</a> 2021-01-01<br>"),
    ("rows of a table", "<table>", "<tr><td>1</td><td><a href=x>关于开展工作的通知</a></td><td>2021-01-01</td></tr>"),
    ("cells of a row", "<table><tr>", "<td>2021-01-01</td>"),
    ("tables that nest", "", "<table><tr><td>"),
    ("tables that nest with rows", "", "<table><tr><td><a href=x>关于开展工作的通知</a>2021-01-01<td>"),
    ("links", "", "<a href='../../a/b/../c/./long/relative/address/of/a/page/t20210101_12345.html?a=b&c=d'>甲</a>"),
    ("links to one page down", "", "<a href='1'>下一页</a>"),
    ("links of one row", "<li>2021-01-01", "<a href=x>关于开展工作的通知</a>"),
    ("dates of one row", "<li><a href=x>关于开展工作的通知</a>", "<b>2021-01-01</b>"),
    ("dates", "", "2021-01-01 "), ("halves of dates", "", "<b>2021-01</b>"), ("digits", "", "1"),
    ("blanks", "", " "), ("text", "", "甲"), ("colons", "", "来源："), ("paragraphs", "", "<p>甲乙丙丁"),
    ("breaks", "", "<br>"), ("ampersands", "", "&amp;"), ("less-than signs", "", "<"),
    ("scripts", "", "<script>document.write('2021-01-01')</script>"),
    ("headings", "", "<h1>关于开展工作的通知</h1>"), ("bold", "", "<b><p>"),
    ("styles", "", "<p style='display:none;left:-900px'>甲</p>"), ("pictures", "", "<img src=a.png data-src=b.png>"),
    ("names unknown", "", "<x y=z>"), ("ids", "", "<p id=甲>"), ("crumbs", "当前位置：", "<a>甲</a>&gt;"),
    ("places", "", "<p>位置"), ("ends", "<p>甲乙丙丁", "</p>"), ("metas", "", "<meta name=a content=b>"),
  ]

  /// Prints the processor time of each shape at 2 MB, and how much it grew from 0.5 MB (4 is linear).
  static func measure(_ reader: PageReader) {
    for shape in shapes { measure(shape.name, reader) { page(shape.head, shape.unit, $0) } }
    measure("attributes", reader) { "<p" + repeated(" a=1", $0) + ">" }
    measure("attributes of many names", reader) { size in "<p" + (0..<(size / 9)).map { " a\($0)=1" }.joined() + ">" }
    measure("one long address", reader) { "<a href='" + repeated("../a/", $0) + "'>甲</a>" }
    measure("one long style", reader) { "<p style='" + repeated("left:-1;", $0) + "'>甲</p>" }
    measure("one long script", reader) { "<p onclick=\"" + repeated("'a' ", $0) + "\">甲</p>" }
    measure("one long class", reader) { "<p class='" + repeated("title ", $0) + "'>甲</p>" }
    measure("JSON", reader) { repeated("[", $0) }
    measure("JSON that calls", reader) { "a(" + repeated("[{a(", $0) }
    measure("records", reader) { "<recordset>" + repeated("<record>甲</record>", $0) }
  }

  private static func measure(_ name: String, _ reader: PageReader, _ make: (Int) -> String) {
    let seconds = [500_000, 2_000_000].map { size in
      let bytes = Array(make(size).utf8)
      return Processor.seconds { _ = reader.read(bytes, url: "http://www.qh.gov.cn/zwgk/", contentType: nil) }
    }
    let growth = ExtractionBenchmark.decimal(seconds[1] / seconds[0])
    print("\(ExtractionBenchmark.decimal(seconds[1])) s, growth \(growth): \(name)")
  }

  private static func page(_ head: String, _ unit: String, _ size: Int) -> String { head + repeated(unit, size) }

  private static func repeated(_ unit: String, _ size: Int) -> String {
    String(repeating: unit, count: size / unit.utf8.count)
  }
}
