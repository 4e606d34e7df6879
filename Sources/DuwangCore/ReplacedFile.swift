/// A file that another one has replaced under the same address.
package struct ReplacedFile: Sendable {
  package var url: String
  /// The page on which it stands, and its name there.
  package var page = ""
  package var name = ""
  /// Texts; nil where a machine cannot read them.
  package var before: String?
  package var now: String?

  package init(url: String, before: String?, now: String?) { (self.url, self.before, self.now) = (url, before, now) }
}
