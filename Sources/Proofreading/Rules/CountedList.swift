import DuwangCore

/// A list that says how many things it names, and names another number: `包括甲、乙、丙共4个类别`.
struct CountedList: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
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
      guard !fits else { return nil }
      return passage.suspicion(
        .countInconsistent, amount.range, .suspected,
        message: "文中称共\(passage.text(amount.range))，实际列出\(list.items + min(joints, 1))项，请核对。", rule: Self.rule)
    }
  }

  /// Items between 包括/分为 and 共, parted by 、. Nil when there is no such list in the sentence.
  private func list(_ passage: Passage, _ end: Int) -> (items: Int, joints: Int, isOpen: Bool)? {
    var index = passage.skipBack(end) - 1
    let stop = max(0, index - 400)
    var (marks, joints) = (0, 0)
    let isOpen = passage.at(index) == 0x7b49  // 等
    while index >= stop {
      let code = passage.folded[index]
      if code == 0x3002 || code == 0x0a || code == 0x3b { return nil }
      if code == 0x3001 { marks += 1 }
      if code == 0x548c || code == 0x53ca || code == 0x4e0e { joints += 1 }
      if code == 0x2c { return nil }
      if Self.starts.contains(where: { passage.has($0, at: index) }) {
        return marks >= 2 ? (marks + 1, joints, isOpen) : nil
      }
      index -= 1
    }
    return nil
  }

  private static let starts = ["包括", "分为", "包含", "涵盖", "涉及"].map(\.codes)
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
