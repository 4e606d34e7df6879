import ArgumentParser
import DuwangCore
import TargetsFile

/// Reads Targets.yaml for a command: every problem on its own line, then exit code 65.
enum TargetsLoading {
  static func load(_ path: String) throws -> Targets {
    do {
      let load = try TargetsFile.load(path: path)
      for warning in load.warnings { Console.note(warning.description) }
      return load.targets
    } catch {
      for problem in error.problems { Console.note(problem.description) }
      throw ExitCode.badInput
    }
  }

  static func noteWithoutEffect(_ targets: Targets) {
    guard !targets.withoutEffect.isEmpty else { return }
    Console.note("提示：Targets.yaml中的\(targets.withoutEffect.joined(separator: "、"))在本版本中尚不起作用。")
  }
}
