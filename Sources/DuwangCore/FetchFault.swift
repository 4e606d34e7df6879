/// The closed list of ways in which an address does not give a good answer. Whether a fault is certain, may pass, is a
/// wall or is our own is decided here once; probes, pages and links share it.
package enum FetchFault: String, Sendable, Hashable, Codable, CaseIterable {
  // Certain: the server says that there is nothing here.
  case notFound = "not-found"
  case gone = "gone"
  case clientError = "client-error"
  case malformedAddress = "malformed-address"
  case redirectLoop = "redirect-loop"
  case tooManyRedirects = "too-many-redirects"
  case badRedirect = "bad-redirect"
  // May pass: suspected on the first day, certain from the second.
  case nameNotResolved = "name-not-resolved"
  case connectionRefused = "connection-refused"
  case connectTimeout = "connect-timeout"
  case noRoute = "no-route"
  case connectionReset = "connection-reset"
  case emptyReply = "empty-reply"
  case stalled = "stalled"
  case timeout = "timeout"
  case brokenBody = "broken-body"
  case protocolError = "protocol-error"
  case serverError = "server-error"
  case tlsExpired = "tls-expired"
  case tlsSelfSigned = "tls-self-signed"
  case tlsWrongHost = "tls-wrong-host"
  case tlsUntrusted = "tls-untrusted"
  case tlsHandshake = "tls-handshake"
  // A wall: the server is alive and does not let a machine read.
  case unauthorized = "unauthorized"
  case forbidden = "forbidden"
  case methodRefused = "method-refused"
  case challenge = "challenge"
  case rateLimited = "rate-limited"
  // Ours: nothing is said about the portal.
  case disallowedByRobots = "disallowed-by-robots"
  case privateAddress = "private-address"
  case unsupportedScheme = "unsupported-scheme"
  case bodyTooLarge = "body-too-large"
  case offline = "offline"
  case localResources = "local-resources"
  case cancelled = "cancelled"

  package enum Class: String, Sendable, Codable { case permanent, transient, blocked, ours }

  package var faultClass: Class {
    switch self {
    case .notFound, .gone, .clientError, .malformedAddress, .redirectLoop, .tooManyRedirects, .badRedirect: .permanent
    case .nameNotResolved, .connectionRefused, .connectTimeout, .noRoute, .connectionReset, .emptyReply, .stalled,
      .timeout, .brokenBody, .protocolError, .serverError, .tlsExpired, .tlsSelfSigned, .tlsWrongHost, .tlsUntrusted,
      .tlsHandshake:
      .transient
    case .unauthorized, .forbidden, .methodRefused, .challenge, .rateLimited: .blocked
    case .disallowedByRobots, .privateAddress, .unsupportedScheme, .bodyTooLarge, .offline, .localResources,
      .cancelled:
      .ours
    }
  }

  package var isTLS: Bool {
    switch self {
    case .tlsExpired, .tlsSelfSigned, .tlsWrongHost, .tlsUntrusted, .tlsHandshake: true
    default: false
    }
  }

  /// For staff, without the status code.
  package var chinese: String {
    switch self {
    case .notFound: "页面不存在"
    case .gone: "页面已被永久删除"
    case .clientError: "服务器认为请求有误"
    case .malformedAddress: "网址书写有误"
    case .redirectLoop: "跳转循环，无法到达页面"
    case .tooManyRedirects: "跳转次数过多"
    case .badRedirect: "跳转未给出有效网址"
    case .nameNotResolved: "域名无法解析"
    case .connectionRefused: "服务器拒绝连接"
    case .connectTimeout: "连接超时"
    case .noRoute: "网络不可达"
    case .connectionReset: "连接被中断"
    case .emptyReply: "服务器未返回内容"
    case .stalled: "传输停滞"
    case .timeout: "打开超时"
    case .brokenBody: "返回的内容不完整或无法解压"
    case .protocolError: "服务器应答不符合HTTP规范"
    case .serverError: "服务器内部错误"
    case .tlsExpired: "安全证书已过期"
    case .tlsSelfSigned: "安全证书为自签名证书"
    case .tlsWrongHost: "安全证书与域名不符"
    case .tlsUntrusted: "安全证书不受信任"
    case .tlsHandshake: "安全连接无法建立"
    case .unauthorized: "需要登录"
    case .forbidden: "拒绝机器访问"
    case .methodRefused: "拒绝访问方式"
    case .challenge: "动态防护或验证页面"
    case .rateLimited: "访问频率受限"
    case .disallowedByRobots: "robots.txt不允许读取"
    case .privateAddress: "内部网络地址，未获准读取"
    case .unsupportedScheme: "非网页地址，不作检查"
    case .bodyTooLarge: "内容超过读取上限"
    case .offline: "本机网络不通"
    case .localResources: "本机资源不足"
    case .cancelled: "读取被中断"
    }
  }

  /// The fault of an HTTP status; nil for 2xx and 304. 3xx without a usable Location is for the redirect rule.
  package static func of(status: Int) -> FetchFault? {
    switch status {
    case 200..<300, 304: nil
    case 404: .notFound
    case 410: .gone
    case 401, 407: .unauthorized
    case 403, 406, 451: .forbidden
    case 405: .methodRefused
    case 412, 418, 521: .challenge
    case 429: .rateLimited
    case 500...: .serverError
    case 300..<400: .badRedirect
    default: .clientError
    }
  }
}
