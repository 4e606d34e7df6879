import DuwangCore
import Extraction
import Fetching
import Foundation

/// Reads single pages, from a file or from the web, outside any run.
package struct ExtractionRun: Sendable {
  /// Why one page could not be had.
  package struct Problem: Error, Sendable, CustomStringConvertible {
    package var description: String
  }
  private let reader: PageReader
  private let allowsPrivate: Bool

  package init(today: Day, allowsPrivate: Bool) {
    (reader, self.allowsPrivate) = (PageReader(today: today), allowsPrivate)
  }

  /// `input` is a path or an http(s) address; `url` gives the address of a saved file.
  package func read(_ input: String, url: String?) async -> Result<Page, Problem> {
    if input.hasPrefix("http://") || input.hasPrefix("https://") { return await fetch(input) }
    guard let data = FileManager.default.contents(atPath: input) else {
      return .failure(Problem(description: "文件不存在或无法读取"))
    }
    var page = reader.read([UInt8](data), url: url ?? fileAddress(input), contentType: nil)
    // The rows stand behind another address, which a saved file does not hold.
    if page.entries.isEmpty, !page.listSources.isEmpty, page.unreadable == nil { page.unreadable = .scriptShell }
    return .success(page)
  }

  private func fetch(_ url: String) async -> Result<Page, Problem> {
    var settings = FetchSettings()
    settings.allowsPrivateAddresses = allowsPrivate
    let fetcher = SiteFetcher(settings: settings, environment: ProcessInfo.processInfo.environment)
    let outcome = await fetcher.fetch(FetchRequest(url))
    var result = reader.read(outcome.body, url: outcome.finalURL, contentType: outcome.headers["content-type"])
    if let fault = outcome.fault {
      let code = outcome.status.map { "（\($0)）" } ?? ""
      return .failure(Problem(description: "未能读取：\(fault.chinese)\(code)"))
    }
    result = await ColumnList.complete(result, reader: reader, fetcher: fetcher).page
    return .success(result)
  }

  private func fileAddress(_ path: String) -> String {
    "http://localhost/" + (path.split(separator: "/").last.map(String.init) ?? "")
  }
}
