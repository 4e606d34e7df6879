import DuwangCore
import Extraction
import Rendering

/// Pages that hold nothing before their scripts have run: read through a browser where `fetch.render` asks for it.
struct ScriptedPages: Sendable {
  private let isWanted: Bool
  private let browser: Browser?

  init(settings: FetchSettings, environment: [String: String]) {
    isWanted = settings.rendersWhenNeeded
    browser = isWanted ? Browser(settings: settings, path: environment["PATH"] ?? "/usr/bin:/bin") : nil
  }

  /// The page itself unless it is an empty shell that the browser could fill. A challenge is never run.
  func filled(_ page: Page, source: PageSource, reader: PageReader) async -> (Page, PageSource) {
    guard isWanted, page.unreadable == .scriptShell else { return (page, source) }
    guard let browser else {
      var page = page
      page.unreadable = .noBrowser
      return (page, source)
    }
    guard let markup = await browser.markup(of: page.url) else { return (page, source) }
    let made = PageSource(markup, contentType: "text/html; charset=utf-8")
    let read = reader.read(made.bytes, url: page.url, contentType: made.contentType)
    return read.unreadable == nil ? (read, made) : (page, source)
  }
}
