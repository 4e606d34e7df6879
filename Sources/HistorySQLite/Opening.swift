import DuwangCore
import Foundation
import GRDB
import History

/// Opens a database file, and sets a damaged one aside so that the next day's reading is not lost with it.
enum Opening {
  /// Whole files up to this many bytes are checked on opening; larger ones only where they are read.
  private static let fullCheckLimit = 512 << 20

  static func pool(_ path: String, _ migrator: DatabaseMigrator) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // A batch that was committed survives a power failure, not only a kill.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let pool = try DatabasePool(path: path, configuration: configuration)
    if try pool.read({ try migrator.hasBeenSuperseded($0) }) { throw HistoryFault.newer(path: path) }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    if size <= fullCheckLimit, let found = try pool.read({ try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }),
      found != "ok"
    {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: found)
    }
    try migrator.migrate(pool)
    return pool
  }

  /// What SQLite says of a damaged file; nil for every other error.
  static func damage(_ error: any Error) -> String? {
    guard let error = error as? DatabaseError,
      [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    else { return nil }
    return error.message ?? "\(error.resultCode)"
  }

  /// Renames the file and what belongs to it; returns the new name of the file.
  static func setAside(_ path: String, at moment: Moment) throws -> String {
    let stamp = "\(moment.day)T\(moment.clock)".filter { $0 != ":" && $0 != "-" }
    var (name, count) = ("\(path).damaged-\(stamp)", 1)
    while FileManager.default.fileExists(atPath: name) {
      count += 1
      name = "\(path).damaged-\(stamp)-\(count)"
    }
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.moveItem(atPath: path + suffix, toPath: name + suffix)
    }
    return name
  }
}
