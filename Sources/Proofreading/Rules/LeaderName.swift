import DuwangCore

/// Names and posts of leaders against the office's register: a name after the post that differs from the holder's in one
/// character that sounds alike, and a holder named with a post of someone else.
struct LeaderName: Rule {
  private let leaders: [RegisteredLeader]
  private let titles: [Codes]
  private let titleWords: AhoCorasick
  private let nameWords: AhoCorasick

  init(_ leaders: [RegisteredLeader]) {
    self.leaders = leaders
    titles = Array(Set(leaders.map(\.title.codes))).sorted { $0.lexicographicallyPrecedes($1) }
    titleWords = AhoCorasick(titles)
    nameWords = AhoCorasick(leaders.map(\.name.codes))
  }

  func suspicions(in passage: Passage) -> [Suspicion] {
    guard !leaders.isEmpty else { return [] }
    let hits = titleWords.hits(in: passage.folded).filter { !isPartOfLonger(passage, $0.range) }
    return hits.compactMap { misspelt(passage, $0) } + hits.compactMap { misplaced(passage, $0) }
  }

  /// `县长张玮` where the register has 县长 张伟.
  private func misspelt(_ passage: Passage, _ hit: AhoCorasick.Hit) -> Suspicion? {
    guard !isPast(passage, hit.range.lowerBound) else { return nil }
    let holders = leaders.filter { $0.title.codes == titles[hit.word] && $0.holds(on: passage.published) }
    let start = passage.skipBlanks(hit.range.upperBound)
    guard !leaders.contains(where: { passage.has($0.name.codes, at: start) }) else { return nil }
    for holder in holders {
      let name = holder.name.codes
      let range = start..<start + name.count
      guard range.upperBound <= passage.count else { continue }
      let window = Array(passage.folded[range])
      let wrong = name.indices.filter { name[$0] != window[$0] }
      guard wrong.count == 1, let place = wrong.first, Passage.isHan(window[place]),
        Pronunciation.isAlike(window[place], name[place]), endsName(passage, range.upperBound)
      else { continue }
      return passage.suspicion(
        .leaderName, range, severity: .severe, name.count >= 3 || place > 0 ? .certain : .suspected,
        suggestion: holder.name,
        message: "\(holder.title)姓名“\(passage.text(range))”与领导名册“\(holder.name)”只差一字，应为“\(holder.name)”。",
        rule: Self.rule)
    }
    return nil
  }

  /// The right name right after a post that the register gives to others only.
  private func misplaced(_ passage: Passage, _ hit: AhoCorasick.Hit) -> Suspicion? {
    let start = passage.skipBlanks(hit.range.upperBound)
    let title = titles[hit.word]
    let named = leaders.filter { passage.has($0.name.codes, at: start) }
    guard let leader = named.first, endsName(passage, start + leader.name.codes.count),
      !named.contains(where: { $0.title.codes == title && $0.holds(on: passage.published) }),
      named.contains(where: { $0.holds(on: passage.published) }), !isPast(passage, hit.range.lowerBound),
      let now = named.first(where: { $0.holds(on: passage.published) })
    else { return nil }
    return passage.suspicion(
      .leaderName, hit.range.lowerBound..<start + leader.name.codes.count, severity: .severe, .suspected,
      suggestion: now.title + now.name,
      message: "领导名册中\(now.name)的职务为“\(now.title)”，文中为“\(passage.text(hit.range))”，请核对职务和任职时间。", rule: Self.rule)
  }

  /// 副县长 holds 县长, 县长助理 begins with it: another post.
  private func isPartOfLonger(_ passage: Passage, _ range: Range<Int>) -> Bool {
    [0x526f, 0x539f, 0x524d].contains(passage.at(range.lowerBound - 1))  // 副 原 前
      || ["助理", "办公", "信箱", "热线", "候选"].contains { passage.has($0.codes, at: range.upperBound) }
  }

  private func isPast(_ passage: Passage, _ start: Int) -> Bool {
    let before = passage.before(start, 12)
    return ["时任", "原", "曾任", "历任", "前任", "免去", "不再担任"].contains { before.contains($0) }
  }

  /// What follows a name in the news; another Chinese character may be the third of a longer name.
  private func endsName(_ passage: Passage, _ index: Int) -> Bool {
    let next = passage.at(index)
    return !Passage.isHan(next) || Self.followers.contains(next)
  }

  private static let followers = Set("主出带到在作讲说参深同率赴就对表强和、与及一会前来先致指要调为向了现督检陪介宣做等".codes)
  private static let rule = "领导姓名职务名册（content.leaders）；国办秘函〔2019〕19号单项否决：出现严重表述错误"
}
