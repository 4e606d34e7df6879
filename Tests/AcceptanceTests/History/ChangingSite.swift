import Foundation

/// A portal of three columns whose pages are edited day by day; every page also carries a counter in words of its own.
final class ChangingSite: Sendable {
  /// What an editor does to one article on one day.
  enum Edit: String, CaseIterable, Sendable { case digit, sentence, row, attachment, back, added, removed }
  struct Seed: Sendable, Hashable {
    var day: Int
    var edit: Edit
    var article: Int
  }

  static let firstDay = "2021-03-01"
  let seeds: [Seed]
  let server: LoopbackServer
  private let state: Guarded<Int>

  var address: String { server.address }

  init(articles: Int, days: Int) async throws {
    let seeds = Self.seeds(articles: articles, days: days)
    self.seeds = seeds
    let state = Guarded(1)
    self.state = state
    let site = Content(articles: articles, seeds: seeds)
    server = try await LoopbackServer { seen in site.answer(seen.path, day: state.with { $0 }) }
  }

  /// From 1, the day of the baseline.
  func turn(to day: Int) { state.with { $0 = day } }

  /// Each day from the second: one of each edit, articles in turn, none edited twice but those that are put back.
  private static func seeds(articles: Int, days: Int) -> [Seed] {
    var (seeds, free) = ([Seed](), Set(0..<articles))
    var (back, next) = ([(day: Int, article: Int)](), articles)
    func take(_ test: (Int) -> Bool = { _ in true }) -> Int? {
      guard let found = free.sorted().first(where: test) else { return nil }
      free.remove(found)
      return found
    }
    for day in 2...days {
      if let article = take() {
        seeds.append(Seed(day: day, edit: .digit, article: article))
        if day % 3 == 0 { back.append((day + 2, article)) }
      }
      if let article = take() { seeds.append(Seed(day: day, edit: .sentence, article: article)) }
      if let article = take({ $0 % 3 == 0 }) { seeds.append(Seed(day: day, edit: .row, article: article)) }
      if let article = take({ $0 % 2 == 0 }) { seeds.append(Seed(day: day, edit: .attachment, article: article)) }
      if day % 4 == 0, let article = take() { seeds.append(Seed(day: day, edit: .removed, article: article)) }
      if day % 2 == 0 {
        seeds.append(Seed(day: day, edit: .added, article: next))
        next += 1
      }
      seeds += back.filter { $0.day == day }.map { Seed(day: day, edit: .back, article: $0.article) }
    }
    return seeds
  }

  static func path(_ article: Int) -> String { "/\(Content.columns[article % 3].0)/2021/\(article).html" }

  var targets: String {
    """
    version: 1
    sites:
      - { id: portal, name: 清河县人民政府, home: "\(address)/" }
    fetch:
      timeout: 30s
      retries: 0
      recheck_after: 1s
      allow_private_addresses: true
      per_host: { connections: 6, rate: 300/s }
    units:
      - id: office
        name: 县政府办公室
        kind: office
        columns:
    \(Content.columns.map { "      - { id: \($0.0), name: \($0.1), url: \"\(address)/\($0.0)/\", category: 新闻发布, policy: 静态 }" }.joined(separator: "\n"))
    """
  }
}

/// The pages of the site on a day.
private struct Content: Sendable {
  static let columns = [("gzdt", "工作动态"), ("tzgg", "通知公告"), ("zcwj", "政策文件")]
  let articles: Int
  let seeds: [ChangingSite.Seed]

  func answer(_ path: String, day: Int) -> Reply {
    if path.hasPrefix("/files/") {
      return Reply(headers: ["Content-Type": "application/msword"], body: Data([0xd0, 0xcf, 0x11, 0xe0]))
    }
    if path == "/" { return .html(page("首页", "<h1>清河县人民政府</h1>", day)) }
    for (id, name) in Self.columns where path == "/\(id)/" { return .html(page(name, list(id, day), day)) }
    guard let article = Int(path.split(separator: "/").last?.split(separator: ".").first ?? ""), stands(article, day),
      ChangingSite.path(article) == path
    else { return .notFound() }
    return .html(page(title(article), text(article, day), day))
  }

  private func seed(_ edit: ChangingSite.Edit, _ article: Int, _ day: Int) -> Bool {
    seeds.contains { $0.edit == edit && $0.article == article && $0.day <= day }
  }

  private func stands(_ article: Int, _ day: Int) -> Bool {
    article < articles ? !seed(.removed, article, day) : seed(.added, article, day)
  }

  private func title(_ article: Int) -> String { "关于公布第\(article)批专项资金安排情况的通告" }

  private func date(_ article: Int) -> String {
    article < articles ? String(format: "2021-02-%02d", article % 27 + 1) : "2021-03-01"
  }

  private func list(_ id: String, _ day: Int) -> String {
    let shown = (0..<(articles + seeds.count)).filter { Self.columns[$0 % 3].0 == id && stands($0, day) }
    let rows = shown.map {
      "<li><a href=\"\(ChangingSite.path($0))\">\(title($0))</a><span>\(date($0))</span></li>"
    }
    return "<div class=\"list\"><ul>\(rows.joined())</ul></div>"
  }

  private func text(_ i: Int, _ day: Int) -> String {
    let digit = 3000 + i + (seed(.digit, i, day) && !seed(.back, i, day) ? 200 : 0)
    let sentences = ["会议听取了第\(i)项工作情况汇报。", "各乡镇要按时上报工作进度。", "县政府督查室负责检查落实。"]
    let told = seed(.sentence, i, day) ? Array(sentences.dropFirst()) + [sentences[0]] : sentences
    let figure = 40 + i + (seed(.row, i, day) ? 5 : 0)
    let table =
      i % 3 == 0
      ? "<table><tr><th>序号</th><th>乡镇</th><th>户数</th></tr><tr><td>1</td><td>白水镇</td><td>\(120 + i)</td></tr>"
        + "<tr><td>2</td><td>龙潭乡</td><td>\(figure)</td></tr></table>" : ""
    let file = seed(.attachment, i, day) ? "P\(i)02.doc" : "P\(i)01.doc"
    let attachment = i % 2 == 0 ? "<p>附件：<a href=\"/files/\(file)\">第\(i)批资金申报表</a></p>" : ""
    return """
      <h1>\(title(i))</h1><div>发布时间：\(date(i))　来源：县政府办公室</div>
      <div class="content"><p>县财政局拨付第\(i)批专项资金\(digit)元，用于农村道路养护和水毁修复。</p>
      <p>\(told.joined())</p>\(table)\(attachment)<p>已有\(i * 7 + day * 3 + 11)人点赞本文</p></div>
      """
  }

  /// On the fifth day the navigation is renamed, every day the visits are others.
  private func page(_ title: String, _ body: String, _ day: Int) -> String {
    let names = Self.columns.map { "<a href=\"/\($0.0)/\">\($0.1)\(day >= 5 ? "专栏" : "")</a>" }.joined(separator: " ")
    return """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)</title></head><body>
      <div class="nav"><a href="/">\(day >= 5 ? "网站首页" : "首页")</a> \(names)</div>\(body)
      <div class="footer">主办：清河县人民政府办公室 访问量：\(day * 911)</div></body></html>
      """
  }
}
