import DuwangCore
import Foundation
import Yams

/// An indicator table as a YAML file: read strictly, every problem with its place.
package enum ProfileFile {
  package static func parse(yaml: String, file: String) throws(TargetsProblems) -> IndicatorProfile {
    let diagnostics = Diagnostics(file: file)
    guard let document = YAMLText.compose(yaml, into: diagnostics) else { throw diagnostics.result }
    guard let root = document.root, !root.isNothing else {
      diagnostics.error(nil, "文件没有内容，请先写profile、name、source和items。")
      throw diagnostics.result
    }
    let profile = ProfileReader(diagnostics: diagnostics, renamed: document.renamed).read(root)
    guard let profile, diagnostics.result.problems.isEmpty else { throw diagnostics.result }
    return profile
  }
}

extension TargetsReader {
  /// The tables that `indicators` names: built-in ones by name, others by the path of a file beside Targets.yaml. Both
  /// national ones where the key is absent.
  func readProfiles(_ root: Fields) -> [IndicatorProfile] {
    guard root.has("indicators") else { return BuiltInProfiles.names.compactMap(BuiltInProfiles.profile) }
    var seen = SeenNames()
    return root.texts("indicators").compactMap { entry in
      guard let profile = BuiltInProfiles.profile(entry.text) ?? ownProfile(entry) else { return nil }
      seen.check(Located(text: profile.id, mark: entry.mark), "指标体系", diagnostics)
      return profile
    }
  }

  private func ownProfile(_ entry: Located) -> IndicatorProfile? {
    guard entry.text.hasSuffix(".yaml") || entry.text.hasSuffix(".yml") else {
      diagnostics.error(
        entry.mark, "没有名为“\(entry.text)”的指标体系；内置\(BuiltInProfiles.names.joined(separator: "、"))，自有的请写.yaml文件的路径。")
      return nil
    }
    guard !baseDirectory.isEmpty else { return nil }
    let place = URL(fileURLWithPath: entry.text, relativeTo: URL(fileURLWithPath: baseDirectory, isDirectory: true))
    guard let data = try? Data(contentsOf: place) else {
      diagnostics.error(entry.mark, "找不到文件“\(entry.text)”，请核对路径（相对于本配置文件所在的文件夹）。")
      return nil
    }
    let own = Diagnostics(file: entry.text)
    do throws(TargetsProblems) {
      guard let text = YAMLText.decode(data, into: own) else { throw own.result }
      return try ProfileFile.parse(yaml: text, file: entry.text)
    } catch {
      for problem in error.problems {
        diagnostics.error(file: problem.file, line: problem.line, column: problem.column, problem.message)
      }
      return nil
    }
  }
}
