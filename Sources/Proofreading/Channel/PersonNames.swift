/// Names of people behind a post or a byline's word (副总编辑王红文): their characters are chosen freely, and that another name
/// is better known says nothing.
enum PersonNames {
  /// The span stands in a name of two or three characters between such a word and a mark.
  static func hold(_ range: Range<Int>, _ passage: Passage) -> Bool {
    (max(0, range.lowerBound - 2)...range.lowerBound).contains { start in
      guard surnames.contains(passage.at(start)) else { return false }
      var end = start
      while end - start < 4, Passage.isHan(passage.at(end)) { end += 1 }
      return (2...3).contains(end - start) && range.upperBound <= end && followsPost(start, passage)
    }
  }

  private static func followsPost(_ start: Int, _ passage: Passage) -> Bool {
    var before = start
    while start - before < 3, gaps.contains(passage.at(before - 1)) { before -= 1 }
    return before >= 2 && posts.contains([passage.at(before - 2), passage.at(before - 1)])
  }

  /// A blank or a colon.
  private static let gaps: Set<UInt32> = [0x20, 0x3000, 0x3a, 0xff1a]

  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊\
    秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯\
    纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗\
    瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝
    """.unicodeScalars.map(\.value).filter(Passage.isHan))

  /// Last two characters of words that a name follows.
  private static let posts = Set(
    """
    书记 主任 县长 市长 区长 省长 州长 镇长 乡长 村长 局长 厅长 部长 处长 科长 股长 所长 站长 队长 院长 校长 行长 会长 社长 组长 班长 总长 台长 馆长 园长 \
    主席 委员 常委 编辑 责编 总编 记者 讯员 审核 校对 供稿 摄影 撰稿 作者 编审 监制 初审 复审 终审 签发 系人 任人 责人 经理 董事 监事 代表 教授 老师 医生 \
    护士 律师 村民 户主 干部 同志 先生 女士 秘书 主持 姓名 队员 成员 党员 民警 法官 察官 专员 政委 参谋 会计 厂长 店长
    """.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
}
