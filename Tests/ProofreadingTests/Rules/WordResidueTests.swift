import Testing

struct WordResidueTests {
  @Test func remainsOfWordProcessorsAreFound() {
    let found = expect("1️⃣[bookmark: _GoBack]部门类别2️⃣&nbsp;包括3️⃣<o:p>", .wordResidue, .certain)
    #expect(found.first?.text == "[bookmark: _GoBack]")
  }

  @Test(arguments: ["R&D投入", "a < b", "参见[1]", "AT&T公司"])
  func ordinarySignsPass(_ text: String) { expect(text, .wordResidue) }
}
