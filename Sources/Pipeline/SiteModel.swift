import DuwangCore
import Extraction
import Foundation
import History
import Proofreading

/// The portal's own wording, counted from the history and kept beside it.
package struct SiteModel: Encodable {
  package var path: String
  package var documents: Int
  /// Characters, paragraphs that stand in several documents counted once.
  package var characters: Int

  /// Counts the newest version of every article; writes `site.model` in `state` in one step.
  package static func train(_ store: some HistoryStore, state: String) throws -> SiteModel {
    var builder = SiteFormsBuilder()
    let reader = PageReader(today: Moment.now.day)
    for (url, snapshot) in try store.past().pages.sorted(by: { $0.key < $1.key }) where snapshot.reading.url == url {
      guard snapshot.reading.kind == .article, let source = try store.source(of: url, before: nil) else { continue }
      let page = reader.read(source.bytes, url: url, contentType: source.contentType)
      builder.add(page.title + "\n" + page.body)
    }
    let path = path(in: state)
    try Data(builder.build()).write(to: URL(filePath: path), options: .atomic)
    return SiteModel(path: path, documents: builder.documents, characters: builder.characters)
  }

  /// The counts in `state`; nil when `duwang lm train` has not been run there.
  package static func load(from state: String) -> SiteForms? {
    (try? Bytes(mapping: path(in: state))).flatMap { SiteForms($0) }
  }

  static func path(in state: String) -> String { state + "/site.model" }
}
