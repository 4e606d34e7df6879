import Foundation

/// A value behind a lock. `NSLock` rather than `Mutex`, which Thread Sanitizer does not understand on Linux.
package final class Locked<Value>: @unchecked Sendable {
  // Unchecked: `value` is reached through `withLock` alone.
  private let lock = NSLock()
  private var value: Value

  package init(_ value: Value) { self.value = value }

  /// `body` must not lock again.
  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
