import CCurl

/// Reads the lines that servers and libcurl write as `name: value`.
enum HeaderLine {
  static func read(name: some Collection<UInt8>, value: ArraySlice<UInt8>) -> CurlRequest.Header {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    var bytes = value.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    // An address in raw GBK must go back to the server as the bytes it was: browsers percent-encode them.
    return .init(name, name == "location" ? escaped(bytes) : String(decoding: bytes, as: UTF8.self))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    let isText = String(validating: bytes, as: UTF8.self)
    if let isText { return isText }
    let hex = Array("0123456789ABCDEF".utf8)
    let out = bytes.flatMap { $0 < 0x80 ? [$0] : [0x25, hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    return String(decoding: out, as: UTF8.self)
  }

  /// `Name:value` pairs of one certificate.
  static func certificate(_ list: UnsafeMutablePointer<curl_slist>?) -> [String: String] {
    var (facts, next) = ([String: String](), list)
    while let line = next {
      let pair = String(cString: line.pointee.data).split(separator: ":", maxSplits: 1)
      if pair.count == 2, pair[1].utf8.count < 1024 { facts[String(pair[0])] = String(pair[1]) }
      next = line.pointee.next
    }
    return facts
  }
}
