import Foundation
import Glibc

/// UTF-8 text as GB18030 bytes, through the C library, so that no code of the product is involved.
func gb18030(_ text: String) -> Data {
  guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
    fatalError("the C library knows no GB18030")
  }
  defer { iconv_close(converter) }
  var input = Array(text.utf8CString.dropLast())
  var output = [CChar](repeating: 0, count: input.count * 4 + 4)
  var inputLeft = input.count
  var outputLeft = output.count
  let written = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      iconv(converter, &from, &inputLeft, &to, &outputLeft)
      return target.count - outputLeft
    }
  }
  return Data(output[..<written].map { UInt8(bitPattern: $0) })
}
