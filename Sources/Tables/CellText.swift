/// Text of a cell as it may stand in a table that an office program opens, and as it comes back.
package enum CellText {
  /// A text that begins like a formula gets a `'` in front (OWASP, CSV injection).
  package static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }) else { return text }
    return formulaMarks.contains(first) ? "'" + text : text
  }

  /// What `harmless` was given.
  package static func plain(_ text: String) -> String {
    guard text.hasPrefix("'"), harmless(String(text.dropFirst())) != text.dropFirst() else { return text }
    return String(text.dropFirst())
  }

  private static let formulaMarks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "\t"]
}
