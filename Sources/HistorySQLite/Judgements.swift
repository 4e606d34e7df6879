import DuwangCore
import Foundation
import GRDB

extension SQLiteHistory {
  package func judge(_ judgement: Judgement) throws {
    try pool.write { db in
      try db.execute(
        sql: "INSERT INTO judgement(at, data) VALUES (?, ?)",
        arguments: [judgement.at.seconds, try JSONEncoder().encode(judgement)])
    }
  }

  package func judgements() throws -> [Judgement] {
    let decoder = JSONDecoder()
    return try pool.read { db in
      try Data.fetchAll(db, sql: "SELECT data FROM judgement ORDER BY at, id")
        .map { try decoder.decode(Judgement.self, from: $0) }
    }
  }
}
