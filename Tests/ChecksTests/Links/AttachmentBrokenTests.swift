import DuwangCore
import Testing

struct AttachmentBrokenTests {
  @Test func fileThatCannotBeHadIsFoundWhateverItIs() {
    var reading = Scene.reading()
    var fake = Scene.link("b.pdf", kind: .attachment, fault: nil)
    fake.isSoftNotFound = true
    reading.links = [Scene.link("a.doc", kind: .attachment), fake, Scene.link("c.html")]
    #expect(
      Scene.findings("attachment-broken", in: reading).map(\.target) == [Scene.home + "a.doc", Scene.home + "b.pdf"])
  }
}
