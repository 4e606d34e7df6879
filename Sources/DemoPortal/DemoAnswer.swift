/// What the sample portal answers to one address on one day.
struct DemoAnswer: Sendable {
  /// How the first requests of a day are met before the real answer is given.
  enum Manner: Sendable {
    case steady
    /// The first request gets this status, later ones the answer.
    case failsOnce(Int)
    /// The first request gets 429 with `Retry-After: 1`.
    case busyOnce
  }

  var status = 200
  var contentType: String?
  var body: [UInt8]
  var manner = Manner.steady
  /// Every `{session}` in the page is replaced by another number at each request.
  var hasSession = false

  /// A page in UTF-8, said in the header too.
  static func html(_ text: String, status: Int = 200) -> DemoAnswer {
    DemoAnswer(status: status, contentType: "text/html; charset=utf-8", body: Array(text.utf8))
  }

  /// A page in GBK whose header does not tell the charset.
  static func gbk(_ text: String) -> DemoAnswer {
    DemoAnswer(contentType: "text/html", body: GBK.bytes(of: text))
  }

  static func text(_ text: String, _ contentType: String) -> DemoAnswer {
    DemoAnswer(contentType: contentType, body: Array(text.utf8))
  }

  static func file(_ bytes: [UInt8], _ contentType: String) -> DemoAnswer {
    DemoAnswer(contentType: contentType, body: bytes)
  }
}
