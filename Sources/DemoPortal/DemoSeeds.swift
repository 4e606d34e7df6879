import DuwangCore

/// What is put among the ordinary articles: the known faults, and what only looks like one.
extension DemoPortal {
  /// `MM-DD` of the newest ordinary article where a column is to be late, or just in time.
  static let newestOverrides = [
    "bm-fgj/gzdt": "03-15", "xz-hewan/gzdt": "12-16", "xz-dongyuan/tzgg": "06-29", "xz-xichuan/gzdt": "12-17",
    "bm-jyj/gzdt": "12-01",
  ]

  static func adjust(_ column: inout DemoColumn) {
    switch column.key {
    case "zf-office/lxyz": column.exempt = "{ reason: 已归档专题, until: 2030-01-01 }"
    case "zf-office/yqhy", "zf-office/shms", "bm-mzj/zcfg": column.isFoundByName = true
    case "xz-shimen/tfsj": column.style = .saysEmpty
    case "xz-xichuan/tfsj": column.style = .emptyUnit
    case "xz-hewan/shjz": column.style = .missing
    case "bm-swj/ghjh": column.laterStyle = (2, .serverError)
    case "bm-swj/gzdt": column.style = .postedJSON
    default: break
    }
    if [.saysEmpty, .emptyUnit, .missing].contains(column.style) { column.items = [] }
  }

  static let seeds: [String: [DemoItem]] = [
    "zf-office/jyyw": news, "zf-office/tzgg": notices, "zf-office/zfwj": documents, "zf-office/dcjc": [pinned],
    "zf-office/zcjd": [interpretation],
    "bm-czj/gzdt": sums, "bm-jyj/gzdt": [lateNews], "bm-jyj/zcfg": [residue], "xz-dongyuan/gzdt": [wrongWord],
    "xz-shimen/gzdt": [wrongName], "xz-hewan/zcjd": [mojibake], "xz-xichuan/tzgg": [withdrawn],
    "bm-swj/gzdt": unsteady, "bm-mzj/zcfg": [busy], "zf-office/xzxx": [],
  ]

  private static func seed(
    _ title: String, _ date: String, _ path: String, days: ClosedRange<Int> = 1...3, later: [Int: [String]] = [:],
    _ body: String...
  ) -> DemoItem {
    DemoItem(
      title: title, date: Day("2018-\(date)") ?? Day(number: 0), path: path, body: body, later: later, days: days)
  }

  private static let news = [
    seed(
      "景塬县召开年度重点工作汇报会", "12-29", "/jyyw/201812/t20181229_900101.html",
      "12月28日，景塬县召开年度重点工作汇报会，听取各乡镇、各部门工作情况汇报。", "会议对春节前后的市场供应和安全生产工作作出安排。"),
    seed(
      "景塬县开展节前市场检查", "12-30", "/jyyw/201812/t20181230_900102.html", days: 2...3,
      "检查组对县城内的农贸市场、超市进行检查，督促经营户落实进货查验制度。", "对检查中发现的标签不全等情况，检查组要求经营户立即改正。"),
    seed(
      "景塬县人民政府领导看望一线职工", "12-31", "/jyyw/201812/t20181231_900103.html", days: 3...3,
      "新年来临之际，县人民政府领导看望慰问环卫、供热、供水等岗位的职工。", "领导同志详细询问大家的工作和生活情况，叮嘱大家注意安全。"),
    seed(
      "景塬县供水管网改造工程进展顺利", "12-30", "/jyyw/201812/t20181230_900001.html", days: 2...3,
      "截止目前，供水管网改造工程已完成管道铺设二十三公里。", "施工单位正在对已完工的路段进行回填和路面恢复。"),
    seed(
      "景塬县安排春季农业生产物资储备", "12-27", "/jyyw/201812/t20181227_900002.html",
      later: [3: ["会议对春耕备耕工作进行了安排部署，要求各乡镇提前摸清种子、化肥需求。", "农资企业汇报了储备情况。"]],
      "会议对春耕备耕工作进行了安排布署，要求各乡镇提前摸清种子、化肥需求。", "农资企业汇报了储备情况。"),
    seed(
      "景塬县规范政府网站错误提示页面", "12-19", "/jyyw/201812/t20181219_900003.html",
      "县政府办公室对全县政府网站的错误提示页面进行了统一规范。以往群众点开失效的链接，页面只显示“您访问的页面不存在或已被删除”，没有说明原因，也没有给出返回的途径。",
      "规范以后，错误提示页面增加了返回首页、站内检索和联系电话三项内容，群众可以通过站内检索找到所需要的信息。",
      "办公室要求各栏目责任单位每周检查一次链接，发现失效的及时更换，并在栏目更新记录中登记备查。"),
    seed(
      "景塬县举办公文写作讲座", "12-18", "/jyyw/201812/t20181218_900004.html",
      "讲座使用的教材为《“布署”还是“部署”：公文常见错别字辨析》和《“做为”与“作为”辨析》，由县图书馆统一购置。", "参加讲座的工作人员结合工作中的实例进行了讨论。"),
    seed(
      "景塬县发布冬季旅游线路", "12-26", "/jyyw/201812/t20181226_900005.html",
      later: [
        2: ["景塬县文化馆发布冬季旅游线路四条，涵盖石林、古城和温泉等景点。", "游客可以在县游客服务中心领取导览图，团队游客应当提前预约。"]
      ],
      "景塬县文化馆发布冬季旅游线路三条，涵盖石林和古城等景点。", "游客可以在县游客服务中心领取导览图。"),
  ]

