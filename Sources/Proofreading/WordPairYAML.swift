import DuwangCore
import Yams

extension WordPair {
  /// Reads a user's dictionary: YAML where the file's name says so, else TSV.
  package static func parse(_ text: String, file: String) -> (
    pairs: [WordPair], problems: [(line: Int, message: String)]
  ) {
    file.hasSuffix(".yaml") || file.hasSuffix(".yml") ? parse(yaml: text) : parse(text)
  }

  /// A list of `{wrong: …, right: …, exceptions: […], confidence: certain|suspected, note: …}`. Problems give the line
  /// (from 1) and a sentence.
  package static func parse(yaml text: String) -> (pairs: [WordPair], problems: [(line: Int, message: String)]) {
    var (pairs, problems) = ([WordPair](), [(line: Int, message: String)]())
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      return ([], [(line(of: error), "不是有效的YAML")])
    } catch {
      return ([], [(1, "不是有效的YAML")])
    }
    guard let root else { return ([], []) }
    guard let entries = root.sequence else { return ([], [(root.mark?.line ?? 1, "应为词条的列表，每条含wrong和right")]) }
    for entry in entries {
      let line = entry.mark?.line ?? 1
      guard let wrong = entry["wrong"]?.string, let right = entry["right"]?.string, !wrong.isEmpty, wrong != right
      else {
        problems.append((line, "每条应有wrong（错误写法）和right（正确写法），且两者不同"))
        continue
      }
      let exceptions = (entry["exceptions"]?.sequence.map(Array.init) ?? []).compactMap(\.string).flatMap(expanded)
      if let stray = exceptions.first(where: { !$0.contains(wrong) }) {
        problems.append((line, "例外“\(stray)”未包含错误写法“\(wrong)”"))
      }
      guard let confidence = Confidence(rawValue: entry["confidence"]?.string ?? "certain") else {
        problems.append((line, "confidence应为certain或suspected"))
        continue
      }
      pairs.append(
        WordPair(
          wrong: wrong, right: right, exceptions: exceptions, confidence: confidence,
          severity: confidence == .suspected ? .hint : nil, note: entry["note"]?.string ?? ""))
    }
    return (pairs, problems)
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }
}
