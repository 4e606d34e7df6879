import GRDB

/// How the two files came to be as they are: one step a release, each in a file of `Migrations/`. A step that was released
/// never changes, and a new one goes to the end.
enum Schema {
  typealias Step = (name: String, run: @Sendable (Database) throws -> Void)

  /// `history.sqlite`: what was read, when, and what came of it.
  static let historySteps: [Step] = [
    ("v1", firstHistory), ("v2-external-hosts", externalHosts), ("v3-probes", probeSums),
    ("v4-sources", sourcesHistory), ("v4-items", items), ("v5-report-parts", reportParts),
    ("v6-judgements", judgements),
  ]

  /// `bodies.sqlite`: pages as they came, once by content, so that the history can be copied without them.
  static let bodySteps: [Step] = [
    ("v1", firstBodies), ("v4-sources", sourcesBodies), ("v7-outlines", outlines),
  ]

  static var history: DatabaseMigrator { migrator(historySteps) }
  static var bodies: DatabaseMigrator { migrator(bodySteps) }

  private static func migrator(_ steps: [Step]) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in steps { migrator.registerMigration(step.name) { try step.run($0) } }
    return migrator
  }
}
