import DuwangCore

/// Runs of digits that may be somebody's: what the three checks of privacy share.
enum Digits {
  /// Maximal runs of ASCII digits (full-width ones too), with a closing X; runs that touch letters, dots or `*` are left out.
  static func runs(in passage: Passage, _ lengths: ClosedRange<Int>) -> [Range<Int>] {
    var (runs, index) = ([Range<Int>](), 0)
    while index < passage.count {
      guard Passage.isDigit(passage.folded[index]) else {
        index += 1
        continue
      }
      let start = index
      while Passage.isDigit(passage.at(index)) { index += 1 }
      var end = index
      if [0x58, 0x78].contains(passage.at(end)), end - start == 17 { end += 1 }
      if lengths.contains(end - start), !joins(passage.at(start - 1)), !joins(passage.at(end)) {
        runs.append(start..<end)
      }
      index = max(end, start + 1)
    }
    return runs
  }

  /// Numbers written in groups, `6228 4812 3456 7890 123`: groups of four, or of an identity card's parts.
  static func grouped(in passage: Passage, _ shapes: [[Int]]) -> [Range<Int>] {
    var (found, index) = ([Range<Int>](), 0)
    while index < passage.count {
      guard Passage.isDigit(passage.folded[index]), !Passage.isDigit(passage.at(index - 1)) else {
        index += 1
        continue
      }
      let start = index
      let match = shapes.compactMap { end(passage, start, $0) }.max()
      if let match, !joins(passage.at(start - 1)), !joins(passage.at(match)) { found.append(start..<match) }
      index = max(match ?? 0, start + 1)
    }
    return found
  }

  private static func end(_ passage: Passage, _ start: Int, _ shape: [Int]) -> Int? {
    var index = start
    for (place, length) in shape.enumerated() {
      let isLast = place == shape.count - 1
      for step in 0..<length {
        let isX = isLast && step == length - 1 && [0x58, 0x78].contains(passage.at(index))
        guard Passage.isDigit(passage.at(index)) || isX else { return nil }
        index += 1
      }
      if !isLast {
        guard [0x20, 0x2d].contains(passage.at(index)) else { return nil }
        index += 1
      }
    }
    return Passage.isDigit(passage.at(index)) ? nil : index
  }

  private static func joins(_ code: UInt32) -> Bool {
    Passage.isLetter(code) || [0x2a, 0x2e, 0x5f, 0x2f, 0x3d, 0xd7].contains(code)
  }

  /// The digits of a span without its blanks and dashes.
  static func plain(_ passage: Passage, _ range: Range<Int>) -> [UInt32] {
    passage.folded[range].filter { ![0x20, 0x2d].contains($0) }
  }

  /// First two and last two stay.
  static func masked(_ passage: Passage, _ range: Range<Int>) -> String {
    let text = String(String.UnicodeScalarView(plain(passage, range).compactMap(Unicode.Scalar.init)))
    return text.prefix(2) + String(repeating: "*", count: max(0, text.count - 4)) + text.suffix(2)
  }

  /// Up to `reach` scalars on both sides within the paragraph.
  static func context(_ passage: Passage, _ range: Range<Int>, _ reach: Int) -> String {
    passage.before(range.lowerBound, reach) + " " + passage.after(range.upperBound, reach)
  }
}

/// Whole identity card numbers (GB 11643): province, birth date and check digit right. Masked forms pass.
struct IDCards: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    let spans =
      Digits.runs(in: passage, 18...18) + Digits.grouped(in: passage, [[6, 8, 4], [6, 4, 4, 4], [4, 4, 4, 4, 2]])
    let old = Digits.runs(in: passage, 15...15).filter { isOldNumber(passage, $0) }
    return (spans.filter { Self.isValid(Digits.plain(passage, $0)) } + old).map { range in
      let context = Digits.context(passage, range, 30)
      let isOther = Self.others.contains { context.contains($0) } && !context.contains("身份证")
      let masked = Digits.masked(passage, range)
      return Suspicion(
        kind: .privacyIDCard, confidence: isOther ? .suspected : .certain, offset: range.lowerBound,
        length: range.count,
        text: masked, message: "出现完整的身份证号\(masked)（\(range.count == 15 ? "15位" : "出生日期和校验码均有效")）。", rule: Self.rule)
    }
  }

  /// Fifteen digits, as until 1999, right after words for it: they have no check digit.
  private func isOldNumber(_ passage: Passage, _ range: Range<Int>) -> Bool {
    let digits = passage.folded[range].map { Int($0 - 0x30) }
    let before = passage.before(range.lowerBound, 10)
    return ["身份证", "身份号码", "证件号码"].contains { before.contains($0) }
      && Self.provinces.contains(digits[0] * 10 + digits[1])
      && Day(1900 + digits[6] * 10 + digits[7], digits[8] * 10 + digits[9], digits[10] * 10 + digits[11]) != nil
  }

  private static func isValid(_ codes: [UInt32]) -> Bool {
    let digits = codes.map { Passage.isDigit($0) ? Int($0 - 0x30) : 10 }
    guard digits.count == 18, provinces.contains(digits[0] * 10 + digits[1]) else { return false }
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    guard (1900...2100).contains(year), Day(year, digits[10] * 10 + digits[11], digits[12] * 10 + digits[13]) != nil
    else { return false }
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return checks[sum % 11] == digits[17]
  }

  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83,
  ]
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  /// Check digit by remainder; 10 is X.
  private static let checks = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
  private static let others = ["信用代码", "订单", "流水", "项目编", "项目代码", "合同编", "编码", "条码", "单号"]
  private static let rule = "《个人信息保护法》第二十五条；GB 11643—1999《公民身份号码》"
}

