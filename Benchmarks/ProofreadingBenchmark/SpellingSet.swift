import Foundation

/// Sentences with their corrections.
struct SpellingSet {
  var name: String
  /// As written and as right, of the same length in scalars.
  var sentences: [(wrong: [Unicode.Scalar], right: [Unicode.Scalar])]

  static let names = [
    "ecspell-law/law.test", "ecspell-law/law.train", "ecspell-med/med.test", "lemon/car.txt", "lemon/enc.txt",
    "lemon/gam.txt", "lemon/mec.txt", "lemon/nov.txt", "sighan13/test2013.simplified.txt",
    "sighan14/test2014.simplified.txt", "yaclc-csc-dev/yaclc-csc_dev", "faspell-ocr/ocr_test_1000.txt",
  ]

  /// Weights are learned from these alone.
  static let learned = ["ecspell-law/law.train", "lemon/car.txt", "lemon/enc.txt", "lemon/mec.txt"]

  init(_ name: String, in corpus: URL) throws {
    self.name = name
    let file = corpus.appending(path: "csc/" + name)
    if name.hasPrefix("yaclc") {
      let wrong = try Self.lines(URL(filePath: file.path + ".src"))
      let right = try Self.lines(URL(filePath: file.path + ".trg"))
      sentences = zip(wrong, right).map {
        (Self.scalars($0.split(separator: "\t").last), Self.scalars($1.split(separator: "\t").last))
      }
    } else {
      sentences = try Self.lines(file).compactMap { line in
        let fields = line.split(separator: "\t")
        guard fields.count >= 2 else { return nil }
        return (Self.scalars(fields[fields.count - 2]), Self.scalars(fields[fields.count - 1]))
      }
    }
    if name.hasPrefix("lemon") {
      sentences = sentences.map { ($0.filter { $0 != " " }, $1.filter { $0 != " " }) }
    }
    sentences = sentences.filter { $0.wrong.count == $0.right.count }
  }

  private static func lines(_ file: URL) throws -> [Substring] {
    try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
  }

  private static func scalars(_ text: Substring?) -> [Unicode.Scalar] { text.map { Array($0.unicodeScalars) } ?? [] }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
