import DuwangCore

/// A list that says how many things it names, and names another number: `包括甲、乙、丙共4个类别`, `甲镇、乙镇、丙镇、丁镇等3个乡镇`.
struct CountedList: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    totals(passage) + passage.places(of: 0x7b49).compactMap { short(passage, $0) }  // 等
  }

  private func totals(_ passage: Passage) -> [Suspicion] {
    passage.amounts.joined().compactMap { amount in
      let number = Int(amount.scaled / 10_000)
      guard Self.units.contains(passage.text(amount.range.upperBound - amount.unit.count..<amount.range.upperBound)),
        (3...60).contains(number), !amount.isRough, amount.step == 10_000,
        passage.at(passage.skipBack(amount.range.lowerBound)) == 0x5171,  // 共
        let list = list(passage, amount.range.lowerBound)
      else { return nil }
      // 和, 及 may join two items or stand inside one.
      let joints = min(list.joints, 2)
      let fits = list.isOpen ? number >= list.items : (list.items...list.items + joints).contains(number)
      // Without a word that begins the list its first item is not sure to be all that stands there: off by one is a slip.
      guard !fits, list.isNamed || !list.isOpen && [list.items - 1, list.items + joints + 1].contains(number) else {
        return nil
      }
      return passage.suspicion(
        .countInconsistent, amount.range, .suspected,
        message: "文中称共\(passage.text(amount.range))，实际列出\(list.items + min(joints, 1))项，请核对。", rule: Self.rule)
    }
  }

  /// More names of one kind before 等 than the number behind it tells.
  private func short(_ passage: Passage, _ index: Int) -> Suspicion? {
    guard let (number, end) = Numerals.readAny(passage, index + 1), number >= 2,
      Self.counted.contains(passage.at(end))
    else { return nil }
    let items = passage.at(index - 1) == 0x300b ? titles(passage, index) : names(passage, index)
    guard items > number else { return nil }
    return passage.suspicion(
      .countInconsistent, index + 1..<end + 1, .suspected,
      message: "文中称等\(passage.text(index + 1..<end + 1))，实际列出\(items)项，请核对。", rule: Self.rule)
  }

  /// Titles in a row: 《甲》《乙》、《丙》.
  private func titles(_ passage: Passage, _ end: Int) -> Int {
    var (count, index) = (0, end - 1)
    while passage.at(index) == 0x300b {
      var depth = 0
      repeat {
        depth += passage.at(index) == 0x300b ? 1 : passage.at(index) == 0x300a ? -1 : 0
        index -= 1
      } while depth > 0 && index >= 0 && end - index < 600 && passage.at(index + 1) != 0x0a
      if depth > 0 { return count }
      count += 1
      if passage.at(index) == 0x3001 { index -= 1 }
    }
    return count
  }

  /// Names parted by 、 that end alike: 镇 or 乡, 局, 村.
  private func names(_ passage: Passage, _ end: Int) -> Int {
    guard let kind = Self.kinds.first(where: { $0.contains(passage.at(end - 1)) }) else { return 0 }
    var (count, index) = (0, end - 1)
    while kind.contains(passage.at(index)) {
      var start = index
      while start > 0, Passage.isHan(passage.at(start - 1)), index - start < 15 { start -= 1 }
      guard (2...14).contains(index - start + 1) else { break }
      count += 1
      guard passage.at(start - 1) == 0x3001 else { break }
      index = start - 2
    }
    return count
  }

  /// Items between 包括/分为, or the beginning of the clause, and 共, parted by 、. Nil when there is no such list.
  private func list(_ passage: Passage, _ end: Int) -> (items: Int, joints: Int, isOpen: Bool, isNamed: Bool)? {
    var index = passage.skipBack(end) - 1
    let stop = max(0, index - 400)
    var (marks, joints) = (0, 0)
    let isOpen = passage.at(index) == 0x7b49  // 等
    while index >= stop {
      let code = passage.folded[index]
      if [0x3002, 0x0a, 0x3b, 0x2c].contains(code) { return nil }
      if code == 0x3001 { marks += 1 }
      if code == 0x548c || code == 0x53ca || code == 0x4e0e { joints += 1 }
      if Self.starts.contains(where: { passage.has($0, at: index) }) {
        return marks >= 2 ? (marks + 1, joints, isOpen, true) : nil
      }
      if Self.openers.contains(where: { passage.has($0, at: index) }) {
        return marks >= 2 ? (marks + 1, joints, isOpen, false) : nil
      }
      index -= 1
    }
    return nil
  }

  private static let starts = ["包括", "分为", "包含", "涵盖", "涉及"].map(\.codes)
  /// Verbs whose objects a list may be.
  private static let openers = ["设立", "设置", "开设", "建成", "选定", "确定", "评选出", "成立", "组建", "制定"].map(\.codes)
  /// 个 家 名 所 项 类 种 位
  private static let counted = Set("个家名所项类种位".codes)
  private static let kinds = ["镇乡", "局委", "村", "县区", "社区"].map { Set($0.codes) }
  private static let units: Set<String> = ["个", "类", "项", "种", "家", "所"]
  private static let rule = "列举项数应当与所称数量一致"
}

extension Passage {
  /// Index of the first scalar before `index` that is no blank.
  func skipBack(_ index: Int) -> Int {
    var index = index - 1
    while Passage.isBlank(at(index)) { index -= 1 }
    return index
  }
}