  private static let notices = [
    seed(
      "关于公开征求《景塬县养犬管理规定（征求意见稿）》意见的公告", "09-20", "/tzgg/2018/0920/910011.html",
      "现将征求意见稿全文公布，公众可通过信函、电子邮件提出意见，截止时间为2018年10月20日。", "联系电话：0999-5521006。"),
    seed(
      "关于公开征求《景塬县城区停车管理规定（征求意见稿）》意见的公告", "08-20", "/tzgg/2018/0820/910012.html",
      "现将征求意见稿全文公布，公众可通过信函、电子邮件提出意见，截止时间为2018年9月20日。", "联系电话：0999-5521006。"),
    seed(
      "《景塬县城区停车管理规定》意见征集结果", "10-08", "/tzgg/2018/1008/910013.html",
      "征求意见期间收到意见12条，采纳9条，未采纳3条。", "未采纳的意见已逐条说明理由。"),
    seed(
      "景塬县机关事务办公室关于报名时间的公告", "11-26", "/tzgg/2018/1126/910001.html",
      "公益性岗位报名工作将于2018年11月31日结束，请需要报名的人员携带材料到指定地点办理。", "联系电话：0999-5521006。"),
    seed(
      "景塬县公租房配租人员名单公示", "12-14", "/tzgg/2018/1214/910002.html",
      "经审核，以下人员符合公租房配租条件，现予以公示。", "张某某，身份证号629923198003071028，家庭人口三人。",
      "李某某，身份证号6299231975********，家庭人口二人。"),
    seed(
      "景塬县创业担保贷款对象公示", "12-13", "/tzgg/2018/1213/910003.html",
      "经审核，以下人员符合创业担保贷款条件，现予以公示。", "王某某，身份证号629923********1123，从事设施农业种植。",
      "赵某某，身份证号629923********2214，从事农产品加工。"),
    seed(
      "景塬县政务服务中心年度接待情况", "12-10", "/tzgg/2018/1210/910004.html",
      "全年政务服务中心共接待办事群众46258多人次，各窗口工作秩序良好。", "各窗口实行一次告知制度。"),
    seed(
      "景塬县关于查阅征地补偿方案的公告", "11-20", "/tzgg/2018/1120/910005.html",
      "征地补偿方案请见<a href=\"/tzgg/2018/1120/zdbcfa.html\">征地补偿方案全文</a>。", "被征地村民可以到自然资源所查询地块编号。"),
    seed(
      "景塬县关于调整办事窗口的通知", "12-06", "/tzgg/2018/1206/910006.html",
      later: [3: ["不动产登记窗口迁至县政务服务中心二楼，业务办理时间保持不变。"]],
      "不动产登记窗口迁至县政务服务中心二楼，位置请见<a href=\"/tzgg/2018/1206/weizhi.html\">位置示意</a>。"),
    seed(
      "景塬县关于乡镇区划图的说明", "12-03", "/tzgg/2018/1203/910007.html",
      "各乡镇的界线以<a href=\"/xz/quhuatu.html\">行政区划示意页</a>为准。", "示意页由民政部门负责维护。"),
    seed(
      "景塬县关于查询老旧通知的说明", "11-15", "/tzgg/2018/1115/910008.html",
      "往年的停水通知请见<a href=\"/tzgg/2016/ts.html\">停水通知汇总</a>。", "汇总内容仅供查阅，不作为办事依据。"),
    seed(
      "景塬县公共自行车站点布局图", "11-12", "/tzgg/2018/1112/910009.html",
      "公共自行车站点布局见下图，市民可以就近借还。", "<img src=\"/upload/zhandian.jpg\" alt=\"站点布局图\">"),
    withFiles(
      seed(
        "景塬县关于下载申请表格的通知", "11-22", "/tzgg/2018/1122/910010.html",
        "需要办理相关业务的单位，请下载附件中的表格填写后报送办公室。"),
      [("1.业务办理申请表.pdf", "/upload/shenqingbiao.pdf"), ("2.填表说明.pdf", "/upload/tianbiao.pdf")]),
    seed(
      "景塬县关于内部管理系统的说明", "11-09", "/tzgg/2018/1109/910011.html",
      "工作人员使用的<a href=\"/private/login.html\">内部管理系统</a>不对社会开放，政务会议资料见<a href=\"/zfhy/\">政府会议</a>。",
      "社会公众请通过依申请公开渠道获取信息。"),
  ]

  private static let interpretation = seed(
    "《景塬县临时救助实施办法》政策解读", "09-25", "/zcjd/2018/0925/925001.html",
    "临时救助的对象为因火灾、交通事故、突发重大疾病等原因造成基本生活出现严重困难的家庭和个人。", "申请人向户籍所在地乡镇人民政府提出书面申请。")

