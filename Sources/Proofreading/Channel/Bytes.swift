import CLanguageData
import Foundation

/// Read-only bytes that stay where they are for the life of the process: a mapped file or a section of the executable.
/// The only place of this box that knows addresses; every read is checked against the length once, by the tables that
/// use it.
package struct Bytes: @unchecked Sendable {
  let base: UnsafeRawPointer
  package let count: Int
  /// Keeps the mapping alive.
  private let owner: NSData?

  /// Maps `path`; throws what Foundation says when it cannot be read.
  package init(mapping path: String) throws {
    let data = try NSData(contentsOfFile: path, options: .alwaysMapped)
    (base, count, owner) = (data.bytes, data.length, data)
  }

  /// Bytes of the executable itself.
  init(base: UnsafeRawPointer, count: Int) { (self.base, self.count, owner) = (base, count, nil) }

  package init(_ bytes: [UInt8]) {
    let data = bytes.withUnsafeBytes { NSData(bytes: $0.baseAddress, length: $0.count) }
    (base, count, owner) = (data.bytes, data.length, data)
  }

  /// Little-endian value at `offset`, which may be unaligned; nil beyond the end.
  func load<T: FixedWidthInteger>(_ type: T.Type, at offset: Int) -> T? {
    guard offset >= 0, offset <= count - MemoryLayout<T>.size else { return nil }
    return T(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: type))
  }

  func float(at offset: Int) -> Float? { load(UInt32.self, at: offset).map(Float.init(bitPattern:)) }

  /// A table of `length` values from `offset`; nil when it is not within the bytes or not aligned.
  func table<T: FixedWidthInteger>(_ type: T.Type, at offset: Int, length: Int) -> Table<T>? {
    guard offset >= 0, length >= 0, length <= (count - offset) / MemoryLayout<T>.stride,
      Int(bitPattern: base + offset) % MemoryLayout<T>.alignment == 0
    else { return nil }
    return Table(base: (base + offset).assumingMemoryBound(to: type), count: length)
  }
}

/// Values in a row within `Bytes`, which its owner keeps.
struct Table<Element: FixedWidthInteger>: @unchecked Sendable {
  fileprivate let base: UnsafePointer<Element>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return base[index]
  }

  /// Has the value brought near before it is read.
  @inline(__always)
  func prefetch(_ index: Int) { duwang_prefetch(base + index) }
}
