import DuwangCore
import Testing

@Suite("Addresses are read as browsers read them")
struct WebAddressTests {
  private func resolved(_ reference: String, at base: String) -> String? {
    guard case .web(let address, _) = WebAddress(base)!.resolve(reference) else { return nil }
    return address.description
  }

  @Test(
    "a reference is resolved against the page's address",
    arguments: [
      ("./t2018.html", "http://a.gov.cn/x/y/", "http://a.gov.cn/x/y/t2018.html"),
      ("../../z", "http://a.gov.cn/x/y/i.html", "http://a.gov.cn/z"),
      ("//b.gov.cn/q", "https://a.gov.cn/", "https://b.gov.cn/q"),
      ("?page=2", "http://a.gov.cn/l.jsp?page=1", "http://a.gov.cn/l.jsp?page=2"),
      (" /a b/文.html ", "http://a.gov.cn/", "http://a.gov.cn/a%20b/%E6%96%87.html"),
      ("\\x\\y.html", "http://a.gov.cn/", "http://a.gov.cn/x/y.html"),
      ("HTTP://A.GOV.CN:80/X", "http://b.cn/", "http://a.gov.cn/X"),
      ("http://[::1]:8080/", "http://b.cn/", "http://[::1]:8080/"),
      ("http://b.gov.cn:8080/x?y=1", "http://a.cn/", "http://b.gov.cn:8080/x?y=1"),
      ("https://b.gov.cn:443", "http://a.cn/", "https://b.gov.cn/"),
      ("/%7Ea/%2e%2E/b", "http://a.cn/", "http://a.cn/b"),
    ])
  func resolution(reference: String, base: String, expected: String) {
    #expect(resolved(reference, at: base) == expected)
  }

  @Test(
    "what no browser opens is malformed",
    arguments: ["http://", "http://a b/", "http://x:99999/", "https://，/", "https://a]b.cn/"])
  func malformed(reference: String) {
    #expect(WebAddress("http://a.cn/")!.resolve(reference) == .malformed)
  }

  @Test("a query is written in the page's own charset")
  func queryCharset() {
    let gbk: WebAddress.QueryEncoder = { $0 == "k=网" ? Array("k=".utf8) + [0xCD, 0xF8] : Array($0.utf8) }
    guard case .web(let address, _) = WebAddress("http://a.cn/")!.resolve("s?k=网", queryEncoder: gbk) else {
      Issue.record("not resolved")
      return
    }
    #expect(address.description == "http://a.cn/s?k=%CD%F8")
  }

  @Test("a fragment leads into the page, not elsewhere")
  func fragments() {
    #expect(WebAddress("http://a.cn/")!.resolve("#%E6%96%87") == .samePage(fragment: "文"))
    #expect(WebAddress("http://a.cn/")!.resolve("javascript:void(0)") == .otherScheme("javascript"))
  }
}
