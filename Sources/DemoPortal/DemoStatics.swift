import DuwangCore

/// Answers of the sample portal that belong to no column: files, walls, traps.
enum DemoStatics {
  static let challenge = DemoAnswer(
    status: 412, contentType: "text/html; charset=utf-8",
    body: Array(
      """
      <!DOCTYPE html><html><head><meta id="9DhefwqGPrzGxEp9hPaoag" content="{qqqq" r="m">\
      <script type="text/javascript" r="m">$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=31415;</script></head>\
      <body></body></html>
      """.utf8))

  static let shell = DemoAnswer.html(
    """
    <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>数据发布</title></head>
    <body><div id="app"></div><script src="/static/app.js"></script></body></html>
    """)

  /// Fresher rows of another column beside a list.
  static func aside(_ columns: [DemoColumn], day: Int, lists: DemoLists) -> String {
    let news = columns.first { $0.key == "zf-office/jyyw" }?.items(on: day).prefix(5) ?? []
    return "<div class=\"sidebar\"><h3>最新要闻</h3>\(lists.markup(.list, Array(news)))</div>"
  }

  static func answers(day: Int) -> [String: DemoAnswer] {
    let frame = DemoFrame(day: day)
    let page: (String, String) -> DemoAnswer = { title, text in
      frame.answer(title, main: "<div class=\"main\"><h1>\(title)</h1><p>\(text)</p></div>")
    }
    var answers: [String: DemoAnswer] = [
      "/robots.txt": .text("User-agent: *\nDisallow: /private/\n", "text/plain"),
      "/private/login.html": page("内部管理系统", "请使用统一身份认证登录。"),
      "/icp.html": page("备案信息", "本网站已在通信管理部门备案。"),
      "/dzjg.html": page("党政机关网站标识", "本网站已取得党政机关网站标识。"),
      "/zhaocuo.html": page("我为政府网站找错", "网民发现网站内容有误的，可以通过本页面反映。"),
      "/map.html": page("网站地图", "网站设有政务公开、互动交流、乡镇信息公开和部门信息公开等版块。"),
      "/tzgg/2016/ts.html": page("提示信息", "您访问的页面不存在或已被删除！<a href=\"/\">返回首页</a>"),
      "/upload/shenqingbiao.pdf": .text(
        "<html><head><title>系统提示</title></head><body>下载服务暂时不可用</body></html>", "application/pdf"),
      "/upload/tianbiao.pdf": .file(pdf, "application/pdf"),
      "/static/portal.css": .text("body{font-family:sans-serif}", "text/css"),
      "/static/app.js": .text("document.getElementById('app');", "application/javascript"),
      "/static/jpage.js": .text("function jpage(){}", "application/javascript"),
      "/static/AuthorizedRead/unitbuild.js": .text("function unitbuild(){}", "application/javascript"),
      "/EWB-FRONT/js/webBuilderCommon.js": .text("var webBuilder={};", "application/javascript"),
      "/static/logo.gif": .file(gif, "image/gif"),
      "/static/dzjg.gif": .file(gif, "image/gif"),
    ]
    // Gone on the first day, there on the second, gone again on the third.
    if day == 2 { answers["/xz/quhuatu.html"] = page("行政区划示意页", "全县辖东塬镇、西川镇、石门镇和河湾乡。") }
    return answers
  }

  /// Every month leads to the next and the one before, without end.
  static func calendar(year: Int, month: Int, day: Int) -> DemoAnswer {
    let (next, before) = (year * 12 + month, year * 12 + month - 2)
    let link: (Int, String) -> String = { index, name in
      "<a href=\"/rili/?y=\(index / 12)&amp;m=\(index % 12 + 1)\">\(name)</a>"
    }
    return DemoFrame(day: day).answer(
      "\(year)年\(month)月活动日历",
      main: "<div class=\"main\"><h1>\(year)年\(month)月</h1>\(link(before, "上月")) \(link(next, "下月"))</div>")
  }

  private static let gif: [UInt8] = [
    0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x2c, 0, 0, 0, 0, 1, 0, 1,
    0, 0, 2, 2, 0x44, 1, 0, 0x3b,
  ]
  private static let pdf = Array(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
      .utf8)
}
