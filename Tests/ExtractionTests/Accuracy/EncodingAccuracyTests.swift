import DuwangCore
import Foundation
import TestSupport
import Testing

@testable import Extraction

/// Which encoding is found on the parsing standard's own cases, byte for byte as they stand in the file.
@Suite("Accuracy on the standard's cases of encodings")
struct EncodingAccuracyTests {
  private struct Case {
    var bytes: [UInt8]
    var encoding: String
  }

  @Test("encodings of the html5lib cases", .enabled(if: Corpus.isAvailable))
  func encodings() throws {
    let cases = try Self.cases()
    var (right, declared) = (0, 0)
    for one in cases {
      let found = PageReader(today: readingDay).read(one.bytes, url: "http://a.cn/", contentType: nil)
      if found.charset == one.encoding { right += 1 } else if found.charsetSource == .meta { declared += 1 }
    }
    print("html5lib编码 \(cases.count)例：一致\(right)，标准不取而页面写明的编码\(declared)")
    #expect(cases.count == 59)
    // Where quotes or `http-equiv` are missing the standard overlooks a declaration that stands there and takes
    // windows-1252, which no portal is written in.
    #expect(right >= 37 && right + declared >= 57)
  }

  private static func cases() throws -> [Case] {
    let folder = try #require(Corpus.root).appending(path: "html/html5lib/encoding")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "dat" }.flatMap { file in
        var (rest, found) = (Array(try Data(contentsOf: file))[...], [Case]())
        while let start = Bytes.find(rest, "#data\n"), let end = Bytes.find(rest, "\n#encoding\n", from: start) {
          let name = rest[(end + 11)...].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
          found.append(
            Case(bytes: Array(rest[(start + 6)..<end]), encoding: String(decoding: name, as: UTF8.self).lowercased()))
          rest = rest[(end + 11)...]
        }
        return found
      }
  }
}
