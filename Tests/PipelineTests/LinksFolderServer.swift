import DuwangCore
import Foundation
import Pipeline
import TestSupport

/// A folder served as web servers do: `index.html` for a folder, a redirect to its `/`, 404 for the rest.
struct LinksFolderServer {
  let server: FaultServer
  var base: String { server.base }

  /// `present` are files below `root` that are taken to be there though they are not kept.
  init(_ root: URL, present: Set<String> = []) throws {
    server = try FaultServer { request, _ in LinksFolderServer.reply(request.path, root, present) }
  }

  private static func reply(_ target: String, _ root: URL, _ present: Set<String>) -> Reply {
    let path = String(target.prefix { $0 != "?" }).percentDecoded
    var file = root.appending(path: path).path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      guard path.hasSuffix("/") else { return .redirect(target + "/", status: 301) }
      file += (file.hasSuffix("/") ? "" : "/") + "index.html"
    }
    if let data = FileManager.default.contents(atPath: file) {
      return .answer(headers: ["Content-Type": type(file)], body: Array(data))
    }
    guard present.contains(root.appending(path: path).standardizedFileURL.path) else { return .status(404) }
    return .answer(
      headers: ["Content-Type": "application/octet-stream"], body: [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  }

  private static func type(_ file: String) -> String {
    file.hasSuffix(".html") || file.hasSuffix(".htm") ? "text/html" : "text/plain"
  }

  /// The links of one page, those of other pages left out.
  func check(_ page: String, exclude: [String] = []) async throws -> (judged: [LinkReading], untried: [LinkReading]) {
    let start = base + "/" + page.split(separator: "/").joined(separator: "/")
    guard let address = WebAddress(start)?.description else { throw CocoaError(.fileReadInvalidFileName) }
    var request = LinksRequest.quick([address])
    (request.depth, request.exclude) = (1, exclude)
    let report = try await LinksRun(request, environment: [:]).run()
    let isOwn: (LinkReading) -> Bool = { $0.page == address && $0.url != address }
    return (report.results.filter(isOwn), report.untried.filter(isOwn))
  }
}
