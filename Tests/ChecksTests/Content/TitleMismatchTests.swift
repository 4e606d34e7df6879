import DuwangCore
import Testing

struct TitleMismatchTests {
  private func page(_ title: String, _ body: String) -> Page {
    Scene.page("a.html", title: title, body: body + String(repeating: "各项工作有序推进，取得了较好成效。", count: 8))
  }

  @Test func titleAndBodyOfDifferentYearsAreSuspected() {
    let found = Scene.findings("title-mismatch", on: page("景泰县2018年工作报告", "2017年，全县工作有序推进。2017年完成投资。"))
    #expect(found.map(\.kind) == [.titleMismatch])
    #expect(found.first?.confidence == .suspected)
  }

  @Test func titleAndBodyOfDifferentTownshipsAreSuspected() {
    var targets = Scene.targets()
    targets.units.append(OwnerUnit(id: "luyang", name: "芦阳镇", kind: .township))
    let page = page("一条山镇召开工作会议", "芦阳镇召开工作会议。芦阳镇各村负责人参加。")
    #expect(Scene.findings("title-mismatch", on: page, in: Scene.context(targets)).count == 1)
  }

  @Test func bodiesThatMentionTheYearOrNoneAndReviewsPass() {
    for body in ["2018年，全县工作有序推进，比2017年增长，2017年基数较低。", "今年以来，全县工作有序推进。", "2017年以来，工作有序推进。"] {
      #expect(Scene.findings("title-mismatch", on: page("景泰县2018年工作报告", body)).isEmpty, "\(body)")
    }
  }
}
