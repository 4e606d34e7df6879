import Dispatch
import Foundation

/// Ctrl-C and SIGTERM: the first asks the run to stop and keep what it read, the second ends the program.
final class Interruption: Sendable {
  private let sources: [any DispatchSourceSignal]

  init(_ stop: @escaping @Sendable () -> Void) {
    let seen = Seen()
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if seen.again() { exit(130) }
        stop()
      }
      source.resume()
      return source
    }
  }

  deinit { sources.forEach { $0.cancel() } }

  private final class Seen: @unchecked Sendable {
    // Read and changed on any thread of the global queue, always under the lock.
    private let lock = NSLock()
    private var count = 0
    func again() -> Bool {
      lock.withLock {
        count += 1
        return count > 1
      }
    }
  }
}
