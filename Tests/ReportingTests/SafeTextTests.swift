import DuwangCore
import Testing

@testable import Reporting

@Suite("来自网站的文字在显示前处理")
struct SafeTextTests {
  @Test func 身份证号留前二位和后二位() {
    #expect(SafeText.line("张某，62042319900307123X，男") == "张某，62**************3X，男")
    #expect(SafeText.line("620423199003071234") == "62**************34")
  }

  @Test func 十八位的稿件编号不遮盖() {
    #expect(SafeText.line("编号202612345678901234") == "编号202612345678901234")
    #expect(SafeText.line("6204231990030712345") == "6204231990030712345")
    let url = "http://a.test/art/620423199003071235.html"
    #expect(SafeText.address(url) == url)
  }

  @Test func 网址中校验码相符的身份证号遮盖() {
    #expect(SafeText.address("http://a.test/?id=11010519491231002X") == "http://a.test/?id=11**************2X")
  }

  @Test func 方向控制符去掉_控制字符换成空格() {
    #expect(SafeText.line("甲\u{202e}乙\u{2066}丙\u{0}丁\n戊") == "甲乙丙 丁 戊")
  }

  @Test func 只有网页地址成为链接() {
    #expect(SafeText.link("javascript:alert(1)") == nil)
    #expect(SafeText.link("data:text/html,x") == nil)
    #expect(SafeText.link("http://a.test/x") == "http://a.test/x")
    #expect(SafeText.link(nil) == nil)
  }

  @Test func 单位编号成为安全的文件名_不同编号不同名() {
    #expect(FileNames.unit("xz-yitiaoshan") == "xz-yitiaoshan")
    #expect(FileNames.unit("一条山镇") == "一条山镇")
    for hostile in ["../../etc/passwd", "..", ".", "", "a/b", "CON", "a\0b", String(repeating: "x", count: 300)] {
      let name = FileNames.unit(hostile)
      #expect(!name.contains("/") && !name.hasPrefix(".") && name.utf8.count < 200 && !name.isEmpty)
    }
    #expect(FileNames.unit("a/b") != FileNames.unit("a.b"))
  }
}
