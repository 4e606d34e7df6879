import DuwangCore
import Testing

@testable import History

/// What of a changed text is shown, and how.
@Suite struct TextDiffTests {
  private func difference(_ old: [String], _ new: [String]) -> TextDiff.Difference {
    func text(_ paragraphs: [String]) -> PageText {
      var page = Page(url: "http://a.gov.cn/1.html")
      (page.kind, page.blocks) = (.article, paragraphs.map { TextBlock($0) })
      return PageText(page)
    }
    return TextDiff.between(text(old), text(new))
  }

  /// `「kept」`, `[-deleted-]`, `[+inserted+]`, one string a changed paragraph; moved ones begin with `↕`.
  private func shown(_ old: [String], _ new: [String]) -> [String] {
    difference(old, new).blocks.map { block in
      (block.isMoved ? "↕" : "")
        + block.runs.map { run in
          switch run.operation {
          case .keep: run.text
          case .delete: "[-\(run.text)-]"
          case .insert: "[+\(run.text)+]"
          }
        }.joined()
    }
  }

  @Test("A number changes as a whole")
  func numbers() {
    #expect(
      shown(["拨付资金3000元，惠及群众。"], ["拨付资金3200元，惠及群众。"]) == ["拨付资金[-3000-][+3200+]元，惠及群众。"])
    #expect(shown(["增长12.5%，合格。"], ["增长13.5%，合格。"]) == ["增长[-12.5%-][+13.5%+]，合格。"])
  }

  @Test("A date changes as a whole")
  func dates() {
    #expect(
      shown(["定于2018年12月31日召开会议。"], ["定于2019年1月3日召开会议。"])
        == ["定于[-2018年12月31日-][+2019年1月3日+]召开会议。"])
  }

  @Test("Only the sentence that changed is taken apart")
  func sentences() {
    let result = shown(
      ["会议指出，今年工作成效明显。要继续布署落实。会议要求抓好落实。"], ["会议指出，今年工作成效明显。要继续部署落实。会议要求抓好落实。"])
    #expect(result == ["会议指出，今年工作成效明显。要继续[-布-][+部+]署落实。会议要求抓好落实。"])
  }

  @Test("A paragraph added, removed and moved is each shown once")
  func paragraphs() {
    let texts = ["第一条 本办法适用于全县。", "第二条 各乡镇按月上报。", "第三条 由县政府办公室解释。", "第四条 自发布之日起施行。"]
    #expect(shown(texts, Array(texts.dropFirst(2)) + []).count == 2)
    #expect(shown(texts, texts + ["联系电话见附件。"]) == ["[+联系电话见附件。+]"])
    #expect(shown(texts, [texts[0], texts[2], texts[3], texts[1]]) == ["↕第二条 各乡镇按月上报。"])
  }

  @Test("Unchanged paragraphs before a change are counted")
  func skipped() {
    let old = ["甲。", "乙。", "丙1。", "丁。", "戊2。"]
    let new = ["甲。", "乙。", "丙3。", "丁。", "戊4。"]
    #expect(difference(old, new).blocks.map(\.skipped) == [2, 1])
  }

  @Test(
    "Counters, clocks, weather and blanks are no change",
    arguments: [
      ("来源：县政府办 浏览次数：123", "来源：县政府办 浏览次数：4567"), ("今天是2018年12月31日 星期一", "今天是2019年1月1日 星期二"),
      ("阅读：12 次", "阅读：13 次"), ("景泰 晴 -3℃～8℃", "景泰 多云 -5℃～2℃"), ("　　各乡镇：", "各乡镇："),
      ("您是第1024位访问者", "您是第2048位访问者"), ("通知如下\u{200b}", "通知\u{feff}如下"), ("共\u{a0}三项", "共 三项"),
    ])
  func noise(_ pair: (String, String)) {
    #expect(difference(["标题", pair.0], ["标题", pair.1]).blocks.isEmpty)
  }

  @Test(
    "What looks like a counter in running text is a change",
    arguments: [
      ("全年访问群众300人。", "全年访问群众320人。"), ("会议次数由3次减为2次，参会30人。", "会议次数由3次减为2次，参会31人。"),
      ("发布日期：2018-12-31 浏览次数：5", "发布日期：2018-12-30 浏览次数：5"),
    ])
  func noNoise(_ pair: (String, String)) {
    #expect(!difference([pair.0], [pair.1]).blocks.isEmpty)
  }

  @Test("Inserted and deleted characters are counted")
  func counts() {
    let difference = difference(["拨付3000元。", "删去。"], ["拨付3200元。"])
    #expect(difference.inserted == 4)
    #expect(difference.deleted == 7)
  }

  @Test("A text without a counterpart is replaced, not scattered")
  func replaced() {
    let runs = Runs.between("关于召开全县教育工作会议的通知", "2019年部门预算公开说明材料汇编")
    #expect(runs.count == 2)
  }

  @Test("Applying the difference to the old text gives the new one")
  func property() {
    var random = Seeded(seed: 47)
    for round in 0..<400 {
      let old = (0..<Int.random(in: 0...12, using: &random)).map { _ in Texts.paragraph(&random) }
      let new = Texts.edited(old, count: round % 9, &random)
      let (before, after) = (visible(old), visible(new))
      let edits = TextDiff.edits(before, after)
      guard !edits.isEmpty else {
        #expect(before == after)
        continue
      }
      #expect(Texts.newSide(edits) == after)
      #expect(Texts.oldSide(edits).sorted() == before.sorted())
    }
  }

  private func visible(_ texts: [String]) -> [String] { texts.map(Noise.visible).filter { !$0.isEmpty } }

  @Test("No difference of a text with itself, whatever it holds")
  func reflexive() {
    var random = Seeded(seed: 3)
    for _ in 0..<100 {
      let text = (0..<8).map { _ in Texts.paragraph(&random) }
      #expect(difference(text, text.map { "　" + $0 + " " }).blocks.isEmpty)
    }
  }

  @Test("Hostile texts are compared in bounded time", .timeLimit(.minutes(1)))
  func hostile() {
    let many = (0..<20_000).map { "\($0 % 3)" }
    let other = (0..<20_000).map { "\(($0 * 7) % 5)" }
    _ = difference(many, other)
    let long = [String(repeating: "一二三。", count: 20_000)]
    _ = difference(long, [String(repeating: "三一二；", count: 20_000)])
    _ = difference(
      [String(repeating: "9", count: 100_000)], [String(repeating: "-", count: 99_999)])
  }
}

