import HTMLTree

/// Small operations on the tree's text.
enum Text {
  /// Visible text of a range of bytes on one line: blanks run together, marks and zero-width characters gone.
  static func line(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { source in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count) { out in
        let size = write(source, to: out)
        return String(decoding: out[..<size], as: UTF8.self)
      }
    }
  }

  /// As `line`, in UTF-8.
  static func lineBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: source.count) { out, size in size = write(source, to: out) }
    }
  }

  /// As `line`; the number of bytes written, at most as many as there are.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var (i, used, gap) = (0, 0, false)
    while i < bytes.count {
      let (size, kind) = blank(bytes, i)
      switch kind {
      case .space: gap = true
      case .nothing: break
      case .ink:
        if gap, used > 0 {
          out[used] = 0x20
          used += 1
        }
        gap = false
        for k in i..<min(i + size, bytes.count) {
          out[used] = bytes[k]
          used += 1
        }
      }
      i += size
    }
    return used
  }

  /// Bytes without blanks, marks and zero-width characters.
  static func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { source in
      var out: [UInt8] = []
      out.reserveCapacity(source.count)
      var i = 0
      while i < source.count {
        let (size, kind) = blank(source, i)
        if kind == .ink, source[i] != Tree.blockMark { out += source[i..<min(i + size, source.count)] }
        i += size
      }
      return out
    }
  }

  /// Bytes without blanks at both ends and, if wanted, without brackets and bullets there.
  static func stripped(_ bytes: ArraySlice<UInt8>, marks: Bool) -> ArraySlice<UInt8> {
    var view = opened(bytes, marks: marks)
    while let last = lastScalar(view), isBlank(last) || marks && edges.contains(last) {
      view = view.dropLast(UTF8.width(last))
    }
    return view
  }

  /// Bytes without blanks at the beginning and, if wanted, without brackets and bullets there.
  static func opened(_ bytes: ArraySlice<UInt8>, marks: Bool) -> ArraySlice<UInt8> {
    var view = bytes
    while let first = firstScalar(view), isBlank(first) || marks && edges.contains(first) {
      view = view.dropFirst(UTF8.width(first))
    }
    return view
  }

  /// Whether anything can be seen of the bytes.
  static func hasInk(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { source in
      var i = 0
      while i < source.count {
        let (size, kind) = blank(source, i)
        if kind == .ink { return true }
        i += size
      }
      return false
    }
  }

  private static let edges = Set("【】[]［］（）()·><|•■▪○●\u{1e}\u{1f}".unicodeScalars)

  /// The first character of well-formed UTF-8.
  static func firstScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = bytes.first else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let start = bytes.startIndex
    if first >= 0xe0, first < 0xf0, bytes.count > 2 {
      let value = UInt32(first & 15) << 12 | UInt32(bytes[start + 1] & 63) << 6 | UInt32(bytes[start + 2] & 63)
      return Unicode.Scalar(value)
    }
    return String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  static func lastScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let last = bytes.last else { return nil }
    if last < 0x80 { return Unicode.Scalar(last) }
    if bytes.count > 2, bytes[bytes.endIndex - 3] & 0xf0 == 0xe0 { return firstScalar(bytes.suffix(3)) }
    return String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
  }

  static func fromFirstLetter(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var view = bytes
    while let first = firstScalar(view), !isLetter(first) { view = view.dropFirst(UTF8.width(first)) }
    return view
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x41...0x5a).contains(scalar.value & 0xdf) }
    return (0x4e00..<0xa000).contains(scalar.value) || scalar.properties.isAlphabetic
  }

  private enum Ink { case space, nothing, ink }

  @inline(__always)
  private static func blank(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> (Int, Ink) {
    let byte = b[i]
    if byte < 0x80 { return (1, byte == Tree.inlineMark ? .nothing : byte <= 0x20 ? .space : .ink) }
    let second = i + 1 < b.count ? b[i + 1] : 0
    let third = i + 2 < b.count ? b[i + 2] : 0
    switch (byte, second, third) {
    case (0xc2, 0xa0, _): return (2, .space)
    case (0xc2, 0xad, _): return (2, .nothing)
    case (0xe3, 0x80, 0x80): return (3, .space)
    case (0xe2, 0x80, 0x80...0x8a): return (3, .space)
    case (0xe2, 0x80, 0x8b...0x8f), (0xef, 0xbb, 0xbf), (0xe2, 0x81, 0xa0): return (3, .nothing)
    default: return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1, .ink)
    }
  }

  /// How much there is to read: a Chinese character counts 2, a letter or digit 1.
  static func weight(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { $0.reduce(0) { $0 + Int(weights[Int($1)]) } }
  }

  /// Of the byte that begins a character.
  private static let weights: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0xe3..<0xef, 0xf0..<0xf8: 2
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: 1
    default: 0
    }
  }

  /// Title as shown, without what templates put around it: bullets, numbers in brackets stay.
  static func title(_ text: String) -> String {
    var view = text.unicodeScalars[...]
    while let first = view.first, isBlank(first) || bullets.contains(first) { view = view.dropFirst() }
    while let last = view.last, isBlank(last) || closers.contains(last) { view = view.dropLast() }
    return view.startIndex == text.startIndex && view.endIndex == text.endIndex ? text : String(view)
  }

  private static let bullets = Set("·•●◆◇■□▪▫▶►>»›※★☆◎○→-–—|｜、.．・".unicodeScalars)
  private static let closers = Set("|｜>»›·•".unicodeScalars)

  /// White space, by a short way for the characters that most texts consist of.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value == 0x20 || (9...13).contains(scalar.value) }
    return (0x3400..<0xfe00).contains(scalar.value) ? false : scalar.properties.isWhitespace
  }

  /// Letters and digits alone in UTF-8, ASCII in lower case, full-width forms as ASCII: for comparing titles.
  static func key(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    if let key = bytes.withContiguousStorageIfAvailable(key) { return key }
    return Array(bytes).withUnsafeBufferPointer(key)
  }

  private static func key(_ b: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: b.count) { out, used in
      func put(_ byte: UInt8) {
        out[used] = byte
        used += 1
      }
      var i = 0
      while i < b.count {
        let byte = b[i]
        let size = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
        if byte < 0x80 {
          if let letter = letter(byte) { put(letter) }
        } else if byte == 0xef, i + 2 < b.count, b[i + 1] == 0xbc || b[i + 1] == 0xbd {
          let ascii = UInt8(truncatingIfNeeded: (Int(b[i + 1]) - 0xbc) * 64 + Int(b[i + 2]) - 0x60)
          if let letter = letter(ascii) { put(letter) }
        } else if byte >= 0xe3 && byte != 0xef && !(byte == 0xe3 && i + 2 < b.count && isMark(b[i + 1], b[i + 2])) {
          for k in i..<min(i + size, b.count) { put(b[k]) }
        }
        i += size
      }
    }
  }

  static func key(_ text: String) -> [UInt8] { key(text.utf8) }

  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7a: byte
    case 0x41...0x5a: byte | 0x20
    default: nil
    }
  }

  /// CJK punctuation; 〇 is a digit.
  private static func isMark(_ second: UInt8, _ third: UInt8) -> Bool { second == 0x80 && third != 0x87 }
}
