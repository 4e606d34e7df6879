import DuwangCore
import Glibc
import HTMLTree

/// Reads one page: bytes in any encoding to what the page is, lists, says and leads to.
package struct PageReader: Sendable {
  private let today: Day

  /// `today`: no publication date is later, and dates without a year are counted back from it.
  package init(today: Day) { self.today = today }

  /// Any bytes give a page; what a machine cannot read is named in `unreadable`.
  /// `contentType` is the HTTP header as sent; an answer in JSON or XML records is read as a list.
  package func read(_ bytes: [UInt8], url: String, contentType: String?) -> Page {
    read(bytes, url: url, contentType: contentType, linksSuffice: false).page
  }

  /// Of a page that surely is one only links, places and the next page: its text is long, holds no words of
  /// `MissingWords`, and no script fills it. `isWhole`: all was read, since something was not sure.
  package func readLinks(_ bytes: [UInt8], url: String, contentType: String?) -> (page: Page, isWhole: Bool) {
    read(bytes, url: url, contentType: contentType, linksSuffice: true)
  }

  private func read(
    _ bytes: [UInt8], url: String, contentType: String?, linksSuffice: Bool
  ) -> (page: Page, isWhole: Bool) {
    var page = Page(url: url)
    if Walls.isFile(bytes) {
      page.unreadable = .notHTML
      return (page, true)
    }
    let text = DecodedText.of(bytes, contentType: contentType)
    (page.charset, page.charsetSource) = (text.charset.name, text.source)
    guard let address = WebAddress(url) ?? WebAddress("http://localhost/") else { return (page, true) }
    let isMarkup = text.utf8.prefix(1024).contains(0x3c) && text.utf8.first { $0 > 0x20 } == 0x3c
    if !isMarkup || Bytes.contains(text.utf8.prefix(400), "<datastore")
      || Bytes.contains(text.utf8.prefix(400), "<recordset"),
      let records = RecordReader(address: address, charset: text.charset, today: today).read(text.utf8)
    {
      page.kind = .list
      (page.entries, page.hasList, page.nextPage) = (records.entries, records.isList, records.nextPage)
      page.unreadable = records.isList ? nil : .noList
      return (page, true)
    }
    let source = Markup.prepared(text.utf8)
    let scene = PageScene(
      linksOf: HTMLTree.parse(html: source), address: address, charset: text.charset, today: today)
    page.isQuirky = !Bytes.contains(source.prefix(512), "<!DOCTYPE") && !Bytes.contains(source.prefix(512), "<!doctype")
    let signs = FamilySigns(source: source, address: address)
    if linksSuffice, LinksAssembly(scene: scene, signs: signs).fill(&page) { return (page, false) }
    PageAssembly(scene: scene.whole(), signs: signs).fill(&page)
    return (page, true)
  }

  /// Merges the rows found in the answer to a list source into the page; addresses are resolved against the source's.
  package func readList(_ bytes: [UInt8], contentType: String?, source: ListSource, into page: Page) -> Page {
    var page = page
    var found = read(bytes, url: source.url, contentType: contentType)
    if let part = source.ownPart {
      let own = found.entries.filter { $0.url?.contains(part) ?? false }
      if !own.isEmpty { found.entries = own }
    }
    if !found.entries.isEmpty || found.hasList {
      page.entries += found.entries.filter { !page.entries.contains($0) }
      page.hasList = true
      page.unreadable = nil
      page.nextPage = page.nextPage ?? found.nextPage
      if page.kind == .other { page.kind = .list }
    }
    page.saysEmpty = page.entries.isEmpty && (page.saysEmpty || found.saysEmpty)
    return page
  }
}
