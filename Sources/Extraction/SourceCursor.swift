/// A place in a page's source that is moved along and knows its line and its number of characters.
struct SourceCursor {
  private let source: [UInt8]
  private var byte = 0
  /// Unicode scalars before the place.
  private(set) var scalar = 0
  /// From 1.
  private(set) var line = 1

  init(_ source: [UInt8]) { self.source = source }

  /// `target`: bytes from the beginning; cheapest where places are asked for in their order.
  mutating func move(to target: Int) {
    if target < byte { (byte, scalar, line) = (0, 0, 1) }
    let part = byte..<min(target, source.count)
    let (scalars, lines) = source.withUnsafeBufferPointer { bytes in
      var (scalars, lines) = (0, 0)
      for byte in bytes[part] {
        scalars &+= byte & 0xc0 != 0x80 ? 1 : 0
        lines &+= byte == 0x0a ? 1 : 0
      }
      return (scalars, lines)
    }
    (byte, scalar, line) = (max(byte, part.upperBound), scalar + scalars, line + lines)
  }
}
