import DuwangCore

/// The clock of a run: it starts at `--now` and goes on at the machine's pace, so that a reading of the past has the past's times.
package struct RunClock: Sendable {
  private let offset: Double

  package init(now: Moment?) { offset = now.map { $0.seconds - Moment.now.seconds } ?? 0 }

  package func now() -> Moment { shifted(.now) }
  /// A moment of the machine's clock as a moment of the run.
  package func shifted(_ moment: Moment) -> Moment { moment.adding(seconds: offset) }
}
