import DuwangCore

/// Text in, suspicious spans out; values only, safe to share between tasks.
package struct Proofreader: Sendable {
  package init() {}

  /// Spans in reading order; `published` is the date that rules about time need.
  package func findings(in text: String, published: Day? = nil) -> [Suspicion] { [] }
}
