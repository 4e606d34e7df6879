import Checks
import DuwangCore
import Testing

struct SoftNotFoundTests {
  private func page(title: String, _ body: String, kind: Page.Kind = .other) -> Page {
    var page = Page(url: Scene.home + "x.html")
    (page.title, page.documentTitle, page.kind) = (title, title, kind)
    page.blocks = [TextBlock(body)]
    return page
  }
  private let long = String(repeating: "根据工作安排，现将有关事项通知如下。", count: 12)

  @Test func twoSignsTogetherProveAMissingPage() {
    #expect(SoftNotFound.judge(page: page(title: "404", "您访问的页面不存在"), randomProbe: nil) != nil)
    #expect(SoftNotFound.judge(page: page(title: "提示信息 - 景泰县人民政府", "3秒后自动返回首页"), randomProbe: nil) != nil)
    #expect(SoftNotFound.judge(page: page(title: "景泰县人民政府", "对不起，您访问的页面不存在或已被删除"), randomProbe: nil) != nil)
    let probe = page(title: "景泰县", "没有您要的内容，请从导航进入。编号7", kind: .other)
    #expect(SoftNotFound.judge(page: page(title: "景泰县", "没有您要的内容，请从导航进入。编号8"), randomProbe: probe) != nil)
  }

  @Test func onePhraseAloneProvesNothing() {
    #expect(SoftNotFound.judge(page: page(title: "网站常见问题", long + "您访问的页面不存在"), randomProbe: nil) == nil)
    #expect(SoftNotFound.judge(page: page(title: "404错误", long), randomProbe: nil) == nil)
    #expect(SoftNotFound.judge(page: page(title: "通知", "放假一天。"), randomProbe: nil) == nil)
  }

  @Test func articlesThatQuoteTheWordsAreArticles() {
    var article = page(title: "关于网站提示“页面不存在”的说明", "部分市民反映打开时提示“您访问的页面不存在”。", kind: .article)
    article.publishedAt = Scene.today
    #expect(SoftNotFound.judge(page: article, randomProbe: nil) == nil)
    #expect(SoftNotFound.judge(page: page(title: "国道G404线养护", "今日完成养护。"), randomProbe: nil) == nil)
  }

  @Test func listThatHasNothingIsAList() {
    var list = page(title: "政府会议", "暂无信息", kind: .list)
    (list.hasList, list.saysEmpty) = (true, true)
    #expect(SoftNotFound.judge(page: list, randomProbe: list) == nil)
  }

  @Test func wallsAndScriptShellsAreNotMissing() {
    var shell = page(title: "景泰县", "")
    shell.unreadable = .scriptShell
    #expect(SoftNotFound.judge(page: shell, randomProbe: shell) == nil)
  }

  @Test func aPageUnlikeTheRandomAnswerIsAPage() {
    #expect(SoftNotFound.judge(page: page(title: "简介", "本县位于甘肃省。"), randomProbe: page(title: "首页", long)) == nil)
  }
}
