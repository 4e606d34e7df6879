@preconcurrency import Dispatch
import DuwangCore
import Foundation

/// Ctrl-C and SIGTERM: the first asks the run to stop and keep what it read, the second ends the program.
final class Interruption: Sendable {
  private let sources: [any DispatchSourceSignal]

  init(_ stop: @escaping @Sendable () -> Void) {
    let count = Locked(0)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        let isFirst = count.withLock { count in
          count += 1
          return count == 1
        }
        if isFirst { stop() } else { exit(130) }
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }
}
