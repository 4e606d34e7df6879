/// What 清河县's editors had published by the morning of 2021-03-10, a Wednesday.
enum Lists {
  static let broken = "/qhyw/2021/0302/6.html"
  static let hostile = "/qhyw/2021/0301/7.html"
  static let flaky = "/qhyw/2021/0226/8.html"
  static let soft = "/qhyw/2021/0225/9.html"
  static let leaves = "/qhyw/2021/0218/14.html"
  static let edited = "/qhyw/2021/0309/1.html"
  static let arrives = "/qhyw/2021/0311/15.html"
  static let hostileTitle = "<script>alert('清河')</script>关于\"收费\"的说明"
  static let deadLater = "/tzgg/2020/0801/2.html"

  /// 15 rows, the first pinned since 2019; two addresses are dead, one says so with 200, one fails once.
  static let news: [Row] =
    [Row(date: "2019-05-01", title: "清河县便民服务热线开通", path: "/qhyw/2019/0501/90.html", pinned: true)]
    + [
      ("2021-03-09", "县政府召开第九次常务会议"), ("2021-03-08", "我县开展春季植树活动"), ("2021-03-08", "县人民医院新院区启用"),
      ("2021-03-05", "全县春耕备耕工作会议召开"), ("2021-03-04", "县乡道路改造工程开工"), ("2021-03-02", "农村饮水安全工程完工"),
      ("2021-03-01", hostileTitle), ("2021-02-26", "全县教育工作会议召开"), ("2021-02-25", "冬季清洁取暖检查情况公布"),
      ("2021-02-24", "县图书馆恢复开放"), ("2021-02-22", "全县安全生产工作会议召开"), ("2021-02-20", "农产品质量检验站投入使用"),
      ("2021-02-19", "春节期间市场供应平稳"), ("2021-02-18", "公共汽车线路调整方案公布"),
    ].enumerated().map { Row.dated($1.0, $0 + 1, $1.1, in: "/qhyw/") }

  static let added = Row.dated("2021-03-11", 15, "县政府召开第十次常务会议", in: "/qhyw/")

  /// Newest plus six months is exactly the day of reading.
  static let notices = [
    Row.dated("2020-09-10", 1, "关于公布供水价格的通知", in: "/tzgg/"),
    Row.dated("2020-08-01", 2, "关于防汛值班安排的通知", in: "/tzgg/"),
    Row.dated("2020-06-15", 3, "关于高考期间交通管理的通告", in: "/tzgg/"),
    Row.dated("2020-03-20", 4, "关于农机补贴申报的公告", in: "/tzgg/"),
  ]

  /// One day over six months; three pages in TRS form.
  static let policies: [[Row]] = [
    [
      trs("2020-09-09", 1001, "清河县城乡环境卫生管理办法"), trs("2020-07-03", 1002, "清河县小型水利工程管护办法"),
      trs("2020-05-12", 1003, "清河县农村宅基地审批规程"), trs("2020-04-02", 1004, "清河县政府投资项目管理办法"),
    ],
    [
      trs("2020-01-15", 2001, "清河县临时救助实施细则"), trs("2019-11-04", 2002, "清河县公共租赁住房管理办法"),
      trs("2019-08-21", 2003, "清河县地名管理实施办法"), trs("2019-06-30", 2004, "清河县养老服务补贴办法"),
    ],
    [trs("2019-03-12", 3001, "清河县河道采砂管理办法"), trs("2018-12-20", 3002, "清河县烟花爆竹管理规定")],
  ]
  static let secondPageDead = "/zcwj/202001/t20200115_2001.html"
  static let policyWithFiles = "/zcwj/202009/t20200909_1001.html"

  /// Oldest first: the newest rows stand on the last page.
  static let plans: [[Row]] = [
    [
      trs("2017-02-10", 5001, "清河县2017年工作安排"), trs("2017-09-01", 5002, "清河县供热专项规划"),
      trs("2018-03-02", 5003, "清河县2018年工作安排"), trs("2018-10-15", 5004, "清河县排水专项规划"),
    ],
    [
      trs("2019-03-01", 5005, "清河县2019年工作安排"), trs("2019-11-20", 5006, "清河县停车设施规划"),
      trs("2020-03-03", 5007, "清河县2020年工作安排"), trs("2021-02-20", 5008, "清河县2021年工作安排"),
    ],
  ]

  static let personnel = [
    Row.dated("2020-05-11", 1, "关于任命县水务局负责人的通知", in: "/rsrm/"),
    Row.dated("2019-12-03", 2, "关于任命县统计局负责人的通知", in: "/rsrm/"),
    Row.dated("2019-04-18", 3, "关于任命县审计局负责人的通知", in: "/rsrm/"),
  ]

  static let responses = [
    ("2021-03-01", 2211, "关于集中供热温度问题的回应"), ("2021-01-20", 2210, "关于公交末班时间问题的回应"),
    ("2020-11-11", 2209, "关于小学划片问题的回应"),
  ].map { Row(date: $0.0, title: $0.2, path: "info/1032/\($0.1).htm") }

  /// Titles and addresses without a date; the articles carry it in their tag.
  static let figures = ["2020年全县经济运行情况", "2020年全县人口抽样调查结果", "2019年全县经济运行情况"]
  static let figureDates = ["2021-02-28", "2021-01-31", "2020-02-27"]

  /// Two weeks and one day old.
  static let inspections = [
    Row.dated("2021-02-23", 1, "节后复工检查情况", in: "/dcjc/"), Row.dated("2021-02-10", 2, "节前市场检查情况", in: "/dcjc/"),
    Row.dated("2021-01-12", 3, "扬尘治理检查情况", in: "/dcjc/"),
  ]

  static let monthDay = [
    ("03-05", "基层调研工作情况"), ("02-27", "信访接待工作情况"), ("12-30", "年终总结工作情况"), ("11-11", "民主评议工作情况"),
  ]

  static let jcms = [
    ("2021-03-08", 501, "教育局召开开学工作会议"), ("2021-03-01", 502, "教育局检查校园食品卫生"),
    ("2021-02-19", 503, "教育局安排新学期工作"), ("2021-01-25", 504, "教育局发布寒假安全提示"),
  ].map { date, number, title in
    let parts = date.split(separator: "-").compactMap { Int($0) }
    return Row(date: date, title: title, path: "/art/\(parts[0])/\(parts[1])/\(parts[2])/art_1234_\(number).html")
  }

  static let jpaas = [
    ("2021-03-06", "白水镇开展人居环境整治"), ("2021-03-02", "白水镇召开防火工作会议"), ("2021-02-26", "白水镇走访困难群众"),
    ("2021-02-17", "白水镇部署春节值班工作"),
  ].enumerated().map { index, item in
    Row(
      date: item.0, title: item.1,
      path: "/bsz/gzdt/art/2021/art_9f8e7d6c5b4a39281706f5e4d3c2b1a\(index).html")
  }

  static let township = [
    Row.dated("2021-03-07", 1, "龙潭乡开展河道清理工作", in: "/ltx/gzdt/"),
    Row.dated("2021-02-25", 2, "龙潭乡召开春耕生产会议", in: "/ltx/gzdt/"),
    Row.dated("2021-02-05", 3, "龙潭乡慰问困难党员", in: "/ltx/gzdt/"),
  ]

  private static func trs(_ date: String, _ number: Int, _ title: String) -> Row {
    let parts = date.split(separator: "-")
    return Row(
      date: date, title: title, path: "./\(parts[0])\(parts[1])/t\(parts[0])\(parts[1])\(parts[2])_\(number).html")
  }
}
