import Glibc

/// Text as bytes of GB18030, for the pages that are served as old portals serve them.
enum GBK {
  /// Characters outside the charset become `?`; GB18030 has a code for every one, so there are none.
  static func bytes(of text: String) -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
      return Array(text.utf8)
    }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    let capacity = output.count
    var left = capacity
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var remaining = source.count
        _ = iconv(converter, &from, &remaining, &to, &left)
      }
    }
    return output.prefix(capacity - left).map { UInt8(bitPattern: $0) }
  }
}
