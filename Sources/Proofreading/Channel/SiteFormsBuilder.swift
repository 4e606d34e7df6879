/// Counts forms of two to four characters over the documents of a portal. A paragraph that stands in several documents
/// is counted once: page furniture and reprints say nothing about usage.
package struct SiteFormsBuilder {
  private var counts: [UInt64: UInt16] = [:]
  private var paragraphs: Set<UInt64> = []
  package private(set) var documents = 0
  package private(set) var characters = 0

  package init() {}

  /// Adds one document; of a page that was published in several versions only the newest is given.
  package mutating func add(_ text: String) {
    let passage = Passage(text, published: nil)
    var forms = Set<UInt64>()
    for paragraph in passage.paragraphs {
      guard paragraphs.insert(SiteForms.hash(passage.folded[paragraph])).inserted else { continue }
      characters += paragraph.count
      for start in paragraph where Passage.isHan(passage.folded[start]) {
        for length in 2...4 where start + length <= paragraph.upperBound {
          guard Passage.isHan(passage.folded[start + length - 1]) else { break }
          forms.insert(SiteForms.hash(passage.folded[start..<start + length]) & ~0xffff)
        }
      }
    }
    documents += 1
    for form in forms { counts[form, default: 0] = min(counts[form, default: 0], .max - 1) + 1 }
  }

  /// The model as bytes, laid out as `SiteForms` reads it; forms of a single document are left out.
  package func build() -> [UInt8] {
    let forms = counts.filter { $0.value > 1 }.map { $0.key | UInt64($0.value) }.sorted()
    let head = [SiteForms.magic, UInt64(documents), UInt64(characters), UInt64(forms.count), UInt64(paragraphs.count)]
    return (head + forms + paragraphs.sorted()).map(\.littleEndian).withUnsafeBytes { Array($0) }
  }
}
