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

  /// Returns the seconds for which the host wants no request, nil when it asked for none. They hold for everyone from
  /// here on: nobody is let in between the answer and the pause.
  func leave(_ lane: String, _ outcome: FetchOutcome) -> Double? {
    let now = Pace.now()
    turnstile.finish(lane: lane, outcome, now: now)
    defer { admit() }
    guard let status = outcome.status, [429, 503].contains(status) else { return nil }
    let retryAfter = outcome.headers["retry-after"].flatMap { HeaderTime.retryAfter($0, now: .now) }
    guard status == 429 || retryAfter.map({ $0 <= turnstile.pace.longestPause }) ?? false else { return nil }
    return turnstile.pause(lane: lane, retryAfter: retryAfter, isTooOften: status == 429, now: now)
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
