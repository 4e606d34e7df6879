import DuwangCore
import Foundation
import TestSupport
import Testing

@testable import Extraction

@Suite("Encodings")
struct CharsetTests {
  private static let gb: [UInt8] = [
    0xbe, 0xb0, 0xcc, 0xa9, 0xcf, 0xd8, 0xc8, 0xcb, 0xc3, 0xf1, 0xd5, 0xfe, 0xb8, 0xae,  // 景泰县人民政府
  ]
  private func page(_ head: String, _ text: [UInt8], contentType: String? = nil) -> Page {
    let bytes =
      Array("<html><head>\(head)<title>".utf8) + text + Array("</title></head><body><p>x</p></body></html>".utf8)
    return PageReader(today: readingDay).read(bytes, url: "http://a.cn/", contentType: contentType)
  }

  @Test("gb2312 in the page, GBK from the server and nothing at all are GB18030")
  func chinese() {
    let declared = page("<meta charset=gb2312>", Self.gb)
    #expect((declared.documentTitle, declared.charset, declared.charsetSource) == ("景泰县人民政府", "gb18030", .meta))
    let served = page("", Self.gb, contentType: "text/html; charset=GBK")
    #expect((served.documentTitle, served.charsetSource) == ("景泰县人民政府", .http))
    #expect(page("", Self.gb).documentTitle == "景泰县人民政府")
  }

  @Test("UTF-8 that says gb2312 is read as UTF-8, GBK that says UTF-8 as GB18030")
  func lies() {
    let page = page("<meta charset=gb2312>", Array("景泰县人民政府".utf8))
    #expect((page.documentTitle, page.charsetSource) == ("景泰县人民政府", .utf8))
    #expect(self.page("<meta charset=utf-8>", Self.gb).documentTitle == "景泰县人民政府")
  }

  @Test("a damaged byte costs one character, not the rest of the page")
  func damage() {
    let page = page("<meta charset=gb2312>", Self.gb + [0xff] + Self.gb + Self.gb)
    #expect(page.documentTitle.hasSuffix("景泰县人民政府景泰县人民政府"))
    #expect(page.documentTitle.contains("\u{fffd}"))
  }

  @Test("a byte order mark decides, UTF-16 is read")
  func marks() {
    let wide = "<title>景泰</title>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let page = PageReader(today: readingDay).read([0xff, 0xfe] + wide, url: "http://a.cn/", contentType: nil)
    #expect((page.documentTitle, page.charset, page.charsetSource) == ("景泰", "utf-16le", .bom))
  }

  @Test("real pages in GB2312 lose nothing", .enabled(if: Corpus.isAvailable))
  func corpus() throws {
    let folder = try #require(Corpus.root).appendingPathComponent("html/chardet-gb2312")
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let page = PageReader(today: readingDay).read(
        Array(try Data(contentsOf: file)), url: "http://a.cn/", contentType: nil)
      #expect(page.charset == "gb18030", "\(file.lastPathComponent)")
    }
  }

  @Test("every label of the standard is known, however it is written", .enabled(if: Corpus.isAvailable))
  func labels() throws {
    struct Group: Decodable { var encodings: [Encoding] }
    struct Encoding: Decodable { var name: String, labels: [String] }
    let file = try #require(Corpus.root).appendingPathComponent("html/whatwg-encoding/encodings.json")
    let groups = try JSONDecoder().decode([Group].self, from: Data(contentsOf: file))
    for encoding in groups.flatMap(\.encodings) where !["replacement", "x-user-defined"].contains(encoding.name) {
      let wanted = encoding.name == "GBK" ? "gb18030" : encoding.name.lowercased()
      for label in encoding.labels {
        let found = page("<meta charset='\(label.uppercased())'>", [0x78])
        // UTF-16 that stands in single bytes is UTF-8.
        #expect(found.charset == (wanted.hasPrefix("utf-16") ? "utf-8" : wanted), "\(label)")
      }
    }
  }

  @Test("every two-byte character of GB18030 is read as the standard's index has it", .enabled(if: Corpus.isAvailable))
  func index() throws {
    let file = try #require(Corpus.root).appendingPathComponent("html/whatwg-encoding/index-gb18030.txt")
    var (bytes, wanted) = ([UInt8](), [UInt32]())
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t")
      guard parts.count >= 2, let pointer = Int(parts[0].filter(\.isNumber)),
        let scalar = UInt32(parts[1].dropFirst(2), radix: 16)
      else { continue }
      let trail = pointer % 190
      bytes += [UInt8(pointer / 190 + 0x81), UInt8(trail + (trail < 0x3f ? 0x40 : 0x41))]
      wanted.append(scalar)
    }
    #expect(wanted.count > 23_000)
    let text = DecodedText.of(bytes, contentType: "text/html; charset=gbk")
    let got = String(decoding: text.utf8, as: UTF8.self).unicodeScalars.map(\.value)
    #expect(text.charset == .gb18030)
    #expect(got.count == wanted.count)
    // Six characters that the index keeps in the private area have had their own code since (GB 18030-2022).
    let differing = zip(got, wanted).filter { $0 != $1 }.map(\.1)
    #expect(differing == [0xe816, 0xe817, 0xe818, 0xe831, 0xe83b, 0xe855])
  }
}
