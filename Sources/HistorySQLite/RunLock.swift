import Foundation
import History

/// Keeps a second run out of a state directory; the kernel releases it when the process ends, however it ends.
package final class RunLock: Sendable {
  private let descriptor: Int32

  /// Takes `directory/lock` without waiting and writes the process id into it; creates the directory.
  /// Throws `HistoryFault.locked` with the id of the process that holds it, `.unusable` when the file cannot be made.
  package init(directory: String) throws {
    try StateDirectory.create(directory)
    let path = directory + "/lock"
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw HistoryFault.unusable(path: path, detail: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      let holder = RunLock.holder(descriptor)
      close(descriptor)
      throw reason == EWOULDBLOCK
        ? HistoryFault.locked(path: path, pid: holder)
        : HistoryFault.unusable(path: path, detail: String(cString: strerror(reason)))
    }
    let line = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, line, line.count, 0)
  }

  deinit { close(descriptor) }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: buffer[..<count].prefix { $0 != 0x0a }, as: UTF8.self))
  }
}

/// The folder of everything that is kept between runs.
enum StateDirectory {
  static func create(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw HistoryFault.unusable(path: path, detail: "目录无法建立，请核对路径和权限")
    }
  }
}
