/// A set of tags as bits: readers ask for every node whether it is one of a few.
package struct TagSet: ExpressibleByArrayLiteral, Sendable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  package init(arrayLiteral tags: Tag...) {
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for tag in tags {
      if tag.rawValue < 64 {
        bits.low |= 1 << UInt64(tag.rawValue)
      } else {
        bits.high |= 1 << UInt64(tag.rawValue - 64)
      }
    }
    (low, high) = bits
  }

  @inlinable package func contains(_ tag: Tag) -> Bool {
    let bit = UInt64(tag.rawValue)
    return (bit < 64 ? low >> bit : high >> (bit - 64)) & 1 != 0
  }
}
