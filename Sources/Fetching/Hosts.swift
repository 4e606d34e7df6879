import DuwangCore

/// The turnstile with its waiting line: callers sleep here until it is their turn.
actor Hosts {
  private var turnstile: Turnstile
  private var sleepers: [UInt64: CheckedContinuation<Turnstile.Verdict, Never>] = [:]
  private var nextID: UInt64 = 0
  private var alarm: (at: Double, task: Task<Void, Never>)?

  init(settings: FetchSettings, pace: Pace) { turnstile = Turnstile(settings: settings, pace: pace) }

  var statistics: [String: HostStatistics] { turnstile.lanes.mapValues(\.statistics) }

  /// After `.go`, `leave` must be called.
  func enter(_ lane: String) async -> Turnstile.Verdict {
    nextID += 1
    let id = nextID
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard !Task.isCancelled else { return continuation.resume(returning: .cancelled) }
        sleepers[id] = continuation
        turnstile.join(id, lane: lane)
        admit()
      }
    } onCancel: {
      Task { await self.cancel(id, lane) }
    }
  }

  func leave(_ lane: String, _ outcome: FetchOutcome) {
    turnstile.finish(lane: lane, outcome, now: Pace.now())
    admit()
  }

  func pause(_ lane: String, retryAfter: Double?, isTooOften: Bool) -> Double {
    turnstile.pause(lane: lane, retryAfter: retryAfter, isTooOften: isTooOften, now: Pace.now())
  }

  func slow(_ lane: String, interval: Double) { turnstile.slow(lane: lane, interval: interval) }
  func forgetFailures() { turnstile.forgetFailures() }

  private func cancel(_ id: UInt64, _ lane: String) {
    guard turnstile.leaveQueue(id, lane: lane) else { return }
    sleepers.removeValue(forKey: id)?.resume(returning: .cancelled)
  }

  private func admit() {
    let (verdicts, next) = turnstile.admit(now: Pace.now())
    for (id, verdict) in verdicts { sleepers.removeValue(forKey: id)?.resume(returning: verdict) }
    if let next { wake(at: next) }
  }

  private func wake(at time: Double) {
    if let alarm, alarm.at <= time { return }
    alarm?.task.cancel()
    let task = Task { [weak self] in
      do { try await Task.sleep(for: .seconds(max(0, time - Pace.now()))) } catch { return }
      await self?.ring()
    }
    alarm = (time, task)
  }

  private func ring() {
    alarm = nil
    admit()
  }
}
