import Documents
import Foundation
import Testing

struct DocumentReaderTests {
  private let reader = DocumentReader()

  private func file(_ name: String) throws -> [UInt8] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files/\(name)")
    return Array(try Data(contentsOf: place))
  }

  private func text(_ name: String) async throws -> String {
    guard case .text(let text) = await reader.read(try file(name), name: name) else { return "" }
    return text
  }

  @Test(arguments: ["names.xlsx", "names.xls"])
  func rowsOfASheetAreLinesWithTheirCellsApart(_ name: String) async throws {
    let lines = try await text(name).split(separator: "\n").map { $0.split { "\t,\"".contains($0) }.map(String.init) }
    #expect(lines.first?.contains("身份证号") == true)
    #expect(lines.contains { $0.contains("张某") && $0.contains("62042319900101001X") })
    #expect(lines.count == 4)
  }

  @Test(arguments: ["notice.docx", "notice.pdf"])
  func paragraphsOfADocumentAreRead(_ name: String) async throws {
    let text = try await text(name)
    #expect(text.contains("现将补助对象名单印发给你们"), "\(text)")
    #expect(text.contains("62042319900101001X"))
  }

  @Test func tablesOfADocumentKeepTheirRows() async throws {
    #expect(try await text("notice.docx").contains("王某\t4700"))
  }

  @Test(arguments: [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 7, count: 900), "a.xls"),
    (Array("%PDF-1.4 broken".utf8), "a.pdf"), (Array("PK\u{3}\u{4}broken".utf8), "a.docx"), ([], "a.doc"),
    (Array("<html><table></table></html>".utf8), "a.xls"), ([0xff, 0xd8, 0xff], "a.doc"),
  ])
  func damagedFilesAndOthersThanDocumentsHaveNoText(_ bytes: [UInt8], _ name: String) async {
    let text = await reader.read(bytes, name: name)
    #expect(text == .foreign || text == .unreadable("附件没有可读取的文字（可能是扫描件），未检查"))
  }

  @Test func anyBytesBehindAnyBeginningEnd() async {
    var state: UInt64 = 7
    for head in [
      [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Array("%PDF-1.7\n".utf8),
    ] {
      let noise = (0..<4_000).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      _ = await reader.read(head.map { UInt8($0) } + noise, name: "a.doc")
    }
  }
}
