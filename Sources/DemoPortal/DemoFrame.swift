import DuwangCore

/// The part that all pages of the sample portal share: head with the national meta tags, navigation, footer.
struct DemoFrame: Sendable {
  let day: Int

  static let site = "景塬县人民政府"
  static let navigation = [
    ("首页", "/"), ("景塬要闻", "/jyyw/"), ("通知公告", "/tzgg/"), ("政府文件", "/zfwj/"), ("政策解读", "/zcjd/"),
    ("县长信箱", "/xzxx/"), ("乡镇信息公开", "/xz/"), ("部门信息公开", "/bm/"), ("活动日历", "/rili/?y=2018&m=12"),
  ]

  func answer(
    _ title: String, charset: DemoCharset = .utf8, column: String? = nil, article: DemoItem? = nil, aside: String = "",
    main: String
  ) -> DemoAnswer {
    let page = text(title, charset: charset, column: column, article: article, aside: aside, main: main)
    return charset == .utf8 ? .html(page) : .gbk(page)
  }

  func text(
    _ title: String, charset: DemoCharset = .utf8, column: String? = nil, article: DemoItem? = nil, aside: String = "",
    main: String
  ) -> String {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    \(declaration(charset))
    <title>\(title == DemoFrame.site ? title : "\(title)_\(DemoFrame.site)")</title>
    \(tags(column: column, article: article, isHome: title == DemoFrame.site))
    <link rel="stylesheet" href="/static/portal.css">
    </head>
    <body>
    <div class="header"><a href="/"><img src="/static/logo.gif" alt="\(DemoFrame.site)"></a></div>
    <div class="nav"><ul>\(DemoFrame.navigation.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }.joined())</ul></div>
    \(main)
    \(aside)
    \(footer)
    </body>
    </html>
    """
  }

  private func declaration(_ charset: DemoCharset) -> String {
    switch charset {
    case .utf8: "<meta charset=\"utf-8\">"
    case .gbkMeta: "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">"
    case .gbkSilent: ""
    }
  }

  /// 国办发〔2017〕47号: site tags on every page, column tags on columns and articles, page tags on articles.
  /// The home page lacks one of them.
  private func tags(column: String?, article: DemoItem?, isHome: Bool) -> String {
    var tags = [("SiteName", DemoFrame.site), ("SiteIDCode", "6299230001")]
    if !isHome { tags.append(("SiteDomain", "www.jingyuan-demo.gov.cn")) }
    if let column {
      tags += [
        ("ColumnName", column), ("ColumnDescription", "\(DemoFrame.site)\(column)栏目"), ("ColumnKeywords", column),
        ("ColumnType", column),
      ]
    }
    if let article {
      tags += [
        ("ArticleTitle", article.title), ("PubDate", "\(article.date) 09:30"), ("ContentSource", DemoFrame.site),
      ]
    }
    return tags.map { "<meta name=\"\($0.0)\" content=\"\($0.1)\">" }.joined(separator: "\n")
  }

  /// The police number lacks a digit until the third day. The counter differs every day; 无障碍浏览 leads nowhere on every page.
  private var footer: String {
    """
    <div class="footer">
    <p>主办：景塬县人民政府 承办：景塬县人民政府办公室 联系电话：0999-5521234</p>
    <p>网站标识码：6299230001 <a href="/icp.html">陇ICP备18000001号</a> 甘公网安备 \(day < 3 ? "6299230200012" : "62992302000123")号</p>
    <p><a href="/dzjg.html"><img src="/static/dzjg.gif" alt="党政机关"></a>
    <a href="/zhaocuo.html">我为政府网站找错</a> <a href="/map.html">网站地图</a> <a href="/wza/index.html">无障碍浏览</a></p>
    <p class="counter">您是第\(1_204_311 + day * 977)位访问者</p>
    </div>
    """
  }
}
