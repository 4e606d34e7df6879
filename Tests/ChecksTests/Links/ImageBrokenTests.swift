import DuwangCore
import Testing

struct ImageBrokenTests {
  @Test func pictureThatCannotBeHadIsFound() {
    var reading = Scene.reading()
    reading.links = [Scene.link("a.jpg", kind: .image), Scene.link("c.html")]
    #expect(Scene.findings("image-broken", in: reading).map(\.kind) == [.imageBroken])
  }
}
