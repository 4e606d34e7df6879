import CLibXML2
import Glibc

/// A piece of text as libxml2 tells it, beside the markup that it stands for.
struct ToldText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let first: UnsafePointer<UInt8>
  /// The parser's position, the bytes it holds before it, and those from the beginning of the markup.
  private let here: UnsafePointer<UInt8>
  private let known: Int
  private let end: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ context: htmlParserCtxtPtr?) {
    guard let input = context?.pointee.input, let first = bytes.baseAddress, let here = input.pointee.cur,
      let base = input.pointee.base
    else { return nil }
    (self.bytes, self.first, self.here, known) = (bytes, first, here, here - base)
    end = Int(input.pointee.consumed) + known
  }

  /// Bytes of the markup. Plain text lies before the parser's position as it is, of a part of a long text all but the
  /// last character; a reference (`&amp;`) lies there too, but a lone `<` is told before the parser goes over it.
  var place: Range<Int> {
    let ahead = bytes.count < Self.longText ? 0 : bytes.reversed().prefix { $0 & 0xc0 == 0x80 }.count + 1
    if known + ahead >= bytes.count, memcmp(here + ahead - bytes.count, first, bytes.count) == 0 {
      return (end + ahead - bytes.count)..<(end + ahead)
    }
    var back = 1
    while back <= known, !" <>&".utf8.contains((here - back).pointee) { back += 1 }
    guard back <= known, (here - back).pointee == 0x26, isReference(back) else {
      return end..<(here.pointee == first.pointee ? end + 1 : end)
    }
    return (end - back)..<end
  }

  private func isReference(_ length: Int) -> Bool {
    bytes[0] != 0x3c || here.pointee != 0x3c || (here - 1).pointee == 0x3b
      || length > 1 && (here - length + 1).pointee == 0x23
  }

  /// What browsers show where libxml2 shows something else, and how many bytes of the text that it tells next are none;
  /// nil where both show the same. `place`: that of this text, a reference.
  func meant(_ place: Range<Int>) -> (utf8: [UInt8], skipped: Int)? {
    if bytes.count == 2, bytes[0] == 0xc2 { return References.windows1252(bytes[1]).map { ($0, 0) } }
    guard bytes.count == 1, bytes[0] == 0x26, (here - 1).pointee != 0x3b else { return nil }
    let name = UnsafeBufferPointer(start: here - place.count + 1, count: place.count - 1)
    return References.unended(name).map { ($0.utf8, $0.size) }
  }

  /// Bytes from which on libxml2 tells a text in parts (HTML_PARSER_BIG_BUFFER_SIZE).
  private static let longText = 1000
}
