import DuwangCore

/// A total and its parts that do not add up: `共326条，其中A200条、B136条`. Parts that need not be all of it, rounded
/// figures and parts within parts are no fault.
struct Sums: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    zip(passage.paragraphs, passage.amounts).flatMap { paragraph, amounts in
      let amounts = amounts.filter { $0.unit != Units.percent }
      guard amounts.count >= 3 else { return [Suspicion]() }
      return sentences(passage, paragraph).flatMap { sentence in
        let inside = amounts.filter { sentence.contains($0.range.lowerBound) }
        // A table run together, or a text made to be slow.
        guard (3...Self.mostAmounts).contains(inside.count) else { return [Suspicion]() }
        let first = totalsFirst(passage, sentence, inside)
        if !first.isEmpty { return first }
        return (totalLast(passage, sentence, inside) ?? totalBeside(passage, sentence, inside)).map { [$0] } ?? []
      }
    }
  }

  /// A sentence that begins with 其中 goes on with the one before.
  private func sentences(_ passage: Passage, _ paragraph: Range<Int>) -> [Range<Int>] {
    var (ranges, start) = ([Range<Int>](), paragraph.lowerBound)
    for index in paragraph
    where passage.folded[index] == 0x3002 && !passage.has(Self.among, at: passage.skipBlanks(index + 1)) {  // 。
      ranges.append(start..<index)
      start = index + 1
    }
    return ranges + [start..<paragraph.upperBound]
  }

  /// `N条，其中A a条、B b条` and `N人（男a人、女b人）`, each place where parts begin.
  private func totalsFirst(_ passage: Passage, _ sentence: Range<Int>, _ amounts: [Amount]) -> [Suspicion] {
    PartsCue.all(in: passage, sentence).flatMap { cue -> [Suspicion] in
      let before = amounts.filter { $0.range.upperBound <= cue.place }.suffix(2).reversed()
      let heads = before.filter {
        cue.place - $0.range.upperBound <= cue.reach && $0.scaled > 0
          && !(passage.folded[$0.range.upperBound..<cue.place].dropLast().contains(0x3b))
      }
      // `4192户9349人，其中…`: a total for each unit, the nearest of its kind.
      let totals = cue.isBracket ? heads.prefix { $0.range.upperBound == cue.place } : heads[...]
      return totals.indices.filter { i in !totals[..<i].contains { $0.unit == totals[i].unit } }
        .compactMap { judge(passage, cue, totals[$0], heads: heads, amounts) }
    }
  }

  private func judge(_ passage: Passage, _ cue: PartsCue, _ total: Amount, heads: [Amount], _ amounts: [Amount])
    -> Suspicion?
  {
    let all = amounts.filter { cue.scope.contains($0.range.lowerBound) && $0.unit == total.unit }
    let parts = all.filter { !isChange(passage, $0) && !isNested(passage, $0, cue) }
    // The head before the nearest may be what the parts make (共326件，已办300件，其中…).
    guard !total.isRough, !isBound(passage, total), parts.count >= 2,
      !heads.contains(where: { $0.unit == total.unit && (adds($0, all) || adds($0, parts)) })
    else { return nil }
    let isWhole = cue.isWhole || Self.wholes.contains { passage.before(total.range.lowerBound, 12).contains($0) }
    let isOpen = parts.last.map { passage.after($0.range.upperBound, 2).hasPrefix("等") } ?? true
    return judge(passage, total, groups(passage, parts), isWhole: isWhole, isOpen: isOpen)
  }

  /// `A a条、B b条，合计N条`.
  private func totalLast(_ passage: Passage, _ sentence: Range<Int>, _ amounts: [Amount]) -> Suspicion? {
    for total in amounts.dropFirst(2) where !total.isRough && isSum(passage, total) {
      let parts = amounts.filter {
        $0.range.upperBound <= total.range.lowerBound && $0.unit == total.unit && !isChange(passage, $0)
      }
      guard parts.count >= 2, !adds(total, parts) else { continue }
      // Brackets hold parts of parts: `甲镇20户（新建8户）`.
      let outer = parts.filter { depth(passage, sentence.lowerBound, $0.range.lowerBound) == 0 }
      if outer.count >= 2, adds(total, outer) { continue }
      if let found = judge(passage, total, [outer], isWhole: true, isOpen: false, isAdded: true) { return found }
    }
    return nil
  }

  /// `共收到申请9件，当面申请2件，网络申请3件，信函申请4件。`: no word tells that the parts are parts, but that they fill the rest
  /// of the sentence and are named alike, the last is what remains, or the first is called the total.
  private func totalBeside(_ passage: Passage, _ sentence: Range<Int>, _ amounts: [Amount]) -> Suspicion? {
    for (place, total) in amounts.enumerated().dropLast(2) where !total.isRough && amounts[place + 1].unit == total.unit
    {
      let before = passage.before(total.range.lowerBound, 16)
      guard Self.wholes.contains(where: { before.contains($0) }) else { continue }
      var (parts, labels) = ([Amount](), [String]())
      for part in amounts[(place + 1)...] {
        let label = passage.text((parts.last ?? total).range.upperBound..<part.range.lowerBound)
        guard part.unit == total.unit, !isChange(passage, part), part.scaled < total.scaled,
          (3...20).contains(label.count),
          label.first.map(Self.joints.contains) == true, !label.dropFirst().contains(where: Self.joints.contains)
        else { break }
        parts.append(part)
        labels.append(label)
      }
      guard let last = parts.last, last.range.upperBound >= sentence.upperBound - 1, parts.count >= 2 else { continue }
      let isNamed = Self.totals.contains { before.hasSuffix($0) }
      let isAlike = Set(labels.map { $0.suffix(2) }).count == 1
      let isRest = Self.remainders.contains { labels[labels.count - 1].contains($0) }
      guard isRest || parts.count >= 3 && (isNamed || isAlike) else { continue }
      return judge(passage, total, [parts], isWhole: false, isOpen: false, isAdded: true)
    }
    return nil
  }

  private func isSum(_ passage: Passage, _ total: Amount) -> Bool {
    let before = passage.before(total.range.lowerBound, 4)
    return Self.sums.contains { before.hasSuffix($0) } || ["，共", "、共", "；共", "，共有"].contains { before.hasSuffix($0) }
  }

  /// All parts, and those up to each semicolon: what follows one is often another matter.
  private func groups(_ passage: Passage, _ parts: [Amount]) -> [[Amount]] {
    var groups = [parts]
    for index in parts.indices.dropFirst(2) {
      let between = passage.text(parts[index - 1].range.upperBound..<parts[index].range.lowerBound)
      if between.contains("；") || between.contains(";") { groups.append(Array(parts[..<index])) }
    }
    return groups
  }

  private func judge(
    _ passage: Passage, _ total: Amount, _ groups: [[Amount]], isWhole: Bool, isOpen: Bool, isAdded: Bool = false
  ) -> Suspicion? {
    let whole = groups[0]
    guard whole.count >= 2, !groups.contains(where: { adds(total, $0) }), isAdded || !isMixed(passage, whole)
    else { return nil }
    for parts in groups where !parts.contains(where: \.isRough) {
      let sum = parts.reduce(Int64(0)) { $0 &+ $1.scaled }
      let difference = abs(sum - total.scaled)
      guard isOneDigit(difference, min(total.step, parts.map(\.step).min() ?? total.step)) else { continue }
      // One digit off by chance: one in three of numbers below fifty, one in thirty of those of a thousand.
      let digits = total.scaled / max(1, total.step)
      guard isWhole || parts.count >= 3 || digits >= 100, !(isOpen && sum < total.scaled) else { continue }
      // Two parts larger than the whole are another quantity; one may hold the wrong digit.
      guard parts.count(where: { $0.scaled > total.scaled }) <= 1 else { continue }
      let isSure = isWhole && digits >= 100 && (parts.count >= 3 || sum > total.scaled || digits >= 1_000)
      return suspicion(passage, total, parts, sum, isSure)
    }
    return nil
  }

  private func suspicion(_ passage: Passage, _ total: Amount, _ parts: [Amount], _ sum: Int64, _ isSure: Bool)
    -> Suspicion
  {
    let words = parts.map { passage.text($0.range) }.joined(separator: "+")
    let whole = passage.text(total.range)
    let unit = passage.text(total.range.upperBound - total.unit.count..<total.range.upperBound)
    return passage.suspicion(
      .sumMismatch, total.range, isSure ? .certain : .suspected,
      message: "总数为\(whole)，分项\(words)合计为\(Amount.text(sum, like: whole))\(unit)，两者不符。", rule: Self.rule)
  }

  /// Whether the parts, or the parts up to some place, or those without a nested group, make the total.
  private func adds(_ total: Amount, _ parts: [Amount]) -> Bool {
    let slack =
      total.step > 10_000 || parts.contains { $0.step != 10_000 }
      ? parts.reduce(total.step) { $0 &+ $1.step } / 2 : 0
    func matches(_ sum: Int64) -> Bool { abs(sum - total.scaled) <= slack }
    for start in parts.indices {
      var sum = Int64(0)
      for end in start..<parts.count {
        sum &+= parts[end].scaled
        if (start == 0 || end == parts.count - 1) && end > start && matches(sum) { return true }
      }
    }
    let all = parts.reduce(Int64(0)) { $0 &+ $1.scaled }
    // A group whose own parts follow it is counted once: leave out any run that adds up to the part before it.
    for head in parts.indices {
      var sum = Int64(0)
      for end in (head + 1)..<max(parts.count, head + 1) {
        sum &+= parts[end].scaled
        if sum == parts[head].scaled, matches(all - sum) { return true }
      }
    }
    return false
  }

  /// One wrong digit: the difference is one digit and zeros, and not more than the whole.
  private func isOneDigit(_ difference: Int64, _ step: Int64) -> Bool {
    var rest = difference / max(step, 1)
    guard difference % max(step, 1) == 0 else { return false }
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return (1...9).contains(rest)
  }

  /// `50个以上`: the number is a limit.
  private func isBound(_ passage: Passage, _ amount: Amount) -> Bool {
    ["以上", "以下", "以内", "左右"].contains(passage.after(amount.range.upperBound, 2))
  }

  /// `增长5万元`, `同比减少3件` are changes, not parts.
  private func isChange(_ passage: Passage, _ amount: Amount) -> Bool {
    var before = passage.before(amount.range.lowerBound, 6)
    if before.contains("增加值") { before.replace("增加值", with: "") }
    return Self.changes.contains { before.contains($0) }
      || ["/", "每"].contains { passage.after(amount.range.upperBound, 1) == $0 }
      || before.hasSuffix("每")
  }

  /// In brackets deeper than the parts' own.
  private func isNested(_ passage: Passage, _ amount: Amount, _ cue: PartsCue) -> Bool {
    depth(passage, cue.scope.lowerBound, amount.range.lowerBound) > 0
  }

  private func depth(_ passage: Passage, _ start: Int, _ end: Int) -> Int {
    var depth = 0
    for index in start..<max(start, end) {
      if passage.folded[index] == 0x28 { depth += 1 }
      if passage.folded[index] == 0x29 { depth = max(0, depth - 1) }
    }
    return depth
  }

  /// Parts by different marks (党员20名、女性15名) overlap and need not add up; men and women do, and what is marked alike
  /// (城市低保、农村低保) or as done and to be done.
  private func isMixed(_ passage: Passage, _ parts: [Amount]) -> Bool {
    var previous = parts[0].range.lowerBound - 12
    let labels = parts.map { part -> String in
      defer { previous = part.range.upperBound }
      let label = passage.text(max(0, previous, part.range.lowerBound - 16)..<part.range.lowerBound)
      return String(label[(label.lastIndex { "，。；：、中为括".contains($0) } ?? label.startIndex)...])
    }
    let marked = labels.filter { label in Self.marks.contains { label.contains($0) } }
    let isSexes = labels.contains { $0.contains("男") } && labels.contains { $0.contains("女") }
    let isAlike = Self.marks.contains { mark in labels.allSatisfy { $0.contains(mark) } }
    let isRest =
      labels.dropLast().contains { $0.contains("已") || $0.contains("完成") }
      && Self.remainders.contains {
        labels[labels.count - 1].contains($0)
      }
    return !marked.isEmpty && !(isSexes && parts.count == 2) && !isAlike && !isRest
      && Self.heads.contains(parts[0].unit)
  }

  private static let mostAmounts = 80
  private static let among = "其中".codes
  private static let totals = ["总数", "总数为", "总计", "合计", "总额", "总额为", "总量", "总量为"]
  private static let remainders = ["正在", "未", "尚", "其余", "剩余", "其他", "其它"]
  private static let joints: Set<Character> = ["，", "；", "、"]
  private static let wholes = ["共", "合计", "总计", "总数", "累计", "总量", "总共", "总投资", "总额", "总人", "总面积", "总收入", "总支出"]
  private static let sums = ["合计", "共计", "总计", "总共", "一共", "合计为", "总计为"]
  private static let changes = [
    "增长", "增加", "减少", "下降", "同比", "较", "比", "由", "提高到", "降至", "超过", "超出", "超额", "新增", "人均", "平均", "每", "户均", "亩均", "最高",
    "最低", "不足", "以上",
  ]
  /// Units of people and what is counted like them.
  private static let heads = Set(["人", "名", "位", "户", "个", "所", "家", "人次"].map(\.codes))
  private static let marks = [
    "党员", "女", "男", "少数民族", "学历", "本科", "大专", "研究生", "岁以下", "岁以上", "残疾", "贫困", "脱贫", "低保", "老人", "儿童", "团员", "职称", "退役",
    "重点", "示范", "已", "正在", "完成", "未", "新", "合格", "在建", "达标",
  ]
  private static let rule = "合计与分项应当一致（国办秘函〔2019〕19号：内容准确，条款待核对）"
}
