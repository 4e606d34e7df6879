import DuwangCore

/// The truth about the sample portal: what is wrong with it on which day, and what only looks wrong. No check sees it.
package enum DemoTruth {
  /// A known fault and the days on which it can be seen.
  package struct Fault: Sendable, Hashable {
    package enum Place: Sendable, Hashable {
      /// Path of the page it stands on.
      case page(String)
      /// Path of the address it concerns.
      case target(String)
      /// `unit/column`.
      case column(String)
      /// A unit as a whole.
      case unit(String)
    }
    package var kind: FindingKind
    package var place: Place
    package var days: Set<Int>
    package var what: String
  }

  /// Something that is no fault, and where; any finding there that is no fault of its own is invented.
  package struct Trap: Sendable, Hashable {
    package var place: String
    package var what: String
  }

  package static let faults: [Fault] = columnFaults + linkFaults + contentFaults + standardFaults

  private static func fault(
    _ kind: FindingKind, _ place: Fault.Place, _ what: String, days: Set<Int> = [1, 2, 3]
  ) -> Fault {
    Fault(kind: kind, place: place, days: days, what: what)
  }

  private static let columnFaults = [
    fault(.columnStale, .column("bm-fgj/gzdt"), "最新一条为3月15日，超过2周；侧栏另有较新要闻"),
    fault(.columnStale, .column("xz-hewan/gzdt"), "第三日起超过2周", days: [3]),
    fault(.columnStale, .column("xz-dongyuan/tzgg"), "第二日起超过6个月", days: [2, 3]),
    fault(.columnStale, .column("bm-jyj/gzdt"), "超过2周，第三日已更新", days: [1, 2]),
    fault(.columnEmpty, .column("xz-shimen/tfsj"), "页面写明暂无信息"),
    fault(.columnEmpty, .column("xz-xichuan/tfsj"), "列表接口返回零条"),
    fault(.unitSilent, .unit("bm-fgj"), "各栏目最新一条为9月26日，其余栏目均超过1个月没有新信息"),
    fault(.columnUnreachable, .column("xz-hewan/shjz"), "栏目地址返回404"),
    fault(.columnUnreachable, .column("bm-swj/ghjh"), "第二日起返回500，复读仍失败", days: [2, 3]),
  ]

  private static let linkFaults = [
    fault(.linkBroken, .target("/wza/index.html"), "每页底部的无障碍浏览无法打开，应计为一个问题"),
    fault(.linkBroken, .target("/tzgg/2018/1120/zdbcfa.html"), "正文中的链接指向不存在的页面"),
    fault(.linkBroken, .target("/tzgg/2018/1206/weizhi.html"), "失效链接，第三日已从正文中删除", days: [1, 2]),
    fault(.linkBroken, .target("/xz/quhuatu.html"), "失效链接，第二日恢复，第三日复发", days: [1, 3]),
    fault(.linkSoft404, .target("/tzgg/2016/ts.html"), "返回200，内容为页面不存在"),
    fault(.attachmentBroken, .target("/upload/shenqingbiao.pdf"), "扩展名为pdf，内容为网页"),
    fault(.imageBroken, .target("/upload/zhandian.jpg"), "图片不存在"),
  ]

  private static let contentFaults = [
    fault(.typo, .page("/jyyw/201812/t20181230_900001.html"), "截止目前，应为截至目前", days: [2, 3]),
    fault(.typo, .page("/jyyw/201812/t20181227_900002.html"), "布署，应为部署，第三日已改", days: [1, 2]),
    fault(.typo, .page("/dongyuan/gzdt/2018/1222/960001.html"), "做为，应为作为（GBK页面）"),
    fault(.dateImpossible, .page("/tzgg/2018/1126/910001.html"), "11月31日不存在"),
    fault(.privacyIDCard, .page("/tzgg/2018/1214/910002.html"), "公示名单含完整身份证号"),
    fault(.numberStyle, .page("/tzgg/2018/1210/910004.html"), "46258多人次，精确数与多并用"),
    fault(.sumMismatch, .page("/czj/gzdt/2018/1217/940001.html"), "共326条，分项合计336条"),
    fault(.wordResidue, .page("/jyj/zcfg/2018/1106/950002.html"), "正文残留[bookmark: _GoBack]"),
    fault(.forbiddenTerm, .page("/info/1088/960002.htm"), "国名写错", days: [2, 3]),
    fault(.mojibake, .page("/art/2018/10/9/art_3456_960003.html"), "整页乱码"),
  ]

  private static let standardFaults = [
    fault(.metaMissing, .page("/"), "首页缺少SiteDomain标签"),
    fault(.footerMissing, .page("/"), "公安备案编号少一位，第三日已改", days: [1, 2]),
    fault(.uninterpretedPolicy, .column("zf-office/zfwj"), "防灾减灾规划没有解读"),
    fault(.elementMissing, .page("/tzgg/2018/0920/910011.html"), "征求意见截止70日，没有结果"),
  ]

  /// Status of columns that are not `fresh`, by day; columns that are named in no line are fresh on every day.
  package static func status(of column: String, day: Int) -> ColumnState.Status {
    for fault in columnFaults where fault.place == .column(column) && fault.days.contains(day) {
      switch fault.kind {
      case .columnEmpty: return .empty
      case .columnUnreachable: return .unreachable
      default: return .stale
      }
    }
    return standing[column] ?? .fresh
  }

  private static let standing: [String: ColumnState.Status] = [
    "zf-office/tfsj": .unreadable, "zf-office/zfhy": .unreadable, "zf-office/sjfb": .unreadable,
    "zf-office/lxyz": .exempt, "zf-office/yqhy": .unfound,
  ]

  package static let traps = [
    Trap(place: "zf-office/dcjc", what: "置顶的旧文件排在首行，其下有新内容"),
    Trap(place: "bm-fgj/gzdt", what: "侧栏日期较新，不是本栏目的更新"),
    Trap(place: "xz-xichuan/gzdt", what: "更新期限恰于第三日届满，当日仍为及时"),
    Trap(place: "xz-dongyuan/tzgg", what: "更新期限恰于第一日届满，当日仍为及时"),
    Trap(place: "/swj/gzdt/2018/1220/970001.html", what: "首次访问返回404，复读正常"),
    Trap(place: "/swj/gzdt/2018/1219/970002.html", what: "首次访问返回503，复读正常"),
    Trap(place: "/mzj/zcfg/2018/0920/970003.html", what: "首次访问返回429并给出Retry-After"),
    Trap(place: "zf-office/tfsj", what: "412动态防护，机器未能读取"),
    Trap(place: "zf-office/zfhy", what: "403拒绝机器访问，机器未能读取"),
    Trap(place: "zf-office/sjfb", what: "内容由脚本生成，机器未能读取"),
    Trap(place: "zf-office/lxyz", what: "已归档专题，不作要求"),
    Trap(place: "zf-office/yqhy", what: "按名称未找到的栏目，待核对配置"),
    Trap(place: "/jyyw/201812/t20181219_900003.html", what: "正文引用了页面不存在的提示语"),
    Trap(place: "/jyyw/201812/t20181218_900004.html", what: "书名号内引用错误写法"),
    Trap(place: "/tzgg/2018/1213/910003.html", what: "身份证号已作遮盖"),
    Trap(place: "/czj/gzdt/2018/1214/940002.html", what: "分项之和与合计一致"),
    Trap(place: "/upload/tianbiao.pdf", what: "可以打开的附件"),
    Trap(place: "/rili/", what: "日历页面无穷尽"),
    Trap(place: "bm-jyj/gzdt", what: "链接带会话编号，每次不同"),
    Trap(place: "/", what: "访问计数每日不同，不是内容变化"),
    Trap(place: "/private/login.html", what: "robots.txt不允许读取"),
    Trap(place: "zf-office/ssxm", what: "日期只有月日，没有年份"),
    Trap(place: "zf-office/zfwj", what: "标题中的编号形似日期"),
    Trap(place: "/zfwj/2018/0920/920003.html", what: "已有解读的政策文件"),
    Trap(place: "/tzgg/2018/0820/910012.html", what: "征求意见已公布结果"),
    Trap(place: "/search", what: "站内检索能够找到已发布的信息"),
    Trap(place: "zf-office/shms", what: "摘要中含有日期，不是发布日期"),
  ]

  /// Articles that change between two readings: (day, path, type).
  package static let changes: [(day: Int, path: String, type: PageChange.Kind)] = [
    (2, "/jyyw/201812/t20181226_900005.html", .modified), (3, "/jyyw/201812/t20181227_900002.html", .modified),
    (3, "/tzgg/2018/1206/910006.html", .modified),
    (3, "/art/2018/art_5d1f2e8ab39c47601122aabbccddeeff.html", .removed),
  ]
}

extension DemoTruth {
  /// The newest publication date of a column whose list can be read; nil where none is to be told.
  static func newest(of column: DemoColumn, day: Int) -> Day? {
    guard [.fresh, .stale].contains(status(of: column.key, day: day)), column.policy != "静态" else { return nil }
    return column.items(on: day).map(\.date).max()
  }

  /// Who must mend it: the unit whose column carries it; the office for what all pages share.
  package static func unit(of fault: Fault) -> String {
    let owner: DemoColumn? =
      switch fault.place {
      case .unit(let unit): DemoPortal.columns.first { $0.unit == unit }
      case .column(let key): DemoPortal.columns.first { $0.key == key }
      case .page(let path): DemoPortal.columns.first { $0.items.contains { $0.path == path } }
      case .target(let path): DemoPortal.columns.first { $0.items.contains { $0.refers(to: path) } }
      }
    return owner?.unit ?? "zf-office"
  }
}

extension DemoItem {
  fileprivate func refers(to path: String) -> Bool {
    files.contains { $0.path == path } || body.contains { $0.contains("\"\(path)\"") }
  }
}
