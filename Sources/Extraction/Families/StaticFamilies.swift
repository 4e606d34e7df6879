import DuwangCore
import HTMLTree

/// 博达 VSB: static lists whose pages count down (page 2 of 60 is `tzgg/59.htm`); the links of the page say so.
enum Vsb: Family {
  static let name = "vsb"
  static let fingerprints = [
    "_vsb_content", "_jsq_", "Visual SiteBuilder", "vsbscreen", "content.jsp?urltype=news.", "_sitegray",
    "v_news_content",
  ]
}

/// 苏迪 Webplus: static lists `list.htm`, `list2.htm`, articles `/2018/1220/c123a4567/page.htm`.
enum Webplus: Family {
  static let name = "webplus"
  static let fingerprints = ["_wp3services", "/_upload/tpl/", "wp_articlecontent", "frag=\"窗口"]
}

/// 织梦 DedeCMS: static or `plus/list.php`.
enum Dede: Family {
  static let name = "dedecms"
  static let fingerprints = [
    "dedecms", "/plus/list.php", "dede_pages", "/templets/", "/plus/count.php", "dedeajax",
  ]
}

/// 帝国 CMS: static or `e/action/ListInfo`.
enum Empire: Family {
  static let name = "empirecms"
  static let fingerprints = ["/e/action/", "/e/public/", "/d/file/", "e/DoPrint"]
}

/// 动易 PowerEasy: `/html/123/Item.html`, `Item/1234.aspx`.
enum PowerEasy: Family {
  static let name = "powereasy"
  static let fingerprints = ["PowerEasy"]

  static func fits(_ signs: FamilySigns) -> Bool {
    signs.hasAny(fingerprints) || signs.address.path.hasSuffix("/Item.html")
  }
}

/// Pages of ASP.NET with its own state fields.
enum AspNet: Family {
  static let name = "aspnet"
  static let fingerprints = ["__VIEWSTATE"]
}
