import DuwangCore
import Extraction
import Fetching

/// Answers to paths that cannot exist, one a folder.
actor SoftProbes {
  private var answers: [Substring: Task<Page?, Never>] = [:]
  /// Pages met of folders that were not asked yet.
  private var met: [Substring: Int] = [:]
  /// Pages of a folder after which one request more hardly counts.
  private static let many = 8

  /// Whether the folder says of a made-up path that it is missing, so that no page there is taken for missing by its
  /// likeness. Of a folder not asked yet false, until it has shown many pages.
  func knowsHonest(besides url: String, fetcher: any Fetcher, reader: PageReader) async -> Bool {
    let folder = SoftProbes.folder(of: url)
    if answers[folder] == nil {
      met[folder, default: 0] += 1
      guard met[folder, default: 0] > SoftProbes.many else { return false }
      met[folder] = nil
    }
    return await answer(besides: url, fetcher: fetcher, reader: reader) == nil
  }

  /// The address up to its last slash, without a query.
  private static func folder(of url: String) -> Substring {
    let path = url.utf8.prefix { $0 != 0x3f }
    return url[...(path.lastIndex(of: 0x2f) ?? url.startIndex)]
  }

  func answer(besides url: String, fetcher: any Fetcher, reader: PageReader) async -> Page? {
    let folder = SoftProbes.folder(of: url)
    if let task = answers[folder] { return await task.value }
    guard var address = WebAddress(url) else { return nil }
    let path = address.path[...(address.path.lastIndex(of: "/") ?? address.path.startIndex)]
    address.query = nil
    address.path = path + "duwang-\(StableHash.hex(String(path)).prefix(8)).html"
    let probe = address.description
    let task = Task { () -> Page? in
      let outcome = await fetcher.fetch(FetchRequest(probe))
      guard outcome.isGood else { return nil }
      return reader.read(outcome.body, url: outcome.finalURL, contentType: outcome.headers["content-type"])
    }
    answers[folder] = task
    return await task.value
  }
}
