import Foundation
import Yams

/// The bytes of a YAML file as a tree with marks, or the reason why there is none.
enum YAMLText {
  /// 4 MB: a county's file has some hundred kilobytes.
  static let mostBytes = 4_000_000

  /// UTF-8 with or without a byte order mark; nil after an error.
  static func decode(_ data: Data, into diagnostics: Diagnostics) -> String? {
    let bytes = Array(data)
    if bytes.count > mostBytes {
      diagnostics.error(nil, "文件超过4MB，不像是配置文件，请核对路径。")
      return nil
    }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      diagnostics.error(nil, "文件编码为UTF-16，请用编辑器另存为UTF-8编码。")
      return nil
    }
    let content = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: content, as: UTF8.self) { return text }
    let place = firstInvalid(in: content)
    diagnostics.error(
      file: diagnostics.file, line: place.line, column: place.column,
      "此处不是UTF-8文字（可能是GBK编码），请用编辑器将文件另存为UTF-8编码。")
    return nil
  }

  /// The document; a key that stands twice in one mapping is reported and the later one is used.
  static func compose(_ text: String, into diagnostics: Diagnostics) -> (root: Node?, renamed: [String: String])? {
    var (text, renamed) = (text, [String: String]())
    while true {
      do {
        return (try Yams.compose(yaml: text), renamed)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard renamed.count < 100, let key = keys.first,
          let next = rename(key, at: context.mark, in: text, number: renamed.count)
        else {
          diagnostics.error(context.mark, "键“\(keys.joined(separator: "、"))”重复出现，请只保留一处。")
          return nil
        }
        text = next.text
        renamed[next.placeholder] = key
      } catch {
        report(error, text: text, into: diagnostics)
        return nil
      }
    }
  }

  /// Writes a placeholder of the same length over the first of two equal keys, so that the rest can be read too.
  private static func rename(
    _ key: String, at mark: Mark, in text: String, number: Int
  ) -> (text: String, placeholder: String)? {
    let length = key.unicodeScalars.count
    guard length > 0, let private1 = Unicode.Scalar(0xe000 + UInt32(number)) else { return nil }
    var scalars = Array(text.unicodeScalars)
    guard var start = offset(of: mark, in: scalars) else { return nil }
    if scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
    guard start + length <= scalars.count, Array(key.unicodeScalars) == Array(scalars[start..<start + length]) else {
      return nil
    }
    let placeholder = Array(repeating: private1, count: length)
    scalars.replaceSubrange(start..<start + length, with: placeholder)
    return (String(String.UnicodeScalarView(scalars)), String(String.UnicodeScalarView(placeholder)))
  }

  private static func offset(of mark: Mark, in scalars: [Unicode.Scalar]) -> Int? {
    var (line, index) = (1, 0)
    while line < mark.line {
      guard index < scalars.count else { return nil }
      if scalars[index] == "\n"
        || (scalars[index] == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n"))
      {
        line += 1
      }
      index += 1
    }
    index += mark.column - 1
    return index < scalars.count ? index : nil
  }

  private static func firstInvalid(in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (line, lineStart) = (1, 0)
    for (index, byte) in bytes.enumerated() where byte == 0x0a {
      if String(validating: bytes[lineStart..<index], as: UTF8.self) == nil { break }
      (line, lineStart) = (line + 1, index + 1)
    }
    let rest = bytes[lineStart...].prefix { $0 != 0x0a }
    let replaced = String(decoding: rest, as: UTF8.self).unicodeScalars
    let column = replaced.prefix { $0 != "\u{fffd}" }.count + 1
    return (line, column)
  }

  private static func report(_ error: any Error, text: String, into diagnostics: Diagnostics) {
    guard let error = error as? YamlError else {
      diagnostics.error(nil, "文件不能按YAML读出，请核对书写格式。")
      return
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      diagnostics.error(mark, YAMLAdvice.sentence(for: problem, line: line(mark.line, of: text), column: mark.column))
    case .reader(_, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      let line = before.count(where: \.isNewline) + 1
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      diagnostics.error(file: diagnostics.file, line: line, column: column, "此处有不可见的控制字符，请删除。")
    default:
      diagnostics.error(nil, "文件不能按YAML读出，请核对书写格式。")
    }
  }

  private static func line(_ number: Int, of text: String) -> Substring {
    let lines = text.split(separator: "\n", maxSplits: number, omittingEmptySubsequences: false)
    return number >= 1 && number <= lines.count ? lines[number - 1] : ""
  }
}
