import CZstd

/// Bytes as zstd frames with a checksum of their own.
enum Compression {
  /// Level 3: level 9 is three times slower and no smaller on pages.
  private static let level: Int32 = 3
  /// No stored value is larger; a frame that says so is damaged.
  private static let largest: UInt64 = 512 << 20

  /// Nil when zstd refuses, which it does when memory is out.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    guard let context = ZSTD_createCCtx() else { return nil }
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var size = 0
    let frame = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      size = ZSTD_compress2(context, buffer.baseAddress, buffer.count, bytes, bytes.count)
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    return ZSTD_isError(size) == 0 ? frame : nil
  }

  /// Nil when the frame is damaged.
  static func unpacked(_ frame: [UInt8]) -> [UInt8]? {
    let length = ZSTD_getFrameContentSize(frame, frame.count)
    guard length <= largest else { return nil }  // The error values are the largest numbers.
    var size = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      size = ZSTD_decompress(buffer.baseAddress, buffer.count, frame, frame.count)
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    return ZSTD_isError(size) == 0 && bytes.count == Int(length) ? bytes : nil
  }
}
