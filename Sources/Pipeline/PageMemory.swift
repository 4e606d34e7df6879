import Checks
import DuwangCore
import Foundation
import History

/// What earlier runs made out of the pages, and whether it still holds: the same state of the page, read by the same rules.
struct PageMemory: Sendable {
  private let rules: UInt64
  private let load: @Sendable (String) -> KeptOutline?
  /// What counts as no change, by site, and a name for it.
  private let noise: [String: (filter: NoiseFilter, key: UInt64)]

  init(rules: UInt64, sites: [Target], noise: [NoiseRegion], load: @escaping @Sendable (String) -> KeptOutline?) {
    (self.rules, self.load) = (rules, load)
    self.noise = Dictionary(sites.map { ($0.id, (NoiseFilter(noise, site: $0.id), Self.key(noise, $0.id))) }) { $1 }
  }

  private static func key(_ regions: [NoiseRegion], _ site: String) -> UInt64 {
    StableHash.of(regions.filter { $0.isIgnored && $0.site == site }.map(\.shape).sorted().joined(separator: "\n"))
  }

  /// What is known of a page, in whatever state it was; nil where it was read by other rules.
  func known(_ url: String) -> (outline: PageOutline, version: UInt64)? {
    guard let kept = load(url), kept.rules == rules, let outline = PageOutline(packed: kept.data) else { return nil }
    return (outline, kept.version)
  }

  /// What is known of a page holds for the page as `reading` has it.
  func holds(_ known: (outline: PageOutline, version: UInt64), for reading: PageReading, on today: Day) -> Bool {
    known.version == Self.version(of: reading) && known.outline.noise == key(of: reading.site)
      && known.outline.goodThrough.map { $0 >= today } ?? true
  }

  func key(of site: String) -> UInt64 { noise[site]?.key ?? 0 }

  func marks(of page: Page, site: String) -> TextMarks {
    let text = PageText(page, ignoring: noise[site]?.filter ?? NoiseFilter())
    return TextMarks(
      textHash: text.key, bodyHash: text.bodyKey, leftOut: text.leftOut.sorted(), consultation: Consultation(page))
  }

  /// `data` as the history keeps it for the page as `reading` has it.
  func kept(_ data: [UInt8], for reading: PageReading) -> KeptOutline {
    KeptOutline(version: Self.version(of: reading), rules: rules, data: data)
  }

  /// What the server calls this state of the page by, and what a reader sees of it.
  private static func version(of reading: PageReading) -> UInt64 {
    StableHash.of("\(reading.etag ?? "")\n\(reading.lastModified ?? "")\n\(reading.textHash)")
  }
}

/// Names for the rules by which pages are read and checked.
enum ReadingRules {
  /// Changes with the program, with what Targets.yaml says, and with the files from which the proofreader knows.
  static func key(_ targets: Targets, checks: [any PageCheck], models: String, files: [String]) -> UInt64 {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let settings = (try? encoder.encode(targets)).map { StableHash.of($0) } ?? 0
    let parts =
      [Version.current, "\(settings)", models] + checks.map(\.id) + (["/proc/self/exe"] + files).map(state(of:))
    return StableHash.of(parts.joined(separator: "\n"))
  }

  /// Path, length and moment of the last change of a file.
  private static func state(of path: String) -> String {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let file = try? FileManager.default.attributesOfItem(atPath: real) else { return path }
    let changed = (file[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(real)\t\(file[.size] ?? 0)\t\(changed)"
  }
}
