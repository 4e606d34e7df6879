import CZip

/// A zip file opened for reading; closed when it goes.
struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  /// Cap on one member after decompression, bytes: a bomb ends as "no such member".
  static let mostBytes = 128 << 20

  init?(path: String) {
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY, &code) else { return nil }
    archive = opened
  }

  deinit { zip_discard(archive) }

  /// Nil when there is no such member, or it is damaged or too large.
  func member(_ name: String) -> [UInt8]? {
    guard let file = zip_fopen(archive, name, 0) else { return nil }
    defer { zip_fclose(file) }
    var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0, bytes.count + Int(count) <= ZipArchive.mostBytes else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<Int(count)]
    }
  }
}
