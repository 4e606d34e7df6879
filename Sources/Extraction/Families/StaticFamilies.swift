import DuwangCore
import HTMLTree

/// 博达 VSB: static lists whose pages count down (page 2 of 60 is `tzgg/59.htm`); the links of the page say so.
enum Vsb: Family {
  static let name = "vsb"
  static func fits(_ signs: FamilySigns) -> Bool {
    signs.has("_vsb_content") || signs.has("_jsq_") || signs.has("Visual SiteBuilder") || signs.has("vsbscreen")
      || signs.has("content.jsp?urltype=news.") || signs.has("_sitegray") || signs.has("v_news_content")
  }
}

/// 苏迪 Webplus: static lists `list.htm`, `list2.htm`, articles `/2018/1220/c123a4567/page.htm`.
enum Webplus: Family {
  static let name = "webplus"
  static func fits(_ signs: FamilySigns) -> Bool {
    signs.has("_wp3services") || signs.has("/_upload/tpl/") || signs.has("wp_articlecontent") || signs.has("frag=\"窗口")
  }
}

/// 织梦 DedeCMS: static or `plus/list.php`.
enum Dede: Family {
  static let name = "dedecms"
  static func fits(_ signs: FamilySigns) -> Bool {
    signs.has("dedecms") || signs.has("/plus/list.php") || signs.has("dede_pages") || signs.has("/templets/")
      || signs.has("/plus/count.php") || signs.has("dedeajax")
  }
}

/// 帝国 CMS: static or `e/action/ListInfo`.
enum Empire: Family {
  static let name = "empirecms"
  static func fits(_ signs: FamilySigns) -> Bool {
    signs.has("/e/action/") || signs.has("/e/public/") || signs.has("/d/file/") || signs.has("e/DoPrint")
  }
}

/// 动易 PowerEasy: `/html/123/Item.html`, `Item/1234.aspx`.
enum PowerEasy: Family {
  static let name = "powereasy"
  static func fits(_ signs: FamilySigns) -> Bool {
    signs.has("PowerEasy") || signs.address.path.hasSuffix("/Item.html")
  }
}

/// Pages of ASP.NET with its own state fields.
enum AspNet: Family {
  static let name = "aspnet"
  static func fits(_ signs: FamilySigns) -> Bool { signs.has("__VIEWSTATE") }
}

/// truecms: messages by `messageController/getMessage.do`.
enum Truecms: Family {
  static let name = "truecms"
  static func fits(_ signs: FamilySigns) -> Bool { signs.has("messageController/getMessage.do") }

  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings {
    var found = FamilyFindings()
    guard let column = signs.value("columnId"),
      let url = scene.absolute(
        "/messageController/getMessage.do?startrecord=1&endrecord=10&perpage=10&columnId=\(QueryValue.encode(column))&callback=a"
      )
    else { return found }
    found.sources = [ListSource(kind: .recordsXML, url: url)]
    return found
  }
}
