/// JSON as portals write it: single quotes, names without quotes, a callback around it.
indirect enum LooseJSON: Sendable, Hashable {
  case object([String: LooseJSON])
  case array([LooseJSON])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// Reads the first value in the bytes; nil when there is none. Values nested deeper than 64 are not read.
  init?(_ bytes: ArraySlice<UInt8>) {
    var parser = Parser(bytes: bytes, at: bytes.startIndex)
    guard let value = parser.value(depth: 0) else { return nil }
    self = value
  }

  init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  subscript(_ key: String) -> LooseJSON? { if case .object(let pairs) = self { pairs[key] } else { nil } }

  /// Text of a string or a number.
  var text: String? {
    switch self {
    case .string(let s): s
    case .number(let n): n == n.rounded() && abs(n) < 1e15 ? String(Int(n)) : String(n)
    default: nil
    }
  }

  /// All arrays of objects, at any depth, in the order of depth.
  var recordLists: [[[String: LooseJSON]]] {
    switch self {
    case .array(let items):
      let objects = items.compactMap { item -> [String: LooseJSON]? in if case .object(let o) = item { o } else { nil }
      }
      return (objects.count == items.count ? [objects] : []) + items.flatMap(\.recordLists)
    case .object(let pairs): return pairs.sorted { $0.key < $1.key }.flatMap(\.value.recordLists)
    default: return []
    }
  }

  /// All strings at any depth.
  var strings: [String] {
    switch self {
    case .string(let s): [s]
    case .array(let items): items.flatMap(\.strings)
    case .object(let pairs): pairs.sorted { $0.key < $1.key }.flatMap(\.value.strings)
    default: []
    }
  }

  private struct Parser {
    let bytes: ArraySlice<UInt8>
    var at: Int

    private var byte: UInt8 { at < bytes.endIndex ? bytes[at] : 0 }

    private mutating func skip() {
      while at < bytes.endIndex, bytes[at] <= 0x20 || bytes[at] == 0xef || bytes[at] == 0xbb || bytes[at] == 0xbf {
        at += 1
      }
    }

    mutating func value(depth: Int) -> LooseJSON? {
      skip()
      guard depth < 64, at < bytes.endIndex else { return nil }
      switch byte {
      case 0x7b: return object(depth)
      case 0x5b: return array(depth)
      case 0x22, 0x27: return quoted().map(LooseJSON.string)
      default: return bare()
      }
    }

    private mutating func object(_ depth: Int) -> LooseJSON? {
      at += 1
      var pairs: [String: LooseJSON] = [:]
      while true {
        skip()
        if byte == 0x7d {
          at += 1
          return .object(pairs)
        }
        if byte == 0x2c {
          at += 1
          continue
        }
        guard let key = byte == 0x22 || byte == 0x27 ? quoted() : name() else { return nil }
        skip()
        guard byte == 0x3a else { return nil }
        at += 1
        guard let value = value(depth: depth + 1) else { return nil }
        pairs[key] = value
      }
    }

    private mutating func array(_ depth: Int) -> LooseJSON? {
      at += 1
      var items: [LooseJSON] = []
      while true {
        skip()
        if byte == 0x5d {
          at += 1
          return .array(items)
        }
        if byte == 0x2c {
          at += 1
          continue
        }
        guard let value = value(depth: depth + 1) else { return nil }
        items.append(value)
      }
    }

    private mutating func name() -> String? {
      let start = at
      while at < bytes.endIndex, bytes[at] > 0x20, !":,{}[]".utf8.contains(bytes[at]) { at += 1 }
      return at > start ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
    }

    private mutating func bare() -> LooseJSON? {
      guard let word = name() else { return nil }
      switch word {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null", "undefined": return .null
      default:
        if let number = Double(word) { return .number(number) }
        // `callback({…})`: what is inside counts.
        guard let open = word.firstIndex(of: "(") else { return .string(word) }
        at -= word[open...].utf8.count - 1
        return value(depth: 63)
      }
    }

    private mutating func quoted() -> String? {
      let quote = byte
      at += 1
      var out: [UInt8] = []
      while at < bytes.endIndex, bytes[at] != quote {
        if bytes[at] == 0x5c, at + 1 < bytes.endIndex {
          at += 1
          escape(&out)
        } else {
          out.append(bytes[at])
          at += 1
        }
      }
      guard at < bytes.endIndex else { return nil }
      at += 1
      return String(decoding: out, as: UTF8.self)
    }

    private mutating func escape(_ out: inout [UInt8]) {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x6e: out.append(0x0a)
      case 0x74: out.append(0x09)
      case 0x72: out.append(0x0d)
      case 0x62, 0x66: out.append(0x20)
      case 0x75:
        var code = hex() ?? 0xfffd
        if (0xd800..<0xdc00).contains(code), at + 1 < bytes.endIndex, bytes[at] == 0x5c, bytes[at + 1] == 0x75 {
          at += 2
          code = 0x10000 + ((code - 0xd800) << 10) + ((hex() ?? 0xdc00) &- 0xdc00) & 0x3ff
        }
        out += Array(String(UnicodeScalar(code) ?? "\u{fffd}").utf8)
      default: out.append(byte)
      }
    }

    private mutating func hex() -> UInt32? {
      guard at + 4 <= bytes.endIndex else { return nil }
      defer { at += 4 }
      return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    }
  }
}
