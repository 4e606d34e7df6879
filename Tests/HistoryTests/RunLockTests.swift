import Foundation
import History
import HistorySQLite
import Testing

@Suite struct RunLockTests {
  @Test("A second run is told which process holds the lock")
  func second() throws {
    try Samples.withDirectory { directory in
      let lock = try RunLock(directory: directory + "/.duwang")
      #expect(throws: HistoryFault.locked(path: directory + "/.duwang/lock", pid: getpid())) {
        _ = try RunLock(directory: directory + "/.duwang")
      }
      withExtendedLifetime(lock) {}
    }
  }

  @Test("A lock that was let go can be taken again")
  func released() throws {
    try Samples.withDirectory { directory in
      do { _ = try RunLock(directory: directory) }
      _ = try RunLock(directory: directory)
    }
  }

  @Test("The lock of a process that was killed is free")
  func killed() throws {
    try Samples.withDirectory { directory in
      do { _ = try RunLock(directory: directory) }
      let holder = Process()
      holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
      holder.arguments = ["--close", directory + "/lock", "sleep", "3"]
      try holder.run()
      var refused = false
      for _ in 0..<100 where !refused {
        do { _ = try RunLock(directory: directory) } catch { refused = true }
        usleep(20_000)
      }
      #expect(refused)
      kill(holder.processIdentifier, SIGKILL)
      holder.waitUntilExit()
      var taken = false
      for _ in 0..<100 where !taken {
        taken = (try? RunLock(directory: directory)) != nil
        usleep(20_000)
      }
      #expect(taken)
    }
  }

  @Test("A folder that cannot be made is a clear error")
  func unusable() {
    #expect(throws: HistoryFault.self) { _ = try RunLock(directory: "/proc/none/.duwang") }
  }
}
