import DuwangCore

/// The same words, sentence or paragraph written twice in a row, and function characters doubled. Reduplication (一步一步, 研究研究) is no fault.
struct RepeatedText: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    paragraphs(passage) + passage.paragraphs.flatMap { sentences(passage, $0) }
      + passage.paragraphs.flatMap { phrases(passage, $0) + words(passage, $0) + characters(passage, $0) }
  }

  /// A paragraph of prose that is followed by itself; rows of a table may be alike.
  private func paragraphs(_ passage: Passage) -> [Suspicion] {
    zip(passage.paragraphs, passage.paragraphs.dropFirst()).compactMap { first, second in
      guard first.count == second.count, first.count >= Self.longSentence, passage.folded[first].contains(0x3002),
        passage.folded[first] == passage.folded[second]
      else { return nil }
      return passage.suspicion(
        .repeatedText, second, .suspected, message: "本段与上一段文字相同，请核对是否重复。", rule: Self.rule)
    }
  }

  private func sentences(_ passage: Passage, _ paragraph: Range<Int>) -> [Suspicion] {
    var (found, start, previous) = ([Suspicion](), paragraph.lowerBound, 0..<0)
    for index in paragraph where passage.folded[index] == 0x3002 {
      let sentence = start..<index + 1
      if sentence.count >= Self.longSentence, sentence.count == previous.count,
        passage.folded[sentence] == passage.folded[previous]
      {
        found.append(
          passage.suspicion(
            .repeatedText, sentence, .suspected, message: "本句与上一句文字相同，请核对是否重复。", rule: Self.rule))
      }
      (previous, start) = (sentence, index + 1)
    }
    return found
  }

  /// A run of three to twenty Chinese characters followed by itself.
  private func phrases(_ passage: Passage, _ paragraph: Range<Int>) -> [Suspicion] {
    var found = [Suspicion]()
    for distance in Self.shortest...20 {
      for run in runs(passage.folded, paragraph, distance) {
        for end in stride(from: run.lowerBound + distance, through: run.upperBound, by: distance) {
          let range = end - distance..<end + distance
          guard isPlain(passage, range, distance) else { continue }
          let text = passage.text(end - distance..<end)
          found.append(
            passage.suspicion(
              .repeatedText, range, distance >= 5 ? .certain : .suspected, suggestion: text, message: "“\(text)”连续重复。",
              rule: Self.rule))
        }
      }
    }
    return found
  }

  /// Stretches of Chinese characters, `distance` or more of them, each equal to what stands `distance` after it. A
  /// stretch that long holds a place of every `shortest`, so only those are compared first.
  private func runs(_ codes: [UInt32], _ paragraph: Range<Int>, _ distance: Int) -> [Range<Int>] {
    var (runs, place) = ([Range<Int>](), paragraph.lowerBound)
    let limit = paragraph.upperBound - distance
    func isEqual(_ index: Int) -> Bool { codes[index] == codes[index + distance] && Passage.isHan(codes[index]) }
    while place < limit {
      guard isEqual(place) else {
        place += Self.shortest
        continue
      }
      var (start, end) = (place, place + 1)
      while start > paragraph.lowerBound, isEqual(start - 1) { start -= 1 }
      while end < limit, isEqual(end) { end += 1 }
      if end - start >= distance { runs.append(start..<end) }
      while place <= end { place += Self.shortest }
    }
    return runs
  }

  /// Not itself made of a repeated part, and not more than two times (a song, a slogan, a table's filling).
  private func isPlain(_ passage: Passage, _ range: Range<Int>, _ distance: Int) -> Bool {
    let phrase = Array(passage.folded[range.prefix(distance)])
    if phrase.first == 0x4e00 { return false }  // 一个问题一个问题
    if phrase.allSatisfy(Mojibake.marks.contains) { return false }  // 锟斤拷锟斤拷
    for period in 1...max(1, distance / 2) where period < distance {
      if zip(phrase, phrase.dropFirst(period)).allSatisfy({ $0 == $1 }) { return false }
    }
    let next = Array(passage.folded[range.upperBound..<min(passage.count, range.upperBound + distance)])
    let previous = Array(passage.folded[max(0, range.lowerBound - distance)..<range.lowerBound])
    return next != phrase && previous != phrase
  }

  /// Words of two characters that are never reduplicated, written twice: 深入深入开展.
  private func words(_ passage: Passage, _ paragraph: Range<Int>) -> [Suspicion] {
    let codes = passage.folded
    return paragraph.dropLast(3).compactMap { index in
      guard codes[index] == codes[index + 2], codes[index + 1] == codes[index + 3],
        let after = Self.repeatable[[codes[index], codes[index + 1]]],
        !after.contains(passage.at(index + 4)), passage.at(index - 2) != codes[index],
        passage.at(index + 4) != codes[index]
      else { return nil }
      let word = passage.text(index..<index + 2)
      return passage.suspicion(
        .repeatedText, index..<index + 4, .suspected, suggestion: word, message: "“\(word)”连续重复。", rule: Self.rule)
    }
  }

  /// Words that are written twice only by mistake, and what may follow their second writing as part of another word
  /// (工作工作者).
  private static let repeatable: [Codes: Set<UInt32>] = {
    let plain =
      "深入 加强 推进 开展 落实 贯彻 完善 健全 积极 认真 切实 全面 做好 抓好 提高 提升 促进 推动 确保 强化 加快 坚持 制定 印发 召开 举行 参加 进行 根据 按照 通过 关于 以及 因此 对于 由于 "
      + "严格 扎实 有效 不断 继续 充分 广泛 及时 努力 大力 着力 牢固 持续 严厉 高度 重视 我县 全县 全市 本县 各级 各项 相关 有关 情况 问题 精神 措施 任务"
    let heads = "工作 会议 建设 政府 项目 单位"
    return Dictionary(
      uniqueKeysWithValues: plain.split(separator: " ").map { (String($0).codes, []) }
        + heads.split(separator: " ").map { (String($0).codes, Set("者量组人站室日会队长员家部费局所处性化区法制网报书力司厅办公经内职".codes)) })
  }()

  private func characters(_ passage: Passage, _ paragraph: Range<Int>) -> [Suspicion] {
    paragraph.dropLast().filter { passage.folded[$0] == passage.folded[$0 + 1] }.compactMap { index in
      let code = passage.folded[index]
      guard let guards = Self.doubled[code], passage.at(index - 1) != code,
        passage.at(index + 2) != code, Passage.isHan(passage.at(index - 1)), Passage.isHan(passage.at(index + 2)),
        !guards.before.contains(passage.at(index - 1)), !guards.after.contains(passage.at(index + 2))
      else { return nil }
      let text = passage.text(index..<index + 1)
      return passage.suspicion(
        .repeatedText, index..<index + 2, .suspected, suggestion: text, message: "“\(text)”重复。", rule: Self.rule)
    }
  }

  /// Characters that are doubled by mistake, with neighbours that make the pair right (目的的, 为了了解, 饱和和).
  private static let doubled: [UInt32: (before: Set<UInt32>, after: Set<UInt32>)] = {
    let table = [
      ("的", "目标有端众", "确士"), ("了", "为除罢得完", "解然"), ("和", "共饱总中平缓温调谐祥", "谐平气解睦"), ("与", "参赋授给", "否"), ("或", "", "许"),
      ("及", "以涉普危", "其时早"), ("并", "合兼归吞", "购入网"), ("将", "即必", "来军近"), ("在", "实存所现正内潜自何好外", "线于建"), ("被", "", "子"),
      ("第", "门次等及科落", ""),
    ]
    return Dictionary(uniqueKeysWithValues: table.map { ($0.0.codes[0], (Set($0.1.codes), Set($0.2.codes))) })
  }()
  private static let shortest = 3
  /// Scalars from which the same sentence twice is a slip.
  private static let longSentence = 12
  private static let rule = "文字不应重复"
}
