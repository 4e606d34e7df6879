import DuwangCore

/// 互动回应差: letters and questions as the lists told of them at the last reading.
struct LetterMeasure {
  private let facts: IndicatorFacts
  private let day: Day
  private var read: [LettersState] { facts.letters.filter(\.isRead) }

  init(_ facts: IndicatorFacts, _ day: Day) { (self.facts, self.day) = (facts, day) }

  /// Letters of the last year that are said to be open for longer than `window`.
  func overdue(_ item: IndicatorItem) -> Measured {
    guard !facts.letters.isEmpty else { return .nothing("读网配置中没有来信、咨询类栏目") }
    let (window, year) = (item.window ?? Period(3, .months), Period(1, .years))
    let open = read.flatMap { state in
      state.letters.enumerated().filter { $0.element.isOpen == true && year.after($0.element.asked) >= day }
        .map { (state, $0.offset, $0.element.asked) }
    }
    let late = open.filter { window.after($0.2) < day }
    var measured = Measured(amount: Double(late.count), value: "\(late.count)件")
    measured.hits = late.map { "letter:\($0.0.column):\($0.2):\($0.1)" }
    if let oldest = open.map(\.2).min() {
      let left = window.after(oldest) - day
      measured.value += left < 0 ? "，最早\(oldest.chineseFull)，已超\(-left)日" : "，最早\(oldest.chinese)，距期限余\(left)日"
      measured.isNear = item.warnWindow.map { $0.after(oldest) < day } ?? false
    }
    let silent = read.flatMap(\.letters).count { $0.isOpen == nil }
    if silent > 0 { measured.value += "；另有\(silent)件列表未注明是否答复，未计入" }
    measured.unread = facts.letters.count { !$0.isRead }
    if measured.unread > 0 { measured.value += "；\(measured.unread)个栏目机器未能读取" }
    let columns = Set(late.map(\.0.column))
    measured.evidence = facts.findings.filter {
      $0.finding.kind == .replyOverdue && $0.status.isOpen && $0.finding.column.map(columns.contains) ?? false
    }.map(\.finding.id)
    return measured
  }

  /// No letter within `window` in any column that could be read.
  func silent(_ item: IndicatorItem) -> Measured {
    guard !read.isEmpty else { return .nothing("没有读到来信、咨询类栏目") }
    let window = item.window ?? Period(1, .years)
    let recent = read.flatMap(\.letters).count { window.after($0.asked) >= day }
    // Letters without dates, and those of a column that was not read, may be recent ones.
    if recent == 0, read.count < facts.letters.count { return .nothing("有来信、咨询类栏目机器未能读取，须人工查看") }
    if recent == 0, read.contains(where: { $0.undated > 0 }) { return .nothing("有来信未标注日期，须人工查看") }
    var measured = Measured(amount: recent == 0 ? 1 : 0, value: "\(window.chinese)内来信\(recent)件")
    measured.hits = ["letters-silent"]
    return measured
  }

  func missing() -> Measured {
    guard !facts.letters.isEmpty else { return .nothing("读网配置中没有来信、咨询类栏目，须人工核对网站是否设有") }
    guard let open = read.first else { return .nothing("\(facts.letters.count)个来信、咨询类栏目机器均未能读取，须人工查看") }
    return Measured(value: "“\(open.name)”可以打开")
  }
}
