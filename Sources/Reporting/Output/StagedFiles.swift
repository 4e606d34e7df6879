import DuwangCore
import Foundation

/// Files of one folder, written beside it first and moved into place when all are whole: each file is replaced at once,
/// those named in `last` at the end, so that a run that is killed leaves the old report or the new one.
struct StagedFiles {
  private let folder: URL
  private let staging: URL
  private(set) var names: [String] = []

  /// `folder` is made when missing. Leftovers of killed runs in it are removed. Throws what the file system says.
  init(folder: URL) throws {
    self.folder = folder
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try manager.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(StagedFiles.prefix) {
      try? manager.removeItem(at: folder.appendingPathComponent(name))
    }
    let unique = "\(StagedFiles.prefix)\(ProcessInfo.processInfo.processIdentifier)"
    staging = folder.appendingPathComponent(unique, isDirectory: true)
    try manager.createDirectory(at: staging, withIntermediateDirectories: true)
  }

  /// `name` may hold one folder: `units/ID.html`.
  mutating func add(_ name: String, _ content: String) throws { try add(name, Data(content.utf8)) }

  mutating func add(_ name: String, _ content: Data) throws {
    try content.write(to: path(for: name))
  }

  /// Where a library of C writes `name` itself.
  mutating func path(for name: String) throws -> URL {
    let url = staging.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    if !names.contains(name) { names.append(name) }
    return url
  }

  /// Moves everything into place and removes files of an earlier report that `isOurs` names and this one has not.
  /// Gives the paths of what was written.
  func commit(last: [String], removing isOurs: (String) -> Bool) throws -> [String] {
    let manager = FileManager.default
    let ordered = names.filter { !last.contains($0) } + last.filter(names.contains)
    for name in ordered {
      let target = folder.appendingPathComponent(name)
      try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      guard rename(staging.appendingPathComponent(name).path, target.path) == 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: target.path])
      }
    }
    try? manager.removeItem(at: staging)
    for name in StagedFiles.files(in: folder) where isOurs(name) && !names.contains(name) {
      try? manager.removeItem(at: folder.appendingPathComponent(name))
    }
    return ordered.map { folder.appendingPathComponent($0).path }
  }

  /// Keeps files of the folder that people changed under `NAME-edited-N.EXT`: nothing that was filled in is lost when a report is
  /// made again. Where `wasEdited` knows nothing, changed means saved after `reference` was written.
  func setAside(_ names: [String], newerThan reference: String, wasEdited: (String) -> Bool?) throws {
    let written = modified(reference)
    for name in names {
      guard let edited = modified(name) else { continue }
      let file = folder.appendingPathComponent(name)
      guard wasEdited(file.path) ?? (written.map { edited > $0 } ?? false) else { continue }
      let stem = file.deletingPathExtension().lastPathComponent
      let free = (1...).lazy.map { folder.appendingPathComponent("\(stem)-edited-\($0).\(file.pathExtension)") }
        .first { !FileManager.default.fileExists(atPath: $0.path) }
      // A second name keeps what a program that has the file open still writes; some file systems know copies only.
      guard let free, link(file.path, free.path) != 0 else { continue }
      try FileManager.default.copyItem(at: file, to: free)
    }
  }

  private func modified(_ name: String) -> Date? {
    let path = folder.appendingPathComponent(name).path
    return (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }

  /// Takes away what was staged, after an error.
  func discard() { try? FileManager.default.removeItem(at: staging) }

  private static let prefix = ".staged-"

  /// Names of files in `folder` and one level below, hidden ones left out.
  private static func files(in folder: URL) -> [String] {
    let manager = FileManager.default
    let top = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    return top.filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let below = try? manager.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path)
      return below.map { $0.map { "\(name)/\($0)" } } ?? [name]
    }
  }
}
