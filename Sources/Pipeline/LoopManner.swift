import DuwangCore

/// How the loop goes about links: all of them for the daily reading, as asked on the command line for the link tool.
struct LoopManner: Sendable {
  /// Addresses on other sites are tried.
  var triesExternal = true
  /// The addresses at which the loop starts are links to be judged, too.
  var judgesStarts = false
  /// Called with every verdict once it stands, from the loop's task.
  var settled: @Sendable (LinkReading) -> Void = { _ in }
}
