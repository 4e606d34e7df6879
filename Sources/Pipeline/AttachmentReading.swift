import Checks
import Documents
import DuwangCore
import Fetching
import Foundation

/// Reads the text of the files that a portal offers, each state of a file once: what was read is kept beside the history
/// and is used again as long as the file's answer is the same. Another file under the same address is told until `told`.
package actor AttachmentReader {
  /// What is known of one file.
  private struct Known: Codable {
    var url: String
    var etag: String?
    var lastModified: String?
    var length: String?
    var text: DocumentText
    /// Names the bytes; nil when kept by an older version.
    var digest: UInt64?
    /// What stood here before, until a report has told of it.
    var untold: DocumentText?

    func isSame(_ headers: [String: String]) -> Bool {
      if let etag, headers["etag"] == etag { return true }
      guard let lastModified, headers["last-modified"] == lastModified else { return false }
      return headers["content-length"] == length || headers["content-length"] == nil
    }
  }
  /// Files fetched whole in one run, and converters under way at once.
  private static let (mostFiles, mostAtOnce) = (500, 2)
  private let directory: URL
  private let reader = DocumentReader()
  private var fetched = 0
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// `directory` is made when the first file is read.
  package init(directory: String) { self.directory = URL(fileURLWithPath: directory, isDirectory: true) }

  /// How a file answered.
  struct Answer {
    var outcome: FetchOutcome
    /// Where it answered well.
    var text: DocumentText?
    /// The text of another file that stood under this address before.
    var earlier: DocumentText?
  }

  /// Nil when the address names no document.
  func read(_ url: String, by fetcher: any Fetcher) async -> Answer? {
    guard let name = Self.documentName(url) else { return nil }
    let known = known(url)
    if let known {
      let outcome = await fetcher.fetch(FetchRequest(url, purpose: .asset))
      if !outcome.isGood { return Answer(outcome: outcome) }
      if known.isSame(outcome.headers) { return Answer(outcome: outcome, text: known.text, earlier: known.untold) }
    }
    guard fetched < Self.mostFiles else {
      let outcome = await fetcher.fetch(FetchRequest(url, purpose: .asset))
      return Answer(outcome: outcome, text: known?.text ?? .unreadable("本次读取的附件已达上限，下次继续"))
    }
    fetched += 1
    let outcome = await fetcher.fetch(FetchRequest(url))
    guard outcome.isGood, !(outcome.headers["content-type"] ?? "").contains("html") else {
      return Answer(outcome: outcome, text: known?.text)
    }
    if outcome.bodyIsCut { return Answer(outcome: outcome, text: .unreadable("附件超过读取上限，未检查")) }
    let digest = StableHash.of(outcome.body)
    var now = Known(
      url: url, etag: outcome.headers["etag"], lastModified: outcome.headers["last-modified"],
      length: outcome.headers["content-length"], text: await convert(outcome.body, name), digest: digest)
    let isOther = known?.digest.map { $0 != digest } ?? false
    now.untold = known?.untold ?? (isOther ? known?.text : nil)
    keep(now)
    return Answer(outcome: outcome, text: now.text, earlier: now.untold)
  }

  /// The report that tells of these files being others than before has been written.
  func told(_ urls: [String]) {
    for var known in urls.compactMap(known) {
      known.untold = nil
      keep(known)
    }
  }

  private func convert(_ body: [UInt8], _ name: String) async -> DocumentText {
    if running >= Self.mostAtOnce { await withCheckedContinuation { waiting.append($0) } } else { running += 1 }
    let text = await reader.read(body, name: name)
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
    return text
  }

  private static func documentName(_ url: String) -> String? {
    guard let path = WebAddress(url)?.path, let name = path.split(separator: "/").last,
      let dot = name.lastIndex(of: "."),
      DocumentReader.extensions.contains(name[name.index(after: dot)...].lowercased())
    else { return nil }
    return String(name)
  }

  private func place(_ url: String) -> URL { directory.appending(path: StableHash.hex(url) + ".json") }

  private func known(_ url: String) -> Known? {
    guard let data = try? Data(contentsOf: place(url)),
      let known = try? JSONDecoder().decode(Known.self, from: data), known.url == url
    else { return nil }
    return known
  }

  /// A file that cannot be kept is read again next time.
  private func keep(_ known: Known) {
    try? FileManager.default.createDirectory(
      at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard let data = try? JSONEncoder().encode(known) else { return }
    try? data.write(to: place(known.url), options: .atomic)
  }
}
