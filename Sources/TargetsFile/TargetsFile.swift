import DuwangCore
import Foundation
import Yams

/// Targets.yaml: read, decoded and validated as a whole.
package enum TargetsFile {
  /// Throws every problem of the file at once, also when it cannot be opened. Files that it names are looked for beside it.
  package static func load(path: String) throws(TargetsProblems) -> TargetsLoad {
    let url = URL(fileURLWithPath: path)
    let diagnostics = Diagnostics(file: path)
    guard let data = try? Data(contentsOf: url) else {
      diagnostics.error(nil, "文件不存在或无法打开，请核对路径；可用duwang targets discover 网址 起草一份。")
      throw diagnostics.result
    }
    guard let text = YAMLText.decode(data, into: diagnostics) else { throw diagnostics.result }
    return try parse(yaml: text, file: path, baseDirectory: url.deletingLastPathComponent().path)
  }

  /// `file` is the name that problems carry; an empty `baseDirectory` leaves the files that are named unchecked.
  package static func parse(
    yaml: String, file: String, baseDirectory: String = ""
  ) throws(TargetsProblems) -> TargetsLoad {
    let diagnostics = Diagnostics(file: file)
    guard let document = YAMLText.compose(yaml, into: diagnostics) else { throw diagnostics.result }
    guard let root = document.root, !root.isNothing else {
      diagnostics.error(nil, "文件没有内容，请先写version: 1和sites；可用duwang targets discover 网址 起草一份。")
      throw diagnostics.result
    }
    let reader = TargetsReader(diagnostics: diagnostics, renamed: document.renamed, baseDirectory: baseDirectory)
    let targets = reader.read(root)
    let result = diagnostics.result
    guard let targets, result.problems.isEmpty else { throw result }
    return TargetsLoad(targets: targets, warnings: result.warnings)
  }
}
