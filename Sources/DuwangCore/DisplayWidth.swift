extension String {
  /// Columns of a terminal: East Asian wide characters take two.
  package var displayWidth: Int {
    unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
        0xffe0...0xffe6, 0x20000...0x3fffd:
        sum + 2
      default: sum + 1
      }
    }
  }
}
