import DuwangCore
import HTMLTree

/// Reads one page: bytes in any encoding to what the page is, lists, says and leads to.
package struct PageReader: Sendable {
  private let today: Day

  /// `today`: no publication date is later, and dates without a year are counted back from it.
  package init(today: Day) { self.today = today }

  /// Any bytes give a page; what a machine cannot read is named in `unreadable`.
  package func read(_ bytes: [UInt8], url: String, contentType: String?) -> Page {
    var page = Page(url: url)
    let text = DecodedText.of(bytes, contentType: contentType)
    (page.charset, page.charsetSource) = (text.charset.name, text.source)
    guard let address = WebAddress(url) ?? WebAddress("http://localhost/") else { return page }
    let tree = HTMLTree.parse(html: Markup.prepared(text.utf8))
    let scene = PageScene(tree: tree, address: address, charset: text.charset, today: today)
    PageAssembly(scene: scene).fill(&page)
    return page
  }

  /// Merges the rows found in the answer to a list source into the page; addresses are resolved against the source's.
  package func readList(_ bytes: [UInt8], contentType: String?, source: ListSource, into page: Page) -> Page {
    var page = page
    let found = read(bytes, url: source.url, contentType: contentType)
    if !found.entries.isEmpty || found.hasList {
      page.entries += found.entries.filter { !page.entries.contains($0) }
      page.hasList = true
      page.unreadable = nil
      page.kind = page.kind == .other ? .list : page.kind
    }
    page.saysEmpty = page.entries.isEmpty && (page.saysEmpty || found.saysEmpty)
    return page
  }
}

/// What has to be mended in bytes before libxml2 reads them.
enum Markup {
  /// Zero bytes end libxml2's reading; browsers go over them.
  static func prepared(_ utf8: [UInt8]) -> [UInt8] {
    utf8.contains(0) ? utf8.map { $0 == 0 ? 0x20 : $0 } : utf8
  }
}
