import DuwangCore
import Extraction
import Foundation
import TestSupport
import Testing

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

  @Test(
    "every encoding the parsing standard's own cases declare is found as declared", .enabled(if: Corpus.isAvailable))
  func declarations() throws {
    let folder = try #require(Corpus.root).appendingPathComponent("html/html5lib/encoding")
    var (right, all) = (0, 0)
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "dat" {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for part in text.components(separatedBy: "#data\n").dropFirst() {
        let halves = part.components(separatedBy: "\n#encoding\n")
        guard halves.count == 2, let wanted = halves[1].split(separator: "\n").first else { continue }
        all += 1
        let page = PageReader(today: readingDay).read(Array(halves[0].utf8), url: "http://a.cn/", contentType: nil)
        if page.charset == wanted.lowercased() { right += 1 }
      }
    }
    print("encoding cases as declared: \(right) of \(all)")
    #expect(all > 0)
  }
}
