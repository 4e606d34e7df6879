import DuwangCore
import Foundation
import Glibc

/// A web server on 127.0.0.1 that answers as badly as told, and counts how it is treated.
package final class FaultServer: Sendable {
  package struct Request: Sendable {
    package var method: String
    /// With the query.
    package var path: String
    /// Names in lower case.
    package var headers: [String: String]
    package var body: String
    /// Seconds on a clock that never goes back.
    package var at: Double
  }

  private struct State: Sendable {
    var requests: [Request] = []
    var open: Set<Int32> = []
    var busy = 0
    var peakBusy = 0
    var peakOpen = 0
    var isStopped = false
  }

  package let port: UInt16
  private let listener: Int32
  private let answer: @Sendable (Request, Int) -> Reply
  private let state = Locked(State())

  /// `answer` is given the request and how often its path was asked before.
  package init(answer: @escaping @Sendable (Request, Int) -> Reply) throws {
    let (listener, port) = try FaultServer.listen()
    (self.listener, self.port, self.answer) = (listener, port, answer)
    Thread.detachNewThread { self.accept() }
  }

  /// Each path's replies in turn, the last one for ever; anything else is 404.
  package convenience init(_ script: [String: [Reply]]) throws {
    try self.init { request, count in
      guard let replies = script[request.path], let last = replies.last else { return .status(404) }
      return count < replies.count ? replies[count] : last
    }
  }

  package var base: String { "http://127.0.0.1:\(port)" }
  package var requests: [Request] { state.withLock { $0.requests } }
  package func requests(_ path: String) -> [Request] { requests.filter { $0.path == path } }
  /// Most requests being answered at one moment.
  package var peakBusy: Int { state.withLock { $0.peakBusy } }
  /// Most connections open at one moment.
  package var peakOpen: Int { state.withLock { $0.peakOpen } }

  package func stop() {
    let sockets = state.withLock { state in
      state.isStopped = true
      return state.open
    }
    shutdown(listener, Int32(SHUT_RDWR))
    for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
  }

  /// A port of 127.0.0.1 on which nobody listens.
  package static func closedPort() throws -> UInt16 {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  /// Whether something on 127.0.0.1 accepts connections on `port`.
  package static func answers(_ port: UInt16) -> Bool {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(probe) }
    var address = loopback(port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// POLLRDHUP, which Glibc does not show to Swift.
  private static let hasHungUp: Int16 = 0x2000

  package static func now() -> Double { ProcessInfo.processInfo.systemUptime }

  // MARK: Sockets

  static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }

  private struct SystemError: Error { let code = errno }

  static func listen(backlog: Int32 = 512) throws -> (Int32, UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port: UInt16? = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        guard bind(listener, raw, size) == 0, Glibc.listen(listener, backlog) == 0,
          getsockname(listener, raw, &size) == 0
        else { return nil }
        return raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
      }
    }
    guard let port else { throw SystemError() }
    return (listener, port)
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else {
        close(listener)
        return
      }
      state.withLock { state in
        state.open.insert(connection)
        state.peakOpen = max(state.peakOpen, state.open.count)
      }
      Thread.detachNewThread { self.serve(connection) }
    }
  }

  private func serve(_ connection: Int32) {
    var waiting: [UInt8] = []
    while let request = read(connection, &waiting) {
      let count = state.withLock { state in
        defer { state.requests.append(request) }
        state.busy += 1
        state.peakBusy = max(state.peakBusy, state.busy)
        return state.requests.count { $0.path == request.path }
      }
      let goesOn = perform(answer(request, count).steps, connection)
      state.withLock { $0.busy -= 1 }
      if !goesOn { break }
    }
    state.withLock { state in _ = state.open.remove(connection) }
    close(connection)
  }

  private func read(_ connection: Int32, _ waiting: inout [UInt8]) -> Request? {
    while true {
      if let end = waiting.firstRange(of: [13, 10, 13, 10]) {
        let lines = String(decoding: waiting[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
          let pair = line.split(separator: ":", maxSplits: 1)
          headers[pair[0].lowercased()] = pair.count > 1 ? pair[1].trimmingCharacters(in: .whitespaces) : ""
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        if waiting.count - end.upperBound >= length, words.count >= 2 {
          let body = String(decoding: waiting[end.upperBound..<end.upperBound + length], as: UTF8.self)
          waiting.removeFirst(end.upperBound + length)
          return Request(
            method: String(words[0]), path: String(words[1]), headers: headers, body: body, at: FaultServer.now())
        }
      }
      var buffer = [UInt8](repeating: 0, count: 16384)
      let got = recv(connection, &buffer, buffer.count, 0)
      guard got > 0 else { return nil }
      waiting += buffer[..<got]
    }
  }

  /// False when the connection is at its end.
  private func perform(_ steps: [Reply.Step], _ connection: Int32) -> Bool {
    for step in steps {
      switch step {
      case .send(let bytes): if !send(bytes, connection) { return false }
      case .wait(let seconds): if !sleep(seconds, connection) { return false }
      case .drip(let bytes, let seconds): while send(bytes, connection) { if !sleep(seconds, connection) { break } }
      case .close: return false
      case .reset:
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        return false
      }
    }
    return true
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// False when the other side has gone or the server was stopped.
  private func sleep(_ seconds: Double, _ connection: Int32) -> Bool {
    let end = FaultServer.now() + seconds
    while FaultServer.now() < end {
      var poll = pollfd(fd: connection, events: FaultServer.hasHungUp, revents: 0)
      let left = max(1, min(50, (end - FaultServer.now()) * 1000))
      if Glibc.poll(&poll, 1, Int32(left)) > 0 || state.withLock({ $0.isStopped }) { return false }
    }
    return true
  }
}
