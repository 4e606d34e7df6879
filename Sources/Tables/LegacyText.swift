import Foundation

/// Text of files as offices save them: UTF-8, UTF-16 as spreadsheets write it, else GB18030.
enum LegacyText {
  /// Nil when the bytes are none of these.
  static func decode(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return String(validating: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xff, 0xfe]) { return convert(Array(bytes.dropFirst(2)), from: "UTF-16LE") }
    if bytes.starts(with: [0xfe, 0xff]) { return convert(Array(bytes.dropFirst(2)), from: "UTF-16BE") }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self) ?? convert(bytes, from: "GB18030")
  }

  private static func convert(_ bytes: [UInt8], from charset: String) -> String? {
    guard let descriptor = iconv_open("UTF-8", charset), descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No charset here needs more than three bytes of UTF-8 for one of its own.
    var target = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    let capacity = target.count
    let written: Int? = source.withUnsafeMutableBufferPointer { input in
      target.withUnsafeMutableBufferPointer { output in
        var (from, left) = (input.baseAddress, input.count)
        var (to, room) = (output.baseAddress, capacity)
        return iconv(descriptor, &from, &left, &to, &room) == -1 ? nil : capacity - room
      }
    }
    return written.map { String(decoding: target.prefix($0).map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }
}
