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
  func filled(_ page: Page, reader: PageReader) async -> Page {
    guard isWanted, page.unreadable == .scriptShell else { return page }
    var page = page
    guard let browser else {
      page.unreadable = .noBrowser
      return page
    }
    guard let markup = await browser.markup(of: page.url) else { return page }
    let read = reader.read(markup, url: page.url, contentType: "text/html; charset=utf-8")
    return read.unreadable == nil ? read : page
  }
}
