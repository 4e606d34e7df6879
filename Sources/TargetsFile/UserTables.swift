import DuwangCore
import Foundation
import Proofreading

/// The tables that staff keep beside Targets.yaml: there, in UTF-8, with the columns that are needed.
struct UserTables {
  enum Kind {
    case dictionary, units, leaders, severe
  }

  let baseDirectory: String
  let diagnostics: Diagnostics

  func check(_ path: Located, _ kind: Kind) {
    guard !baseDirectory.isEmpty else { return }
    let place = URL(fileURLWithPath: path.text, relativeTo: URL(fileURLWithPath: baseDirectory, isDirectory: true))
    guard let data = try? Data(contentsOf: place) else {
      diagnostics.error(path.mark, "找不到文件“\(path.text)”，请核对路径（相对于本配置文件所在的文件夹）。")
      return
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      diagnostics.error(path.mark, "文件“\(path.text)”不是UTF-8编码，请另存为UTF-8。")
      return
    }
    for problem in problems(of: text, path.text, kind).prefix(20) {
      diagnostics.error(file: path.text, line: problem.line, column: 1, problem.message + "。")
    }
  }

  /// What the reader of each file says about it, so that what is validated is what is used.
  private func problems(of text: String, _ file: String, _ kind: Kind) -> [(line: Int, message: String)] {
    switch kind {
    case .dictionary: WordPair.parse(text, file: file).problems
    case .units: RegisteredUnit.parse(text).problems
    case .leaders: RegisteredLeader.parse(text).problems
    case .severe: SevereTerm.problems(of: text)
    }
  }
}
