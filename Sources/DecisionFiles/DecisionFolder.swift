import DuwangCore
import Foundation
import Tables

/// The tables of a reports folder that staff fill, and what of them was read before: `tables-read.json` in the state folder. Without
/// that file everything is read again, which changes nothing.
package struct DecisionFolder: Sendable {
  private let reports: String
  private let memory: String

  package init(reports: String, state: String) {
    (self.reports, memory) = (reports, state + "/tables-read.json")
  }

  /// Size and time of files by name within the reports folder.
  package struct Memory: Sendable, Codable {
    /// What was written or read last.
    var seen: [String: String] = [:]
    /// What the program itself wrote.
    var written: [String: String] = [:]
  }

  /// Takes every table that was saved since it was written or read into `intake`, in the order of saving; gives what
  /// `remember` needs once the decisions are kept. What cannot be opened is tried again the next time.
  package func read(into intake: inout DecisionIntake) -> Memory {
    var known = remembered()
    let names = names()
    known.seen = known.seen.filter { names.contains($0.key) }
    known.written = known.written.filter { names.contains($0.key) }
    let changed = names.compactMap { name in Stamp(path: path(name)).map { (name, $0) } }
      .filter { known.seen[$0.0] != $0.1.text }.sorted { ($0.1.savedAt, $0.0) < ($1.1.savedAt, $1.0) }
    for (name, stamp) in changed {
      do {
        intake.take(try TableFile.sheets(path: path(name)), file: name, savedAt: stamp.savedAt)
        known.seen[name] = stamp.text
      } catch { intake.refuse(file: name, error.description) }
    }
    return known
  }

  package func remember(_ known: Memory) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(known).write(to: URL(fileURLWithPath: memory), options: .atomic)
  }

  /// After a report was written: its tables are known as they are.
  package func noteWritten(_ paths: [String]) throws {
    var known = remembered()
    for name in paths.compactMap(name(of:)) where Self.isTable(name) {
      guard let stamp = Stamp(path: path(name)) else { continue }
      (known.seen[name], known.written[name]) = (stamp.text, stamp.text)
    }
    try remember(known)
  }

  /// Whether people saved the table since it was written; nil when nothing is known of it.
  package func wasEdited(_ path: String) -> Bool? {
    guard let name = name(of: path), let written = remembered().written[name] else { return nil }
    return Stamp(path: path)?.text != written
  }

  /// A table that was set aside under another name is still the same table.
  static func originalName(_ name: String) -> String { name.replacing(/-edited-\d+(?=\.)/, with: "") }

  private func remembered() -> Memory {
    (try? Data(contentsOf: URL(fileURLWithPath: memory))).flatMap { try? JSONDecoder().decode(Memory.self, from: $0) }
      ?? Memory()
  }

  private func path(_ name: String) -> String { reports + "/" + name }

  private func name(of path: String) -> String? {
    let root = URL(fileURLWithPath: reports).standardizedFileURL.path + "/"
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  /// Tables in the reports folder itself and beside each daily report.
  private func names() -> Set<String> {
    func list(_ folder: String) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
    let days = list(reports + "/daily").filter { Day($0) != nil }
    return Set(
      list(reports).filter(Self.isTable)
        + days.flatMap { day in list("\(reports)/daily/\(day)").filter(Self.isTable).map { "daily/\(day)/\($0)" } })
  }

  private static func isTable(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return ["findings", "处理意见", "decisions"].contains { name.hasPrefix($0) }
      && [".xlsx", ".csv"].contains { name.lowercased().hasSuffix($0) }
  }
}

/// Size and time of a file, which change when somebody saves it.
private struct Stamp {
  var savedAt: Moment
  var text: String

  init?(path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let size = attributes[.size] as? Int, let date = attributes[.modificationDate] as? Date
    else { return nil }
    savedAt = Moment(seconds: date.timeIntervalSince1970)
    text = "\(size) \(date.timeIntervalSince1970)"
  }
}
