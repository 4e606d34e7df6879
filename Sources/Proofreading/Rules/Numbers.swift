/// A number as it stands in a text, with what is needed to compare it: value, unit, precision.
struct Amount: Sendable, Hashable {
  /// The digits, separators, multiplier and unit.
  var range: Range<Int>
  /// The digits and separators alone.
  var digits: Range<Int>
  /// In units, times 10,000.
  var scaled: Int64
  /// The place of the last printed digit, times 10,000: 10,000 for `5件`, 1,000 for `0.1件`, 10⁷ for `1千`.
  var step: Int64
  var unit: Codes
  /// 多, 余 or 几 between number and unit, or 近, 约 before it.
  var isRough: Bool

  /// Every amount of `range` in order. `1.2亿元`, `11,088条`, `3 000 人`; numerals in Chinese characters are left alone.
  static func all(in passage: Passage, _ range: Range<Int>) -> [Amount] {
    var (amounts, index) = ([Amount](), range.lowerBound)
    while index < range.upperBound {
      guard Passage.isDigit(passage.folded[index]) else {
        index += 1
        continue
      }
      let start = index
      let amount = read(passage, start, range.upperBound)
      index = max(amount?.range.upperBound ?? 0, skipNumber(passage, start, range.upperBound))
      if let amount { amounts.append(amount) }
    }
    return amounts
  }

  private static func skipNumber(_ passage: Passage, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, Passage.isDigit(passage.folded[index]) || passage.folded[index] == 0x2e { index += 1 }
    return max(index, start + 1)
  }

  private static func read(_ passage: Passage, _ start: Int, _ end: Int) -> Amount? {
    let before = passage.at(start - 1)
    if Passage.isLetter(before) || [0x2e, 0x2d, 0x2f, 0x5f, 0x2b, 0x3014, 0x5b].contains(before) { return nil }
    var (index, value, decimals, digits) = (start, Int64(0), 0, 0)
    var inFraction = false
    scan: while index < end {
      let code = passage.folded[index]
      if Passage.isDigit(code) {
        digits += 1
        if digits > 13 { return nil }
        value = value * 10 + Int64(code - 0x30)
        if inFraction { decimals += 1 }
      } else if code == 0x2c, !inFraction, isGroup(passage, index + 1, end) {
        // A comma before three digits groups them.
      } else if code == 0x2e, !inFraction, Passage.isDigit(passage.at(index + 1)) {
        inFraction = true
      } else {
        break scan
      }
      index += 1
    }
    let numberEnd = index
    if decimals > 4 { return nil }
    var scale = Int64(10_000)
    for _ in 0..<decimals { scale /= 10 }
    index = passage.skipBlanks(index)
    var isRough = isRoughBefore(passage, start)
    func skipRough() {
      if [0x591a, 0x4f59, 0x51e0].contains(passage.at(index)) {  // 多 余 几
        isRough = true
        index += 1
      }
    }
    skipRough()
    while let power = multipliers[passage.at(index)] {
      let (product, overflow) = scale.multipliedReportingOverflow(by: power)
      if overflow { return nil }
      scale = product
      index += 1
      skipRough()
    }
    let (scaled, overflow) = value.multipliedReportingOverflow(by: scale)
    guard !overflow, let unit = Units.at(passage, index, end) else { return nil }
    return Amount(
      range: start..<index + unit.count, digits: start..<numberEnd, scaled: scaled, step: scale, unit: unit,
      isRough: isRough)
  }

  private static func isGroup(_ passage: Passage, _ start: Int, _ end: Int) -> Bool {
    start + 3 <= end && (start..<start + 3).allSatisfy { Passage.isDigit(passage.folded[$0]) }
      && !Passage.isDigit(passage.at(start + 3))
  }

  private static func isRoughBefore(_ passage: Passage, _ start: Int) -> Bool {
    var index = start - 1
    while Passage.isBlank(passage.at(index)) { index -= 1 }
    return [0x8fd1, 0x7ea6, 0x8d85].contains(passage.at(index))  // 近 约 超
      || passage.has([0x8d85, 0x8fc7], at: index - 1) || passage.has([0x5927, 0x7ea6], at: index - 1)  // 超过 大约
      || passage.has([0x5de6, 0x53f3], at: index - 1)  // 左右
  }

  private static let multipliers: [UInt32: Int64] = [
    0x5341: 10, 0x767e: 100, 0x5343: 1_000, 0x4e07: 10_000, 0x4ebf: 100_000_000,
  ]
}

extension Amount {
  /// In 亿 or 万 when `model` is and nothing is lost by it.
  static func text(_ scaled: Int64, like model: String) -> String {
    for (sign, power) in [("亿", Int64(100_000_000)), ("万", 10_000)] where model.contains(sign) && scaled % power == 0 {
      return text(scaled / power) + sign
    }
    return text(scaled)
  }

  private static func text(_ scaled: Int64) -> String {
    let (whole, part) = (scaled / 10_000, scaled % 10_000)
    if part == 0 { return String(whole) }
    var digits = part.description
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}

/// Measure words that are counted and added up.
enum Units {
  /// The longest unit that begins at `index`, nil when none does.
  static func at(_ passage: Passage, _ index: Int, _ end: Int) -> Codes? {
    guard let candidates = byFirst[passage.at(index)] else { return nil }
    return candidates.first { $0.count <= end - index && passage.has($0, at: index) }
  }

  static let percent: Codes = [0x25]

  private static let byFirst: [UInt32: [Codes]] = {
    let words = [
      "人次", "人", "件次", "件", "条次", "条", "户次", "户", "次", "个", "名", "位", "项", "篇", "份", "场次", "场", "期", "家", "所", "处",
      "座", "台次", "台", "辆次", "辆", "套", "幅", "册", "本", "封", "起", "宗", "例", "批次", "批", "类", "种", "张", "块", "面", "艘", "架",
      "平方公里", "平方米", "立方米", "公里", "千米", "公顷", "公斤", "千克", "千瓦时", "千瓦", "米", "亩", "吨", "元", "美元", "头只", "头", "只", "匹",
      "棵", "株", "眼", "盏", "口", "间", "栋", "幢", "门", "枚", "部", "支", "笔", "组", "队", "班次", "班", "盒", "瓶", "箱", "袋", "桶",
      "字", "%",
      "学时", "课时", "小时", "分钟", "天", "岁", "分", "倍", "孔", "道", "根", "顶", "床", "副", "对", "双", "杯", "羽", "尾",
    ]
    return Dictionary(grouping: words.map(\.codes), by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
  }()
}
