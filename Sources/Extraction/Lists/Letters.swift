import DuwangCore
import HTMLTree

/// Reads what rows of citizens' letters say of their answer: the status as a piece of text by itself, the days of
/// letter and answer by the heads of their columns or the words before them.
struct Letters {
  let scene: PageScene
  private let dates: RowDates
  private var tree: Tree { scene.tree }

  init(scene: PageScene) { (self.scene, dates) = (scene, RowDates(scene: scene)) }

  /// Nil where the row bears no sign of a letter. `span`: bytes of the row's text.
  func read(_ span: Range<Int>) -> Letter? {
    let status = status(span)
    var (asked, answered, bare) = (Day?.none, Day?.none, [Day]())
    for index in scene.dates(in: span).prefix(8) {
      guard let day = scene.dates[index].full, day <= scene.today else { continue }
      switch dates.letterRole(index) {
      case .asked: asked = asked ?? day
      case .answered: answered = answered ?? day
      case nil: if scene.contexts[index].role >= .edge { bare.append(day) }
      }
    }
    guard status != nil || asked != nil || answered != nil else { return nil }
    if asked == nil { asked = bare.min() }
    if answered == nil, status?.state == .answered, let last = bare.max(), let first = asked, last > first {
      answered = last
    }
    let state = status?.state ?? (answered == nil ? nil : .answered)
    return Letter(asked: asked, answered: answered, status: status?.text, state: state)
  }

  private func status(_ span: Range<Int>) -> (text: String, state: Letter.State)? {
    guard Self.signs.stands(in: tree.text[span]) else { return nil }
    let pieces = tree.text[span].split { $0 == Tree.blockMark || $0 == Tree.inlineMark }
    for piece in pieces where piece.count >= 6 && piece.count <= 60 {
      var text = Text.line(piece).trimmed(Self.brackets)[...]
      if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }), text[..<colon].hasSuffix("状态") {
        text = text[text.index(after: colon)...].drop { $0 == " " }
      }
      if let state = Self.states[String(text)] { return (String(text), state) }
    }
    return nil
  }

  /// What every status holds.
  private static let signs: WordFinder = ["复", "办", "理", "处", "答", "反馈", "解决", "结案", "回信", "审核"]
  private static let brackets: Set<Character> = ["[", "]", "【", "】", "(", ")", "（", "）", " "]

  private static let states: [String: Letter.State] = {
    let words: [(Letter.State, [String])] = [
      (
        .answered,
        ["已回复", "已答复", "已办结", "已办理", "已反馈", "已处理", "已结案", "已解决", "办结", "回复完毕", "办理完毕", "已回答", "已回信", "已复"]
      ),
      (
        .underway, ["办理中", "处理中", "受理中", "已受理", "正在办理", "正在处理", "已转办", "转办中", "已交办", "交办中", "审核中", "待审核", "回复中", "答复中"]
      ),
      (
        .waiting,
        [
          "未答复", "未回复", "待答复", "待回复", "未办结", "尚未答复", "尚未回复", "待办", "待办理", "待处理", "待受理", "未受理", "未办理", "未处理", "等待回复",
          "等待答复", "暂未回复", "暂未答复", "未回答", "无回复",
        ]
      ),
    ]
    return words.reduce(into: [:]) { map, row in for word in row.1 { map[word] = row.0 } }
  }()
}
