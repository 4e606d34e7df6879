import DuwangCore

/// Names of files made of ids that users write.
enum FileNames {
  /// The id itself when it is letters, digits, `-` and `_` (Chinese ones too); else the safe part of it and a hash, so that two ids
  /// never share a name.
  static func unit(_ id: String) -> String {
    let safe = id.unicodeScalars.filter { isSafe($0) }
    let name = String(String.UnicodeScalarView(safe.prefix(40)))
    let isPlain = safe.count == id.unicodeScalars.count && safe.count <= 40 && !name.isEmpty
    return isPlain && !reserved.contains(name.lowercased()) ? name : "\(name)-\(StableHash.hex(id))"
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "\u{4e00}"..."\u{9fff}": true
    default: false
    }
  }

  /// Device names that Windows refuses as file names.
  private static let reserved: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3",
  ]
}
