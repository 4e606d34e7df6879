import DuwangCore
import Foundation
import Testing

@testable import Reporting

@Suite("report.json")
struct ReportJSONTests {
  /// The example of the interface, with nulls wherever it allows them.
  private static let example = """
    { "schema": "duwang.report/1", "kind": "daily", "complete": true, "baseline": false,
      "period": {"start": "2018-12-31T00:00:00+08:00", "end": "2019-01-01T00:00:00+08:00"}, "generatedAt": "2018-12-31T08:05:12+08:00",
      "totals": {"pages": 0, "links": 0, "columns": 0, "newItems": 0, "changedPages": 0, "removedPages": 0, "bytes": 0, "seconds": 0.0},
      "limitsHit": [{"limit": "max_depth", "url": "…", "left": 0}], "unreadable": [{"url": "…", "reason": "…"}], "unfound": ["column id"],
      "availability": [{"site": "portal", "probes": 24, "failures": 0, "excluded": 0, "failureRate": 0.0, "p50ms": 0, "p95ms": 0}],
      "columns": [{"id": "a/b", "unit": "a", "name": "政策解读", "category": "政策解读", "url": "…", "status": "…", "tier": "ok",
         "entries": 20, "newest": "2018-12-20", "ageDays": 11, "limit": "6mo", "dueOn": "2019-06-20", "daysLeft": 171, "reason": null}],
      "findings": [{"id": "…", "kind": "…", "severity": "severe", "confidence": "certain",
         "site": "portal", "unit": "…", "column": "…", "page": "", "pages": 1, "target": null,
         "message": "…", "fix": "…", "evidence": {"text": "…", "offset": 0, "suggestion": "…"}, "rule": null,
         "firstSeen": "…", "lastSeen": "…", "status": "…", "deadline": "2019-01-03"}],
      "changes": [{"url": "…", "type": "added", "unit": "…", "column": "…", "title": "…", "publishedAt": "…", "inserted": 0, "deleted": 0}] }
    """

  /// A report whose every optional value is absent.
  private func bareReport() -> Report {
    var report = SampleReport.make(findings: 1, columnsPerUnit: 1, changes: 1).report
    let column = Column(id: "a/b", unit: "a", name: "政策解读", category: "政策解读", policy: .never)
    report.columns = [ColumnState(column: column, url: nil, status: .unfound)]
    report.unfound = ["a/b"]
    let finding = Finding(
      kind: .typo, site: "portal", page: "http://a.test/", key: "k", message: "“布署”应为“部署”", fix: "改",
      evidence: Evidence(text: "布署"))
    report.findings = [.init(FindingRecord(finding, status: .new, firstSeen: report.generatedAt, isBaseline: false))]
    report.changes = [PageChange(url: "http://a.test/1", type: .added, title: "新")]
    return report
  }

  /// Paths of keys that `example` has and `value` lacks.
  private func missing(_ example: Any, _ value: Any?, _ path: String = "$") -> [String] {
    if let object = example as? [String: Any] {
      guard let other = value as? [String: Any] else { return [path] }
      return object.flatMap { key, inner in
        other[key].map { missing(inner, $0, "\(path).\(key)") } ?? ["\(path).\(key)"]
      }
    }
    if let list = example as? [Any], let first = list.first, first is [String: Any] {
      return missing(first, (value as? [Any])?.first, "\(path)[0]")
    }
    return []
  }

  @Test func 约定的每个键都在_没有值的写null() throws {
    let data = try ReportJSON.published(bareReport())
    let value = try JSONSerialization.jsonObject(with: data)
    let example = try JSONSerialization.jsonObject(with: Data(ReportJSONTests.example.utf8))
    #expect(missing(example, value) == [])
    let text = String(decoding: data, as: UTF8.self)
    for key in ["reason", "newest", "target", "suggestion", "deadline", "unit", "column", "rule", "publishedAt"] {
      #expect(text.contains("\"\(key)\" : null"), "\(key)")
    }
    #expect(text.contains("http://a.test/1") && text.contains("政策解读"))
  }

  @Test func 写出再读回与原来相同() throws {
    let report = SampleReport.make(findings: 12).report
    let back = try ReportJSON.report(from: ReportJSON.data(report))
    #expect(back == report)
    #expect(try ReportJSON.report(from: ReportJSON.data(bareReport())) == bareReport())
  }

  @Test func 已销号的与在办的同列_以状态区分() throws {
    let report = SampleReport.make(findings: 4).report
    let object = try JSONSerialization.jsonObject(with: ReportJSON.data(report)) as? [String: Any]
    let statuses = (object?["findings"] as? [[String: Any]])?.compactMap { $0["status"] as? String } ?? []
    #expect(statuses.count == 7)
    #expect(statuses.suffix(3) == ["resolved", "resolved", "dismissed"])
  }

  @Test func 没有遮盖的身份证号在文件中也遮盖() throws {
    var report = bareReport()
    report.findings[0].finding.evidence.before = "张某，身份证号620423199003071234"
    let text = String(decoding: try ReportJSON.published(report), as: UTF8.self)
    #expect(!text.contains("620423199003071234"))
    #expect(text.contains("62**************34"))
  }
}
