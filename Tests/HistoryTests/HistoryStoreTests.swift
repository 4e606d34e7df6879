import DuwangCore
import History
import Testing

/// Promises that every store keeps.
@Suite struct HistoryStoreTests {
  private let url = "http://a.gov.cn/1.html"

  @Test("Before anything was read to its end the next run is the first", arguments: StoreKind.allCases)
  func firstRun(_ kind: StoreKind) throws {
    try kind.with { store in
      #expect(try store.past().isFirst)
      let run = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(Samples.page(url, "一"))], run: run)
      #expect(try store.past().isFirst)
      #expect(try store.past().pages.isEmpty)
      try store.finish(run, result: Samples.result("2018-12-31", complete: false))
      #expect(try store.past().isFirst)
      #expect(try store.past().pages.count == 1)
      let second = try store.begin(at: Samples.moment("2019-01-01"))
      try store.finish(second, result: Samples.result("2019-01-01"))
      #expect(try !store.past().isFirst)
      #expect(try store.past().lastRun == Samples.moment("2019-01-01"))
    }
  }

  @Test("A run cut by max_pages is a baseline: a large site is not new for ever", arguments: StoreKind.allCases)
  func cutRun(_ kind: StoreKind) throws {
    try kind.with { store in
      let run = try store.begin(at: Samples.moment("2018-12-31"))
      var result = Samples.result("2018-12-31", complete: false)
      result.report.limitsHit = [.init(limit: "max_pages", url: url, left: 3)]
      try store.finish(run, result: result)
      #expect(try !store.past().isFirst)
    }
  }

  @Test("A page comes back as it was recorded", arguments: StoreKind.allCases)
  func pageRoundTrip(_ kind: StoreKind) throws {
    try kind.with { store in
      var page = Samples.page(url, "第一段。", "第二段。")
      page.links = [Link(url: "http://a.gov.cn/2.html", text: "下一篇", line: 4)]
      page.attachments = [Attachment(name: "附件1", url: "http://a.gov.cn/1.pdf")]
      let run = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(page)], run: run)
      #expect(try store.source(of: url, before: nil) == Samples.source(page))
      #expect(try store.source(of: url, before: run) == nil)
      try store.finish(run, result: Samples.result("2018-12-31"))
      let snapshot = try #require(store.past().pages[url])
      #expect(snapshot.reading == Samples.reading(page))
      #expect(snapshot.firstSeen == Samples.moment("2018-12-31T08:00:00"))
      let next = try store.begin(at: Samples.moment("2019-01-01"))
      #expect(try store.source(of: url, before: next) == Samples.source(page))
    }
  }

  @Test(
    "What reading a page gave comes back as it was kept last, and goes with the page", arguments: StoreKind.allCases)
  func keptOutlines(_ kind: StoreKind) throws {
    try kind.with { store in
      var record = Samples.record(Samples.page(url, "一"))
      for version in [UInt64(1), .max] {
        record.outline = KeptOutline(version: version, rules: .max - 1, data: Array("标题\(version)".utf8))
        let run = try store.begin(at: Samples.moment("2018-12-31"))
        try store.record([record], run: run)
        #expect(try store.outline(of: url) == record.outline)
        try store.finish(run, result: Samples.result("2018-12-31"))
        _ = try store.trim(now: Samples.moment("2018-12-31"), retention: Retention())
        #expect(try store.outline(of: url) == record.outline)
      }
      let run = try store.begin(at: Samples.moment("2019-01-01"))
      try store.finish(run, result: Samples.result("2019-01-01", removed: [url]))
      _ = try store.trim(now: Samples.moment("2019-01-01"), retention: Retention())
      #expect(try store.outline(of: url) == nil)
    }
  }

  @Test("A changed page is kept in both versions", arguments: StoreKind.allCases)
  func versions(_ kind: StoreKind) throws {
    try kind.with { store in
      let (old, new) = (Samples.page(url, "投资3000元。"), Samples.page(url, "投资3200元。"))
      let first = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(old)], run: first)
      try store.finish(first, result: Samples.result("2018-12-31"))
      let second = try store.begin(at: Samples.moment("2019-01-01"))
      try store.record([Samples.record(new, at: "2019-01-01T08:00:00")], run: second)
      #expect(try store.source(of: url, before: second) == Samples.source(old))
      #expect(try store.source(of: url, before: nil) == Samples.source(new))
      try store.finish(second, result: Samples.result("2019-01-01", modified: [url]))
      #expect(try store.source(of: url, before: second) == Samples.source(old))
      let third = try store.begin(at: Samples.moment("2019-01-02"))
      let earlier = try store.earlierSources(of: url, before: third, limit: 5)
      #expect(earlier.map(\.source) == [Samples.source(old)])
      #expect(earlier.map(\.at) == [Samples.moment("2018-12-31T08:00:00")])
      let snapshot = try #require(store.past().pages[url])
      #expect(snapshot.firstSeen == Samples.moment("2018-12-31T08:00:00"))
      #expect(snapshot.lastSeen == Samples.moment("2019-01-01T08:00:00"))
    }
  }

  @Test(
    "A page of which nobody would see a difference stays one version, with its newest text",
    arguments: StoreKind.allCases)
  func sameVersion(_ kind: StoreKind) throws {
    try kind.with { store in
      var page = Samples.page(url, "正文。")
      let first = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(page)], run: first)
      try store.finish(first, result: Samples.result("2018-12-31"))
      page.links = [Link(url: "http://a.gov.cn/news/7.html")]
      let second = try store.begin(at: Samples.moment("2019-01-01"))
      try store.record([Samples.record(page, at: "2019-01-01T08:00:00")], run: second)
      try store.finish(second, result: Samples.result("2019-01-01"))
      #expect(try store.source(of: url, before: nil) == Samples.source(page))
      #expect(try store.source(of: url, before: second) == Samples.source(page))
      #expect(try store.earlierSources(of: url, before: 9, limit: 5).isEmpty)
    }
  }

  @Test("A page that did not change keeps its text, title and validators", arguments: StoreKind.allCases)
  func unchangedPage(_ kind: StoreKind) throws {
    try kind.with { store in
      let page = Samples.page(url, "正文。")
      let first = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(page)], run: first)
      try store.finish(first, result: Samples.result("2018-12-31"))
      let second = try store.begin(at: Samples.moment("2019-01-01"))
      try store.record([Samples.unchanged(url, at: "2019-01-01T09:00:00")], run: second)
      try store.finish(second, result: Samples.result("2019-01-01"))
      let snapshot = try #require(store.past().pages[url])
      #expect(snapshot.reading.title == page.title)
      #expect(snapshot.reading.etag == "\"a1\"")
      #expect(snapshot.reading.textHash == Samples.reading(page).textHash)
      #expect(snapshot.lastSeen == Samples.moment("2019-01-01T09:00:00"))
      #expect(try store.source(of: url, before: nil) == Samples.source(page))
    }
  }

  @Test("A failure does not replace the last good reading", arguments: StoreKind.allCases)
  func failedPage(_ kind: StoreKind) throws {
    try kind.with { store in
      let first = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(Samples.page(url, "正文。"))], run: first)
      try store.finish(first, result: Samples.result("2018-12-31"))
      let failed = PageReading(
        url: url, reach: .failed(.serverError, status: 502), site: "portal", at: Samples.moment("2019-01-01"))
      let second = try store.begin(at: Samples.moment("2019-01-01"))
      try store.record([PageRecord(reading: failed, source: nil)], run: second)
      try store.finish(second, result: Samples.result("2019-01-01"))
      #expect(try store.past().pages[url]?.lastSeen == Samples.moment("2018-12-31T08:00:00"))
    }
  }

  @Test("A removed page is known no more, and keeps its first day when it returns", arguments: StoreKind.allCases)
  func removedPage(_ kind: StoreKind) throws {
    try kind.with { store in
      let page = Samples.page(url, "正文。")
      let first = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(page)], run: first)
      try store.finish(first, result: Samples.result("2018-12-31"))
      let second = try store.begin(at: Samples.moment("2019-01-01"))
      try store.finish(second, result: Samples.result("2019-01-01", removed: [url]))
      #expect(try store.past().pages.isEmpty)
      let third = try store.begin(at: Samples.moment("2019-01-02"))
      try store.record([Samples.record(page, at: "2019-01-02T08:00:00")], run: third)
      try store.finish(third, result: Samples.result("2019-01-02"))
      #expect(try store.past().pages[url]?.firstSeen == Samples.moment("2018-12-31T08:00:00"))
    }
  }

  @Test("A killed run's changes are found by the next run", arguments: StoreKind.allCases)
  func killedRun(_ kind: StoreKind) throws {
    try kind.with { store in
      let (old, new) = (Samples.page(url, "旧。"), Samples.page(url, "新。"))
      let first = try store.begin(at: Samples.moment("2018-12-31"))
      try store.record([Samples.record(old)], run: first)
      try store.finish(first, result: Samples.result("2018-12-31"))
      let killed = try store.begin(at: Samples.moment("2019-01-01T08:00:00"))
      try store.record([Samples.record(new, at: "2019-01-01T08:01:00")], run: killed)
      let next = try store.begin(at: Samples.moment("2019-01-01T09:00:00"))
      #expect(try store.past().pages[url]?.reading.textHash == Samples.reading(old).textHash)
      try store.record([Samples.record(new, at: "2019-01-01T09:01:00")], run: next)
      #expect(try store.source(of: url, before: next) == Samples.source(old))
      #expect(try store.source(of: url, before: nil) == Samples.source(new))
    }
  }

  @Test("A killed run goes on where it stopped", arguments: StoreKind.allCases)
  func resumedRun(_ kind: StoreKind) throws {
    try kind.with { store in
      let page = Samples.page(url, "正文。")
      let killed = try store.begin(at: Samples.moment("2019-01-01T08:00:00"))
      try store.record([Samples.record(page, at: "2019-01-01T08:01:00")], run: killed)
      let next = try store.begin(at: Samples.moment("2019-01-01T09:00:00"))
      #expect(try store.resume(in: next, since: Samples.moment("2019-01-01T08:30:00")).isEmpty)
      let resumed = try store.resume(in: next, since: Samples.moment("2019-01-01T00:00:00"))
      #expect(resumed == [Samples.reading(page, at: "2019-01-01T08:01:00")])
      try store.finish(next, result: Samples.result("2019-01-01"))
      #expect(try store.past().pages[url]?.reading.at == Samples.moment("2019-01-01T08:01:00"))
      #expect(try store.source(of: url, before: nil) == Samples.source(page))
    }
  }

  @Test("Verdicts on links and columns come back as they were given", arguments: StoreKind.allCases)
  func verdicts(_ kind: StoreKind) throws {
    try kind.with { store in
      let column = Column(
        id: "zf/news", unit: "zf", name: "要闻", category: "新闻发布", policy: .age(warn: nil, limit: Period(2, .weeks)))
      let run = try store.begin(at: Samples.moment("2018-12-31"))
      var result = Samples.result("2018-12-31", links: [Samples.link("http://b.cn/1.pdf")])
      result.columns = [ColumnState(column: column, url: "http://a.gov.cn/news/", status: .fresh, tier: .ok)]
      result.foundColumns = ["zf/news": "http://a.gov.cn/news/"]
      try store.finish(run, result: result)
      let past = try store.past()
      #expect(past.links == ["http://b.cn/1.pdf": Samples.link("http://b.cn/1.pdf")])
      #expect(past.columns["zf/news"] == result.columns[0])
      #expect(past.foundColumns == result.foundColumns)
    }
  }

  @Test("The ledger keeps every record and its order", arguments: StoreKind.allCases)
  func ledger(_ kind: StoreKind) throws {
    try kind.with { store in
      let now = Samples.moment("2018-12-31T08:00:00")
      var records = ["乙", "甲", "丙"].map {
        FindingRecord(Samples.finding(text: $0), status: .new, firstSeen: now, isBaseline: true)
      }
      let first = try store.begin(at: now)
      try store.finish(first, result: Samples.result("2018-12-31", records: records))
      #expect(try store.records() == records)
      records[1].status = .resolved
      let second = try store.begin(at: now)
      try store.finish(second, result: Samples.result("2019-01-01", records: records))
      #expect(try store.records() == records)
      #expect(try store.past().records == records)
    }
  }

  @Test("What a person decides while a run is under way stands", arguments: StoreKind.allCases)
  func decisionDuringRun(_ kind: StoreKind) throws {
    try kind.with { store in
      let now = Samples.moment("2018-12-31T08:00:00")
      let record = FindingRecord(Samples.finding(), status: .new, firstSeen: now, isBaseline: false)
      let first = try store.begin(at: now)
      try store.finish(first, result: Samples.result("2018-12-31", records: [record]))
      let second = try store.begin(at: now)
      let decision = Decision(
        finding: record.finding.id, verb: .dismiss, by: "张三", at: now, reason: "引文", until: Day(2019, 6, 1))
      let decided = try store.decide([decision], now: now)
      #expect(decided.map(\.status) == [.dismissed])
      var open = record
      open.status = .open
      try store.finish(second, result: Samples.result("2019-01-01", records: [open]))
      #expect(try store.records().map(\.status) == [.dismissed])
      #expect(try store.records().first?.decision == decision)
      #expect(try store.decisions() == [decision])
      #expect(throws: HistoryFault.unknownFinding("x")) {
        try store.decide([Decision(finding: "x", verb: .confirm, at: now)], now: now)
      }
    }
  }

  @Test("Of several reports of one day the last counts", arguments: StoreKind.allCases)
  func reports(_ kind: StoreKind) throws {
    try kind.with { store in
      for (day, complete) in [("2018-12-30", true), ("2018-12-31", false), ("2018-12-31", true), ("2019-01-02", true)] {
        let run = try store.begin(at: Samples.moment(day))
        try store.finish(run, result: Samples.result(day, complete: complete))
      }
      let reports = try store.reports(from: Day(2018, 12, 31)!, through: Day(2019, 1, 2)!)
      #expect(reports == [Samples.report("2018-12-31"), Samples.report("2019-01-02")])
    }
  }

  @Test(
    "A report comes back with its paragraphs, its outline and its ledger without them", arguments: StoreKind.allCases)
  func outlines(_ kind: StoreKind) throws {
    try kind.with { store in
      let run = try store.begin(at: Samples.moment("2018-12-31"))
      var result = Samples.result("2018-12-31")
      result.report.changes = ["1", "2"].map {
        PageChange(url: "http://a.gov.cn/\($0).html", type: .modified, title: $0)
      }
      result.report.changes[1].blocks = [
        ChangedBlock(runs: [.init(.delete, "3000"), .init(.insert, "3200")], skipped: 2)
      ]
      var (open, resolved) = (Samples.item("布署"), Samples.item("截止目前"))
      (open.recurredAt, open.deadline, resolved.status) = (result.report.generatedAt, Day(2019, 1, 4), .resolved)
      (result.report.findings, result.report.resolved) = ([open], [resolved])
      try store.finish(run, result: result)
      let day = Day(2018, 12, 31)!
      #expect(try store.reports(from: day, through: day) == [result.report])
      #expect(try store.outlines(from: day, through: day).map(\.changes.count) == [2])
      #expect(try store.outlines(from: day, through: day)[0].changes.allSatisfy(\.blocks.isEmpty))
      #expect(try store.dayRecords(from: day, through: day) == [DayRecord(result.report)])
      #expect(try store.ledgers(from: day, through: day) == [DayLedger(result.report)])
    }
  }

  @Test("What people judged of indicators is kept, oldest first", arguments: StoreKind.allCases)
  func judgements(_ kind: StoreKind) throws {
    try kind.with { store in
      let said = ["2018-12-31", "2018-10-01"].map {
        Judgement(profile: "2019", item: "2.4.8", verdict: .deduct, points: 2, by: "张三", at: Samples.moment($0))
      }
      for judgement in said { try store.judge(judgement) }
      #expect(try store.judgements() == said.reversed())
    }
  }

  @Test("Probes come back by day", arguments: StoreKind.allCases)
  func probes(_ kind: StoreKind) throws {
    try kind.with { store in
      let probes = ["2018-12-30T23:59:59", "2018-12-31T00:00:00", "2018-12-31T23:59:00"].map {
        ProbeReading(
          site: "portal", url: "http://a.gov.cn/", at: Samples.moment($0), milliseconds: 15_000, status: nil,
          fault: .timeout)
      }
      try store.record(probes)
      #expect(try store.probes(from: Day(2018, 12, 31)!, through: Day(2018, 12, 31)!) == Array(probes[1...]))
    }
  }

  @Test("Superseded texts are kept 400 days, the present one for ever", arguments: StoreKind.allCases)
  func trimming(_ kind: StoreKind) throws {
    try kind.with { store in
      for (day, text) in [("2018-01-01", "一"), ("2018-06-01", "二"), ("2018-12-31", "三")] {
        let run = try store.begin(at: Samples.moment(day))
        try store.record([Samples.record(Samples.page(url, text), at: day + "T08:00:00")], run: run)
        let links = [Samples.link("http://b.cn/\(text)", checked: day)]
        try store.finish(run, result: Samples.result(day, links: links, modified: [url]))
      }
      let trimmed = try store.trim(now: Samples.moment("2019-08-01"), retention: Retention())
      #expect(trimmed.versions == 1)
      #expect(trimmed.links == 3)
      #expect(try store.source(of: url, before: 2) == nil)
      #expect(try store.source(of: url, before: 3) == Samples.source(Samples.page(url, "二")))
      #expect(try store.source(of: url, before: nil) == Samples.source(Samples.page(url, "三")))
    }
  }

  @Test("A text is remembered with the oldest date that it carried, wherever it stood", arguments: StoreKind.allCases)
  func firstTelling(_ kind: StoreKind) throws {
    try kind.with { store in
      let text = String(repeating: "各乡镇人民政府要认真落实。", count: 10)
      let days = [
        ("2018-12-30", "2018-03-01", "1"), ("2018-12-31", "2018-12-31", "2"), ("2019-01-01", "2017-06-01", "3"),
      ]
      var hash: UInt64 = 0
      for (day, published, name) in days {
        var record = Samples.record(Samples.page("http://a.gov.cn/\(name).html", text), at: day + "T08:00:00")
        record.reading.publishedAt = Day(published)
        hash = record.reading.bodyHash
        let run = try store.begin(at: Samples.moment(day))
        try store.record([record], run: run)
        try store.finish(run, result: Samples.result(day))
        let told = try #require(store.firstTellings(of: [hash, 7])[hash])
        #expect(told.url == (name == "3" ? "http://a.gov.cn/3.html" : "http://a.gov.cn/1.html"))
        #expect(told.publishedAt == Day(name == "3" ? "2017-06-01" : "2018-03-01"))
        #expect(told.seen == Day(name == "3" ? "2019-01-01" : "2018-12-30"))
      }
    }
  }

  @Test("What was learned of a site's noise comes back", arguments: StoreKind.allCases)
  func noise(_ kind: StoreKind) throws {
    try kind.with { store in
      let region = NoiseRegion(
        site: "portal", shape: "已有#人参与", page: url, before: "已有3人参与", after: "已有5人参与", seen: Day(2019, 1, 1)!)
      let run = try store.begin(at: Samples.moment("2019-01-01"))
      var result = Samples.result("2019-01-01")
      result.noise = [region]
      try store.finish(run, result: result)
      #expect(try store.past().noise == [region])
    }
  }

  @Test("A run that was never begun is refused", arguments: StoreKind.allCases)
  func unknownRun(_ kind: StoreKind) throws {
    try kind.with { store in
      #expect(throws: HistoryFault.unknownRun(7)) { try store.record([], run: 7) }
      #expect(throws: HistoryFault.unknownRun(7)) { try store.finish(7, result: Samples.result("2018-12-31")) }
    }
  }
}
