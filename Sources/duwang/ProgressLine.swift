import DuwangCore
import Pipeline

/// The line that a terminal shows while pages are read, at most five times a second.
final class ProgressLine: Sendable {
  private let last = Locked(Moment(seconds: 0))

  @Sendable func show(_ progress: Progress) {
    let now = Moment.now
    let isDue = last.withLock { last in
      guard now.seconds - last.seconds > 0.2 else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    Console.progress(
      "已读页面\(progress.pages)，链接\(progress.links)，待读\(progress.waiting)，待复查或失败\(progress.failures)　\(progress.host)")
  }
}
