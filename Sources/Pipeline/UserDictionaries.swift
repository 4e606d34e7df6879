import DuwangCore
import Foundation
import Proofreading

/// The proofreader with what an office adds: its own word pairs, severe terms, units and leaders (contract §2 `content`).
package enum UserDictionaries {
  /// `state` is where the portal's own wording may be. Paths are relative to the folder of Targets.yaml, whose
  /// validation has read the same files; one that has gone since leaves its terms out.
  package static func proofreader(_ content: ContentSettings, besides targetsPath: String, state: String?)
    -> Proofreader
  {
    func text(_ path: String) -> String {
      (try? String(contentsOf: url(path, besides: targetsPath), encoding: .utf8)) ?? ""
    }
    return Proofreader(
      settings: .init(
        pairs: content.dictionaries.flatMap { WordPair.parse(text($0), file: $0).pairs },
        severe: content.severe.map { SevereTerm.parse(text($0)) } ?? [],
        units: content.units.map { RegisteredUnit.parse(text($0)).units } ?? [],
        leaders: content.leaders.map { RegisteredLeader.parse(text($0)).leaders } ?? [],
        noisyChannel: content.noisyChannel, site: content.noisyChannel ? state.flatMap(SiteModel.load) : nil))
  }

  /// The files from which such a proofreader is made, whether or not they are there.
  package static func files(_ content: ContentSettings, besides targetsPath: String, state: String) -> [String] {
    (content.dictionaries + [content.severe, content.units, content.leaders].compactMap { $0 })
      .map { url($0, besides: targetsPath).path } + [SiteModel.path(in: state)]
      + ChannelModels.wordModelPaths
  }

  private static func url(_ path: String, besides targetsPath: String) -> URL {
    URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: targetsPath).deletingLastPathComponent())
  }
}
