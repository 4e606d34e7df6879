import DuwangCore
import Foundation
import Testing

@testable import Fetching

/// Walls are recognised by concrete signs, and ordinary pages are not taken for them.
@Suite struct WallSignTests {
  private func isChallenge(_ html: String, status: Int = 200, headers: [String: String] = [:]) -> Bool {
    WallSigns.isChallenge(status: status, headers: headers, body: Array(html.utf8))
  }

  @Test(arguments: [
    "<html><head><meta id=\"x\" content=\"abc\" r='m'><script type=\"text/javascript\" r='m'>$_ts=1</script></head></html>",
    "<script>(function(){$_ts=window['$_ts'];if(!$_ts)$_ts={};})()</script>",
    "<html><script>var arg1='AB12';function setCookie(n,v){} setCookie('acw_sc__v2', x)</script></html>",
    "<script>document.cookie=('_')+('_jsl_clearance=1');location.href=location.pathname+location.search</script>",
    "<html><head><title>网站防火墙</title></head><body>您的请求带有不合法参数</body></html>",
    "<html><title>Just a moment...</title><body></body></html>",
  ])
  func aWallIsAWall(html: String) { #expect(isChallenge(html)) }

  @Test func aWallSpeaksGB18030Too() throws {
    let html = try #require("<title>访问过于频繁</title>".data(using: .init(rawValue: 0x8000_0632)))
    #expect(WallSigns.isChallenge(status: 200, headers: [:], body: Array(html)))
  }

  @Test func aWallMaySaySoInAHeader() { #expect(isChallenge("x", status: 403, headers: ["cf-mitigated": "challenge"])) }

  @Test(arguments: [
    "", "<html><body>正文</body></html>", "<script>location.href='/index/index.html'</script>",
    "<title>关于开展安全生产验证的通知</title><p>验证码、安全验证、网站防火墙</p>",
    "<title>安全验证办法公布</title>" + String(repeating: "<a href='/'>更多</a>", count: 10),
    "<html><body><script>document.cookie='a=1'; function f(){location.reload()}</script><p>正文</p></body></html>",
    "<meta charset='utf-8'><a r='m'>x</a><script>var r='m'</script>",
    "<title>首页</title><script src='/acw_sc__v2.js'></script>",
  ])
  func anOrdinaryPageIsNone(html: String) { #expect(!isChallenge(html)) }

  @Test func cookiesOfAWallOnAnOrdinaryPageAreNone() {
    #expect(!isChallenge("<html><body><p>正文</p></body></html>", headers: ["set-cookie": "acw_tc=1, __jsluid_s=2"]))
  }
}
