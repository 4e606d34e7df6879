import DuwangCore

/// Vocabulary by which a page gives away that it belongs to gambling, pornography or forgery, and the words of dealers in
/// names.
enum IllicitWords {
  /// Those of the words that stand in `text`, which is in lower case.
  static func found(in text: String) -> [String] { present(words, in: text) }

  /// Whether `text`, in lower case, offers the name of its site or says that it has expired.
  static func offersName(_ text: String) -> Bool { !present(forSale, in: text).isEmpty }

  private static func present(_ words: [String], in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return words.filter { Bytes.contain(bytes, $0) }
  }

  private static let words = [
    "赌场", "博彩", "娱乐城", "娱乐场", "投注", "百家乐", "六合彩", "真人荷官", "老虎机", "棋牌", "澳门威尼斯", "皇冠体育", "太阳城", "时时彩", "北京赛车",
    "私服", "裸聊", "色情", "成人视频", "代开发票", "办证刻章", "casino", "betting", "bet365", "porn",
  ]

  private static let forSale = [
    "域名出售", "域名转让", "此域名可以转让", "该域名正在出售", "域名停放", "域名已过期", "域名已到期", "this domain is for sale", "domain is for sale",
    "buy this domain", "this domain has expired", "domain has expired", "parked free", "domain parking",
  ]
}
