import Foundation

/// One page of the corpus with the address it was published at.
struct CorpusPage {
  var file: String
  var url: String
  var bytes: [UInt8]

  private struct Row: Decodable {
    var file: String
    var address: String?

    private enum CodingKeys: String, CodingKey {
      case file
      case address = "original_url"
    }
  }

  /// All pages that the indexes of lists and articles name.
  static func all(in root: String) throws -> [CorpusPage] {
    try ["lists", "articles"].flatMap { folder in
      let index = try String(contentsOfFile: "\(root)/\(folder)/index.jsonl", encoding: .utf8)
      return try index.split(separator: "\n").map { line in
        let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        let path = "\(folder)/\(row.file)"
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")))
        return CorpusPage(file: path, url: row.address ?? "http://portal.test/col/x/index.html", bytes: bytes)
      }
    }
  }
}
