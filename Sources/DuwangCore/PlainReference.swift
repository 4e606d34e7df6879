/// The short way for references as nearly all are written: ASCII, nothing to encode or to mend. Everything else is nil and
/// goes the long way, with the same result for what both can read.
extension WebAddress {
  /// An absolute address.
  static func plain(_ text: String) -> WebAddress? {
    var text = text
    return text.withUTF8 { bytes -> WebAddress? in
      guard bytes.first == 0x68, let cut = PlainReference(bytes), let colon = cut.colon else { return nil }
      var result = WebAddress(scheme: "http", host: "", path: "/")
      guard let start = result.takeHost(bytes, colon, cut.pathEnd) else { return nil }
      result.query = cut.queryRange.map { String(decoding: bytes[$0], as: UTF8.self) }
      if start < cut.pathEnd { result.path = String(decoding: bytes[start..<cut.pathEnd], as: UTF8.self) }
      return result
    }
  }

  func plainlyResolved(_ reference: String) -> Reference? {
    var reference = reference
    return reference.withUTF8 { bytes -> Reference? in
      guard let first = bytes.first, let cut = PlainReference(bytes) else { return nil }
      var result = self
      result.query = cut.queryRange.map { String(decoding: bytes[$0], as: UTF8.self) }
      let fragment = cut.fragmentRange.map { String(decoding: bytes[$0], as: UTF8.self) }
      if let colon = cut.colon {
        guard let start = result.takeHost(bytes, colon, cut.pathEnd) else { return nil }
        result.path = start == cut.pathEnd ? "/" : String(decoding: bytes[start..<cut.pathEnd], as: UTF8.self)
      } else if first == 0x2f {
        guard bytes.count < 2 || bytes[1] != 0x2f else { return nil }
        result.path = String(decoding: bytes[..<cut.pathEnd], as: UTF8.self)
      } else {
        guard cut.pathEnd > 0, let path = joined(bytes[..<cut.pathEnd]) else { return nil }
        result.path = path
      }
      return .web(result, fragment: fragment)
    }
  }

  /// Reads `http://host` or `http://host:8080` before a path; where the path begins.
  private mutating func takeHost(_ bytes: UnsafeBufferPointer<UInt8>, _ colon: Int, _ end: Int) -> Int? {
    let isSecure = bytes[..<colon].elementsEqual("https".utf8)
    guard isSecure || bytes[..<colon].elementsEqual("http".utf8), colon + 3 < end, bytes[colon + 1] == 0x2f,
      bytes[colon + 2] == 0x2f
    else { return nil }
    var (i, before) = (colon + 3, UInt8(0x2e))
    while i < end, bytes[i] != 0x2f, bytes[i] != 0x3a {
      let byte = bytes[i]
      let isLetter = byte >= 0x61 && byte <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte == 0x2d
      guard isLetter || byte == 0x2e && before != 0x2e else { return nil }
      (before, i) = (byte, i + 1)
    }
    guard before != 0x2e else { return nil }
    scheme = isSecure ? "https" : "http"
    host = String(decoding: bytes[(colon + 3)..<i], as: UTF8.self)
    port = nil
    guard i < end, bytes[i] == 0x3a else { return i }
    let (from, standard) = (i + 1, isSecure ? 443 : 80)
    var number = 0
    i = from
    while i < end, bytes[i] != 0x2f {
      guard (0x30...0x39).contains(bytes[i]), i - from < 5 else { return nil }
      (number, i) = (number * 10 + Int(bytes[i]) - 0x30, i + 1)
    }
    guard (1...65535).contains(number) else { return nil }
    port = number == standard ? nil : number
    return i
  }

  /// A relative path below this address's folder; `./` and `../` are taken at its beginning only.
  private func joined(_ relative: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var (rest, base) = (relative, path)
    return base.withUTF8 { own -> String? in
      guard own.first == 0x2f, PlainReference.hasPlainPath(own) else { return nil }
      var folder = (own.lastIndex(of: 0x2f) ?? 0) + 1
      while rest.first == 0x2e {
        if rest.starts(with: [0x2e, 0x2f]) {
          rest = rest.dropFirst(2)
        } else if rest.starts(with: [0x2e, 0x2e, 0x2f]) {
          rest = rest.dropFirst(3)
          if folder > 1 { folder = (own[..<(folder - 1)].lastIndex(of: 0x2f) ?? 0) + 1 }
        } else {
          return nil
        }
      }
      return String(unsafeUninitializedCapacity: folder + rest.count) { target in
        _ = target.initialize(fromContentsOf: own[..<folder])
        _ = target[folder...].initialize(fromContentsOf: rest)
        return folder + rest.count
      }
    }
  }
}

/// Where the parts of a plain reference stand.
private struct PlainReference {
  /// Of the scheme.
  var colon: Int?
  var pathEnd: Int
  var queryRange: Range<Int>?
  var fragmentRange: Range<Int>?

  /// Nil when a byte asks for the long way.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (i, before, hasSlash) = (0, UInt8(0), false)
    let (pathKeep, queryKeep) = (WebAddress.pathKeep, WebAddress.queryKeep)
    while i < bytes.count, bytes[i] != 0x3f, bytes[i] != 0x23 {
      let byte = bytes[i]
      guard pathKeep[Int(byte)], byte != 0x25, byte != 0x5c else { return nil }
      if byte == 0x3a, !hasSlash {
        guard colon == nil else { return nil }
        colon = i
      }
      // Dot segments inside a path: their dot follows a slash; those at the beginning are read in `joined`.
      if byte == 0x2e, before == 0x2f, !PlainReference.leads(bytes, i) { return nil }
      if byte == 0x2f { hasSlash = true }
      (before, i) = (byte, i + 1)
    }
    pathEnd = i
    if i < bytes.count, bytes[i] == 0x3f {
      let start = i + 1
      i = start
      while i < bytes.count, bytes[i] != 0x23 {
        guard queryKeep[Int(bytes[i])] else { return nil }
        i += 1
      }
      queryRange = start..<i
    }
    guard i < bytes.count else { return }
    let rest = bytes[(i + 1)...]
    guard rest.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x25 }) else { return nil }
    fragmentRange = (i + 1)..<bytes.count
  }

  /// Only dots and slashes stand before `i`, beginning with a dot: `../../a`.
  private static func leads(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    bytes[0] == 0x2e && bytes[..<i].allSatisfy { $0 == 0x2e || $0 == 0x2f } && i <= 64
  }

  /// Written as `WebAddress` writes paths, without escapes.
  static func hasPlainPath(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before = UInt8(0)
    let keep = WebAddress.pathKeep
    for byte in bytes {
      if !keep[Int(byte)] || byte == 0x25 || byte == 0x2e && before == 0x2f { return false }
      before = byte
    }
    return true
  }
}
