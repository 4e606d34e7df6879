/// Work that is asked for while it is already under way is done once; everyone gets its result.
actor SingleFlight<Key: Hashable & Sendable, Value: Sendable> {
  private struct Flight {
    var task: Task<Void, Never>
    var waiting: [UInt64: CheckedContinuation<Value?, Never>]
    let number: UInt64
  }
  private var flights: [Key: Flight] = [:]
  private var lastNumber: UInt64 = 0

  /// Nil when the caller was cancelled. The work itself is cancelled when nobody waits for it any more.
  func value(_ key: Key, _ work: @escaping @Sendable () async -> Value) async -> Value? {
    lastNumber += 1
    let me = lastNumber
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard !Task.isCancelled else { return continuation.resume(returning: nil) }
        if flights[key] != nil {
          flights[key]?.waiting[me] = continuation
          return
        }
        let task = Task { self.land(key, me, await work()) }
        flights[key] = Flight(task: task, waiting: [me: continuation], number: me)
      }
    } onCancel: {
      Task { await self.leave(key, me) }
    }
  }

  private func land(_ key: Key, _ number: UInt64, _ value: Value) {
    guard let flight = flights[key], flight.number == number else { return }
    flights[key] = nil
    for waiter in flight.waiting.values { waiter.resume(returning: value) }
  }

  private func leave(_ key: Key, _ me: UInt64) {
    guard let continuation = flights[key]?.waiting.removeValue(forKey: me) else { return }
    continuation.resume(returning: nil)
    if let flight = flights[key], flight.waiting.isEmpty {
      flight.task.cancel()
      flights[key] = nil
    }
  }
}
