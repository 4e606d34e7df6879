import Testing

@testable import Tables

@Suite("Text tables") struct DelimitedTextTests {
  @Test("what is written is read back: quotes, line breaks, commas, and what looks like a formula")
  func roundTrip() {
    let rows = [["编号", "说明"], ["0a1b", "他说“好”，\"行\"\n第二行"], ["-1", "=HYPERLINK(\"x\")"], ["＋86", "'引文"]]
    let text = LegacyText.decode(DelimitedText.csv(rows)) ?? ""
    #expect(DelimitedText.rows(text).map { $0.map(CellText.plain) } == rows)
    #expect(!text.contains("\n\"=") && text.contains("\"'=HYPERLINK"))
  }
}
