import Foundation

/// What a `FaultServer` does for one request.
package struct Reply: Sendable {
  package enum Step: Sendable {
    case send([UInt8])
    /// Seconds of silence.
    case wait(Double)
    /// The same bytes again and again, seconds apart, for ever.
    case drip([UInt8], every: Double)
    case close
    case reset
  }
  package var steps: [Step]
  package init(_ steps: [Step]) { self.steps = steps }

  package static func answer(_ status: Int = 200, headers: [String: String] = [:], body: [UInt8]) -> Reply {
    var head = "HTTP/1.1 \(status) X\r\nContent-Length: \(body.count)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    return Reply([.send(Array((head + "\r\n").utf8) + body)])
  }

  package static func page(_ html: String, status: Int = 200, headers: [String: String] = [:]) -> Reply {
    answer(
      status, headers: ["Content-Type": "text/html; charset=utf-8"].merging(headers) { $1 }, body: Array(html.utf8))
  }

  package static func text(_ text: String) -> Reply { page(text, headers: ["Content-Type": "text/plain"]) }

  package static func status(_ status: Int, headers: [String: String] = [:]) -> Reply {
    page("<html><body>\(status)</body></html>", status: status, headers: headers)
  }

  package static func redirect(_ location: String, status: Int = 302, headers: [String: String] = [:]) -> Reply {
    answer(status, headers: ["Location": location].merging(headers) { $1 }, body: [])
  }

  /// Bytes as they are, then the end of the connection.
  package static func raw(_ text: String) -> Reply { Reply([.send(Array(text.utf8)), .close]) }

  package static let silence = Reply([.wait(600), .close])
  package static let reset = Reply([.reset])
  package static let hangUp = Reply([.close])

  /// Headers, some body, then nothing.
  package static let stall = Reply([
    .send(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf".utf8)), .wait(600), .close,
  ])

  /// A body without an end, as fast as it is taken.
  package static let endless = Reply([
    .send(Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8)),
    .drip([UInt8](repeating: 0x61, count: 65536), every: 0),
  ])

  /// One header after the other, seconds apart, for ever.
  package static func slowHeaders(every seconds: Double) -> Reply {
    Reply([.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .drip(Array("X-Slow: 1\r\n".utf8), every: seconds)])
  }

  package func after(_ seconds: Double) -> Reply { Reply([.wait(seconds)] + steps) }
}

/// `bytes` as a gzip file, made by the `gzip` program.
package func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/gzip")
  process.arguments = ["-9", "-c"]
  let (input, output) = (Pipe(), Pipe())
  (process.standardInput, process.standardOutput) = (input, output)
  try process.run()
  Thread.detachNewThread {
    input.fileHandleForWriting.write(Data(bytes))
    try? input.fileHandleForWriting.close()
  }
  let result = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Array(result)
}
