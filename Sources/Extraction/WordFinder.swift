/// Words in UTF-8, each of three bytes or more, that are looked for anywhere in a text in one pass: most lines hold none.
struct WordFinder: ExpressibleByArrayLiteral, Sendable {
  private let words: [[UInt8]]
  /// By `slot` of three bytes, the number of the bucket of words that may begin with them; 0 is the empty one.
  private let bucketOf: [UInt16]
  /// Indices into `words`.
  private let buckets: [[Int]]

  init(arrayLiteral words: String...) { self.init(words) }

  init(_ words: [String]) {
    let words = words.map { Array($0.utf8) }
    precondition(words.allSatisfy { $0.count >= 3 })
    self.words = words
    var (bucketOf, buckets) = ([UInt16](repeating: 0, count: 4096), [[Int]()])
    for (index, word) in words.enumerated() {
      let slot = WordFinder.slot(word[0], word[1], word[2])
      if bucketOf[slot] == 0 {
        bucketOf[slot] = UInt16(buckets.count)
        buckets.append([])
      }
      buckets[Int(bucketOf[slot])].append(index)
    }
    (self.bucketOf, self.buckets) = (bucketOf, buckets)
  }

  func stands(in bytes: ArraySlice<UInt8>) -> Bool {
    var isFound = false
    search(bytes) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// One flag a word, in the order of the words: whether it stands in the text.
  func standing(in bytes: ArraySlice<UInt8>) -> [Bool] {
    var found = [Bool](repeating: false, count: words.count)
    search(bytes) { word in
      found[word] = true
      return true
    }
    return found
  }

  /// Hands on the words in the order in which they stand, until the answer is false.
  @inline(__always)
  private func search(_ bytes: ArraySlice<UInt8>, _ handle: (Int) -> Bool) {
    bytes.withUnsafeBufferPointer { text in
      bucketOf.withUnsafeBufferPointer { bucketOf in
        guard text.count >= 3 else { return }
        for i in 0..<(text.count - 2) {
          let bucket = bucketOf[WordFinder.slot(text[i], text[i + 1], text[i + 2])]
          guard bucket != 0 else { continue }
          for word in buckets[Int(bucket)] where isWord(word, text, at: i) && !handle(word) { return }
        }
      }
    }
  }

  private func isWord(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let word = words[index]
    return start + word.count <= text.count && word.indices.allSatisfy { text[start + $0] == word[$0] }
  }

  @inline(__always)
  private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (Int(c) ^ Int(b) << 4 ^ Int(a) << 6) & 4095
  }
}