/// Made-up official prose, for properties.
enum Texts {
  private static let words = [
    "各乡镇", "县直各部门", "关于", "2018年", "12月31日", "3000元", "增长12.5%", "，", "。", "；", "进一步", "落实", "通知", "工作",
    "“放管服”", "改革", "、", "会议", "GDP", "！", "要求", "扶贫",
  ]

  static func paragraph(_ random: inout Seeded) -> String {
    (0..<Int.random(in: 1...40, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined()
  }

  static func edited(_ text: [String], count: Int, _ random: inout Seeded) -> [String] {
    var text = text
    for _ in 0..<count {
      let at = text.isEmpty ? 0 : Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text.insert(paragraph(&random), at: at)
      case _ where text.isEmpty: continue
      case 1: text.remove(at: at)
      case 2: text.append(text.remove(at: at))
      case 3: text[at] = text[at].replacing("3000", with: "3200").replacing("会议", with: "大会", maxReplacements: 1)
      default: text[at] += words.randomElement(using: &random) ?? ""
      }
    }
    return text
  }

  static func newSide(_ edits: [BlockEdit]) -> [String] {
    edits.compactMap { edit in
      switch edit {
      case .same(let text), .moved(let text), .added(let text): text
      case .removed: nil
      case .changed(let runs): runs.side(without: .delete)
      case .changedRow(let cells): Self.row(cells, without: .delete)
      }
    }
  }

  static func oldSide(_ edits: [BlockEdit]) -> [String] {
    edits.compactMap { edit in
      switch edit {
      case .same(let text), .moved(let text), .removed(let text): text
      case .added: nil
      case .changed(let runs): runs.side(without: .insert)
      case .changedRow(let cells): Self.row(cells, without: .insert)
      }
    }
  }

  private static func row(_ cells: [[ChangedBlock.Run]], without operation: ChangedBlock.Operation) -> String {
    cells.map { $0.side(without: operation) }.joined(separator: String(PageText.cellMark))
  }
}
