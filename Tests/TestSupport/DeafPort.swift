import Glibc

/// A port of 127.0.0.1 whose queue is full: connections to it are neither accepted nor refused.
package final class DeafPort: Sendable {
  package let port: UInt16
  private let sockets: [Int32]

  package init() throws {
    let (listener, port) = try FaultServer.listen(backlog: 0)
    var sockets = [listener]
    for _ in 0..<4 {
      let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
      var address = FaultServer.loopback(port)
      withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = connect(filler, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      sockets.append(filler)
    }
    (self.port, self.sockets) = (port, sockets)
  }

  deinit { for socket in sockets { close(socket) } }
}
