import Yams

/// Collects the problems of one file while it is read to its end.
final class Diagnostics {
  let file: String
  private(set) var problems: [TargetsProblem] = []
  private(set) var warnings: [TargetsProblem] = []
  private static let most = 200

  init(file: String) { self.file = file }

  func error(_ mark: Mark?, _ message: String) { add(message, at: mark, to: &problems) }

  func error(_ node: Node, _ message: String) { error(node.mark, message) }

  func warn(_ mark: Mark?, _ message: String) { add(message, at: mark, to: &warnings) }

  func error(file: String, line: Int, column: Int, _ message: String) {
    problems.append(TargetsProblem(file: file, line: line, column: column, message: message))
  }

  /// In the order of the file, problems of other files last.
  var result: TargetsProblems {
    func sorted(_ list: [TargetsProblem]) -> [TargetsProblem] {
      list.enumerated().sorted {
        ($0.element.file == file ? 0 : 1, $0.element.line, $0.element.column, $0.offset)
          < ($1.element.file == file ? 0 : 1, $1.element.line, $1.element.column, $1.offset)
      }.map(\.element)
    }
    return TargetsProblems(problems: sorted(problems), warnings: sorted(warnings))
  }

  private func add(_ message: String, at mark: Mark?, to list: inout [TargetsProblem]) {
    let problem = TargetsProblem(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message)
    guard list.count < Diagnostics.most, !list.contains(problem) else { return }
    list.append(problem)
  }
}
