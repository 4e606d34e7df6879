import DuwangCore

/// Points within a paragraph that skip or repeat a number: 一是…二是…四是, 第一，…第三，, （一）…；（三）…. Points of a point start
/// anew.
struct NumberedPoints: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.paragraphs.flatMap { paragraph -> [Suspicion] in
      var (series, found) = ([Form: Series](), [Suspicion]())
      for index in paragraph {
        guard let (form, number, range) = Self.point(passage, index, paragraph.lowerBound) else { continue }
        if let slip = series[form, default: Series()].take(number) {
          let mark = passage.text(range)
          found.append(
            passage.suspicion(
              .numbering, range, .suspected,
              message: slip == .skip ? "分项由上一项直接跳到“\(mark)”，缺少一项。" : "分项序号“\(mark)”重复。", rule: Self.rule))
        }
      }
      return found
    }
  }

  private struct Series {
    enum Slip { case skip, again }
    private var (last, starts, isMiscounted) = (0, 0, false)

    /// What is wrong with `number` after those before.
    mutating func take(_ number: Int) -> Slip? {
      let previous = last
      // Points of a point, or another series.
      last = (previous...previous + 2).contains(number) || number == 1 ? number : 0
      if number == 1 {
        starts += 1
        isMiscounted = false
        return nil
      }
      if previous > 0, number == previous + 2 { return isMiscounted ? nil : .skip }
      // Where points have points of their own the outer series goes on with a number of the inner.
      guard number == previous, starts < 2, !isMiscounted else { return nil }
      isMiscounted = true
      return .again
    }
  }

  private enum Form { case yi, ordinal, bracket, bracketDigit }

  private static func point(_ passage: Passage, _ index: Int, _ start: Int) -> (Form, Int, Range<Int>)? {
    let code = passage.folded[index]
    if code == 0x662f, index > start, let number = Numerals.digits[passage.at(index - 1)],  // 是
      follows(passage, index - 1, start, marks)
    {
      return (.yi, number, index - 1..<index + 1)
    }
    if code == 0x7b2c, let number = Numerals.digits[passage.at(index + 1)],  // 第
      passage.at(index + 2) == 0x2c, follows(passage, index, start, stops)
    {
      return (.ordinal, number, index..<index + 2)
    }
    guard code == 0x28, index > start, follows(passage, index, start, stops),
      let (number, end) = Numerals.readAny(passage, index + 1), number < 100, passage.at(end) == 0x29,
      Passage.isHan(passage.at(end + 1))
    else { return nil }
    return (Passage.isDigit(passage.at(index + 1)) ? .bracketDigit : .bracket, number, index..<end + 1)
  }

  private static func follows(_ passage: Passage, _ index: Int, _ start: Int, _ marks: Set<UInt32>) -> Bool {
    index == start || marks.contains(passage.at(passage.skipBack(index)))
  }

  /// 。；：
  private static let stops: Set<UInt32> = [0x3002, 0x3b, 0x3a]
  /// Those, ，、 and brackets.
  private static let marks: Set<UInt32> = stops.union([0x2c, 0x3001, 0x201c, 0x28, 0x29])
  private static let rule = "GB/T 9704—2012《党政机关公文格式》7.3.3 结构层次序数"
}
