import Foundation

/// The two streams: data goes to stdout, progress and messages to stderr; no control characters reach a pipe.
enum Console {
  static func write(_ text: String, to stream: UnsafeMutablePointer<FILE>) {
    fputs(text, stream)
    fflush(stream)
  }

  static func print(_ text: String) { write(text + "\n", to: stdout) }
  static func note(_ text: String) { write(text + "\n", to: stderr) }

  static var stdoutIsTerminal: Bool { isatty(fileno(stdout)) == 1 }

  static var progressIsWanted: Bool {
    isatty(fileno(stderr)) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Overwrites the progress line; an empty text removes it.
  static func progress(_ text: String) { write("\r\u{1B}[K" + text, to: stderr) }

  static func json(_ value: some Encodable, pretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = pretty ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
