import DuwangCore
import Extraction
import Testing

@Suite("What a machine cannot read says so")
struct WallTests {
  @Test("a challenge page")
  func challenge() {
    let page = read(
      "<html><head><meta id='9D' content='{qq' r='m'><script r='m'>$_ts=window['$_ts'];</script></head><body></body></html>"
    )
    #expect(page.unreadable == .challenge)
  }

  @Test("a page that asks for a captcha")
  func wall() { #expect(read("<html><body><p>请输入验证码后继续访问</p></body></html>").unreadable == .wall) }

  @Test("an empty shell that a script fills")
  func shell() {
    let page = read(
      "<html><head><title>数据发布</title></head><body><div id='app'></div><script src='/app.js'></script></body></html>")
    #expect(page.unreadable == .scriptShell)
  }

  @Test("an empty document and a file that is no page")
  func blank() {
    #expect(read("").unreadable == .blank)
    #expect(
      PageReader(today: readingDay).read(Array("%PDF-1.4\n1 0 obj".utf8), url: "http://a.cn/x.html", contentType: nil)
        .unreadable == .notHTML)
  }
}
