/// What came of reading a document's text.
package enum DocumentText: Sendable, Hashable, Codable {
  case text(String)
  /// Why a machine could not read it, for staff.
  case unreadable(String)
  /// Not a document, or a damaged one: whether it is what its name says is a question of the link.
  case foreign
}

/// Reads the text of office documents and PDF files: the OOXML forms in this process, the older ones and PDF through
/// converters that run without a shell, without network and within limits of time, memory and output.
package struct DocumentReader: Sendable {
  /// Longest text that is kept, Unicode scalars.
  package static let longestText = 2_000_000
  private let converter: Converter

  package init() { converter = Converter() }

  /// Kinds of file whose text can be read, by the end of their names.
  package static let extensions: Set<String> = ["doc", "docx", "xls", "xlsx", "pdf", "csv", "txt", "rtf", "wps", "et"]

  /// The text of a file; never throws: what cannot be read says why. `name` tells the older office formats apart where
  /// their bytes do not.
  package func read(_ bytes: [UInt8], name: String) async -> DocumentText {
    switch FileForm.of(bytes, name: name) {
    case .pdf: await converter.run(.pdftotext, on: bytes)
    case .word: await converter.run(.catdoc, on: bytes)
    case .sheet: await converter.run(.xls2csv, on: bytes)
    case .package: OfficePackage(bytes)?.text ?? .foreign
    case .plain: .text(String(decoding: bytes.prefix(Self.longestText), as: UTF8.self))
    case .markup, .unknown: .foreign
    }
  }
}

/// What a file is by its first bytes.
enum FileForm {
  case pdf, word, sheet, package, plain, markup, unknown

  static func of(_ bytes: [UInt8], name: String) -> FileForm {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if bytes.starts(with: Array("%PDF".utf8)) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .package }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return contains(bytes, "Workbook") || contains(bytes, "Book") || ["xls", "et"].contains(ending) ? .sheet : .word
    }
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    if head.contains("<html") || head.contains("<!doctype") || head.contains("<table") { return .markup }
    return ["txt", "csv"].contains(ending) && String(validating: bytes, as: UTF8.self) != nil ? .plain : .unknown
  }

  /// A stream's name in a compound file is UTF-16LE.
  private static func contains(_ bytes: [UInt8], _ name: String) -> Bool {
    let wanted: [UInt8] =
      name.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xff), UInt8(unit >> 8)] } + [0, 0]
    let first = wanted[0]
    var index = 512
    let end = min(bytes.count, 1 << 20) - wanted.count
    while index < end {
      if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return true }
      index += 2
    }
    return false
  }
}
