import Foundation

/// The two streams: data goes to stdout, progress and messages to stderr; no control characters reach a pipe.
enum Console {
  enum Stream: Int32 {
    case output = 1
    case errors = 2
  }

  static func write(_ text: String, to stream: Stream) { write(Data(text.utf8), to: stream) }

  static func write(_ data: Data, to stream: Stream) {
    var bytes = Array(data)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(stream.rawValue, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  static func print(_ text: String) { write(text + "\n", to: .output) }
  static func note(_ text: String) { write(text + "\n", to: .errors) }

  static var stdoutIsTerminal: Bool { isatty(Stream.output.rawValue) == 1 }

  /// Columns of the terminal that stdout is; nil when it is none.
  static var width: Int? {
    var size = winsize()
    guard stdoutIsTerminal, ioctl(Stream.output.rawValue, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  static var progressIsWanted: Bool {
    isatty(Stream.errors.rawValue) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Overwrites the progress line; an empty text removes it.
  static func progress(_ text: String) { write("\r\u{1B}[K" + text, to: .errors) }

  static func json(_ value: some Encodable, pretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
