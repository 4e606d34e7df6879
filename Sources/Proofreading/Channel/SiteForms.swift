/// In how many documents of the portal a form stands: what many other documents say is no error.
package struct SiteForms: Sendable {
  static let magic: UInt64 = 0x3153_4c43_5744  // "DWCLS1"
  /// Other documents from which a form is usual.
  package static let usual = 5
  /// Characters and documents the counts come from.
  package let characters: Int
  package let documents: Int
  private let forms: Table<UInt64>
  private let formCount: Int
  private let paragraphs: Table<UInt64>
  private let paragraphCount: Int
  private let bytes: Bytes

  /// Header: magic, documents, characters, forms n, paragraphs m, 64 bits each; then n sorted forms (48 bits of hash,
  /// 16 of documents) and m sorted hashes of paragraphs, 64 bits each. Nil when `bytes` is not such a model.
  package init?(_ bytes: Bytes) {
    guard bytes.load(UInt64.self, at: 0) == Self.magic, let documents = bytes.load(UInt64.self, at: 8),
      let characters = bytes.load(UInt64.self, at: 16), let count = bytes.load(UInt64.self, at: 24), count < 1 << 32,
      let total = bytes.load(UInt64.self, at: 32), total < 1 << 32,
      let forms = bytes.table(UInt64.self, at: 40, length: Int(count)),
      let paragraphs = bytes.table(UInt64.self, at: 40 + 8 * Int(count), length: Int(total))
    else { return nil }
    (self.documents, self.characters) = (Int(clamping: documents), Int(clamping: characters))
    (self.forms, formCount, self.paragraphs, paragraphCount) = (forms, Int(count), paragraphs, Int(total))
    self.bytes = bytes
  }

  struct Evidence {
    var wrong: String
    var right: String
    /// Other documents that hold the form.
    var wrongCount: Int
    var rightCount: Int
    var isUsual: Bool { wrongCount >= SiteForms.usual && wrongCount * 20 >= rightCount }
  }

  /// Counts for the span with its neighbours; the paragraph under test is left out of them when it was counted.
  func evidence(for range: Range<Int>, replacement: [UInt32], in passage: Passage, _ paragraph: Range<Int>) -> Evidence?
  {
    let isCounted = contains(Self.hash(passage.folded[paragraph]))
    let codes = Array(passage.folded[paragraph])
    let place = range.lowerBound - paragraph.lowerBound..<range.upperBound - paragraph.lowerBound
    var best: Evidence?
    for window in Self.windows(place, codes) {
      var changed = codes
      changed.replaceSubrange(place, with: replacement)
      let found = Evidence(
        wrong: Self.text(codes[window]), right: Self.text(changed[window]),
        wrongCount: max(0, count(Self.hash(codes[window])) - (isCounted ? 1 : 0)),
        rightCount: count(Self.hash(changed[window])))
      if best == nil || found.wrongCount < best!.wrongCount { best = found }
    }
    return best
  }

  /// The span with one character on either side, as far as they are characters; forms have two to four.
  private static func windows(_ place: Range<Int>, _ codes: [UInt32]) -> [Range<Int>] {
    let hasLeft = place.lowerBound > 0 && Passage.isHan(codes[place.lowerBound - 1])
    let hasRight = place.upperBound < codes.count && Passage.isHan(codes[place.upperBound])
    var windows = [Range<Int>]()
    if hasLeft { windows.append(place.lowerBound - 1..<place.upperBound) }
    if hasRight { windows.append(place.lowerBound..<place.upperBound + 1) }
    return windows.filter { (2...4).contains($0.count) }
  }

  private static func text(_ codes: ArraySlice<UInt32>) -> String {
    String(String.UnicodeScalarView(codes.compactMap(Unicode.Scalar.init)))
  }

  func count(_ hash: UInt64) -> Int {
    let key = hash & ~0xffff
    var (low, high) = (0, formCount)
    while low < high {
      let middle = (low + high) / 2
      if forms[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < formCount && forms[low] >> 16 == key >> 16 ? Int(forms[low] & 0xffff) : 0
  }

  private func contains(_ hash: UInt64) -> Bool {
    var (low, high) = (0, paragraphCount)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < paragraphCount && paragraphs[low] == hash
  }

  static func hash(_ codes: ArraySlice<UInt32>) -> UInt64 {
    codes.reduce(0x9e37_79b9_7f4a_7c15) { hash, code in
      let mixed = (hash ^ UInt64(code)) &* 0xbf58_476d_1ce4_e5b9
      return mixed ^ mixed >> 29
    }
  }
}