  private static let documents = [
    seed(
      "景塬县人民政府关于印发《景塬县临时救助实施办法》的通知", "09-20", "/zfwj/2018/0920/920003.html",
      "各乡镇人民政府，县政府各部门：现将实施办法印发给你们，请认真贯彻执行。", "本办法由县民政局负责解释。"),
    seed(
      "景塬县人民政府关于下达第20190131号项目计划的批复", "10-08", "/zfwj/2018/1008/920001.html",
      "县发展和改革局：你局报送的请示收悉，经研究，同意下达项目计划。", "请按照基本建设程序抓紧办理前期手续。"),
    seed(
      "景塬县人民政府关于印发2019-2021年防灾减灾规划的通知（景塬政发〔2018〕1203号）", "10-22",
      "/zfwj/2018/1022/920002.html", "各乡镇人民政府，县政府各部门：现将防灾减灾规划印发给你们，请结合实际认真贯彻执行。",
      "各责任单位每半年报送一次落实情况。"),
  ]

  private static let pinned: DemoItem = {
    var item = seed(
      "景塬县督查工作制度", "01-08", "/dcjc/2018/0108/930001.html", "督查工作坚持实事求是、注重实效的原则。", "督查结果作为年度考核的依据之一。")
    item.isPinned = true
    return item
  }()

  private static let sums = [
    seed(
      "财政局公布信息公开数量", "12-17", "/czj/gzdt/2018/1217/940001.html",
      "全年共公开信息326条，其中财政预决算信息139条、政府采购信息102条、政策文件信息95条。", "各类信息均已在网站公布。"),
    seed(
      "财政局公布惠农补贴发放笔数", "12-14", "/czj/gzdt/2018/1214/940002.html",
      "全年共发放补贴378笔，其中耕地补贴169笔、草原补贴113笔、农机补贴96笔。", "补贴资金全部通过银行代发到户。"),
  ]

  private static let lateNews = seed(
    "教育局检查学校冬季取暖情况", "12-31", "/jyj/gzdt/2018/1231/950001.html", days: 3...3,
    "检查组走访了县城和乡镇的十二所学校，实地查看锅炉房和学生宿舍。", "对个别宿舍温度偏低的情况，检查组要求学校当天整改。")

  private static let residue = seed(
    "教育局校车安全管理办法", "11-06", "/jyj/zcfg/2018/1106/950002.html", "第一条 为了加强校车安全管理，保障学生上下学安全，制定本办法。",
    "[bookmark: _GoBack]第二条 校车驾驶人应当取得校车驾驶资格。")

  private static let wrongWord = seed(
    "东塬镇推进便民服务大厅建设", "12-22", "/dongyuan/gzdt/2018/1222/960001.html",
    "东塬镇把便民服务大厅做为服务群众的第一窗口，实行集中办公、一次办结。", "大厅设有低保、医保、户籍等服务窗口。")

  private static let wrongName = seed(
    "石门镇举行升国旗仪式", "12-30", "/info/1088/960002.htm", days: 2...3,
    "石门镇中心小学举行升国旗仪式，全体师生齐唱中华人民共合国国歌。", "仪式结束后，学校组织学生参观了校史展室。")

  private static let mojibake = seed(
    "河湾乡解读：农业保险政策", "10-09", "/art/2018/10/9/art_3456_960003.html",
    "锟斤拷锟斤拷锟斤拷锟揭碉拷锟斤拷锟斤拷锟竭ｏ拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟脚ｏ拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷",
    "锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟秸ｏ拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷")

  private static let withdrawn = seed(
    "西川镇关于召开村民代表会议的通知", "12-13", "/art/2018/art_5d1f2e8ab39c47601122aabbccddeeff.html", days: 1...2,
    "定于近期召开村民代表会议，研究渠道清淤事宜，请各村民代表准时参加。", "会议地点为镇政府会议室。")

  private static let unsteady: [DemoItem] = [
    unsteady("水务局检查水库安全", "12-20", "/swj/gzdt/2018/1220/970001.html", 404),
    unsteady("水务局维修灌溉渠道", "12-19", "/swj/gzdt/2018/1219/970002.html", 503),
  ]

  private static func unsteady(_ title: String, _ date: String, _ path: String, _ status: Int) -> DemoItem {
    var item = seed(title, date, path, "\(title)，工作人员逐段查看设施情况，并做好记录。", "对发现的渗漏点，养护单位已组织维修。")
    item.manner = .failsOnce(status)
    return item
  }

  private static let busy: DemoItem = {
    var item = seed(
      "民政局社会组织登记办事规程", "09-20", "/mzj/zcfg/2018/0920/970003.html", "申请成立社会组织的，应当提交申请书、章程草案等材料。",
      "登记管理机关自受理之日起在法定期限内作出决定。")
    item.manner = .busyOnce
    return item
  }()

  private static func withFiles(_ item: DemoItem, _ files: [(name: String, path: String)]) -> DemoItem {
    var item = item
    item.files = files
    return item
  }
}
