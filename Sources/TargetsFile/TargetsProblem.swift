import DuwangCore

/// One thing to mend in a file that a person keeps, with its place.
package struct TargetsProblem: Sendable, Hashable, CustomStringConvertible {
  package var file: String
  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int
  /// What is wrong and how to mend it, in Chinese.
  package var message: String

  package init(file: String, line: Int, column: Int, message: String) {
    (self.file, self.line, self.column, self.message) = (file, line, column, message)
  }

  /// `FILE:LINE:COLUMN: message`.
  package var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Everything that keeps a Targets.yaml from being used.
package struct TargetsProblems: Error, Sendable, Hashable, CustomStringConvertible {
  /// In the order of the file; never empty.
  package var problems: [TargetsProblem]
  package var warnings: [TargetsProblem]

  package init(problems: [TargetsProblem], warnings: [TargetsProblem] = []) {
    (self.problems, self.warnings) = (problems, warnings)
  }

  /// One problem a line.
  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// A valid Targets.yaml, with what should be looked at all the same.
package struct TargetsLoad: Sendable, Hashable {
  package var targets: Targets
  package var warnings: [TargetsProblem]
}