/// Mobile numbers in lists of names. The one or two numbers of a notice's contact line are meant to be there.
struct Phones: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    let runs = Digits.runs(in: passage, 11...11).filter { isMobile(passage.folded[$0]) }
    let personal = runs.filter { range in
      let context = passage.before(range.lowerBound, 24)
      return !Self.office.contains { context.contains($0) } && !isContact(passage, range)
    }
    // Fewer than three are contacts more often than a list.
    guard Set(personal.map { passage.text($0) }).count >= 3 else { return [] }
    return personal.map { range in
      let masked = Digits.masked(passage, range)
      return Suspicion(
        kind: .privacyPhone, confidence: .suspected, offset: range.lowerBound, length: range.count, text: masked,
        message: "名单中出现完整手机号\(masked)，全文共\(personal.count)个。", rule: Self.rule)
    }
  }

  /// After 联系人： in one of the lines above, blanks apart (联 系 人).
  private func isContact(_ passage: Passage, _ range: Range<Int>) -> Bool {
    let before = passage.text(max(0, range.lowerBound - 90)..<range.lowerBound).filter { !$0.isWhitespace }
    return ["联系人：", "联系人:", "联系方式：", "联系方式:"].contains { before.contains($0) }
  }

  private func isMobile(_ codes: ArraySlice<UInt32>) -> Bool {
    let digits = Array(codes)
    return digits[0] == 0x31 && (0x33...0x39).contains(digits[1]) && Set(digits.dropFirst(3)).count > 1
  }

  private static let office = ["联系", "咨询", "热线", "值班", "举报", "监督", "受理", "报名", "客服", "服务电话", "办公"]
  private static let rule = "《个人信息保护法》第二十五条：公开个人信息应当取得单独同意"
}

/// Bank card numbers: a card's prefix, Luhn's check digit and a word that speaks of cards. Accounts of companies and
/// offices in tenders and fee notices are public.
struct BankCards: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    let spans =
      Digits.runs(in: passage, 16...19)
      + Digits.grouped(in: passage, (0...3).map { [4, 4, 4, 4] + ($0 == 0 ? [] : [$0]) } + [[6, 13]])
    return spans.filter { isCard(Digits.plain(passage, $0).map { Int($0) - 0x30 }) }.compactMap { range in
      let context = Digits.context(passage, range, 40)
      // The head of a table stands some rows above.
      let head = passage.text(max(0, range.lowerBound - 400)..<range.lowerBound)
      guard Self.cards.contains(where: { context.contains($0) || head.contains($0) }),
        !Self.corporate.contains(where: { context.contains($0) })
      else { return nil }
      let masked = Digits.masked(passage, range)
      return Suspicion(
        kind: .privacyBankCard, offset: range.lowerBound, length: range.count, text: masked,
        message: "出现完整的银行卡号\(masked)（校验码有效）。", rule: Self.rule)
    }
  }

  private func isCard(_ digits: [Int]) -> Bool {
    let two = digits[0] * 10 + digits[1]
    guard two == 62 || digits.count == 16 && (digits[0] == 4 || (51...55).contains(two)), Set(digits).count > 2 else {
      return false
    }
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let doubled = item.offset % 2 == 1 ? item.element * 2 : item.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }

  private static let cards = ["卡号", "账号", "帐号", "银行卡", "开户", "一卡通", "账户", "帐户", "储蓄卡", "社保卡", "折卡", "存折"]
  private static let corporate = [
    "公司", "单位名称", "对公", "保证金", "基本户", "基本账户", "户名：财政", "财政局", "非税", "交易中心", "工会", "委员会", "纳税人识别号",
  ]
  private static let rule = "《个人信息保护法》第二十八条：金融账户属于敏感个人信息"
}
