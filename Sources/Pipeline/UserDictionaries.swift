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
    let folder = URL(fileURLWithPath: targetsPath).deletingLastPathComponent()
    func text(_ path: String) -> String {
      (try? String(contentsOf: URL(fileURLWithPath: path, relativeTo: folder), encoding: .utf8)) ?? ""
    }
    return Proofreader(
      settings: .init(
        pairs: content.dictionaries.flatMap { WordPair.parse(text($0), file: $0).pairs },
        severe: content.severe.map { SevereTerm.parse(text($0)) } ?? [],
        units: content.units.map { RegisteredUnit.parse(text($0)).units } ?? [],
        leaders: content.leaders.map { RegisteredLeader.parse(text($0)).leaders } ?? [],
        noisyChannel: content.noisyChannel, site: content.noisyChannel ? state.flatMap(SiteModel.load) : nil))
  }
}
