import DuwangCore
import FlyingFox
import Foundation

/// The portal of the plan on loopback, one simulated day at a time.
actor HalfYearPortal {
  private var index = 0
  private var server: HTTPServer?
  private var running: Task<Void, any Error>?

  func start() async throws -> String {
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
    await server.appendRoute("*") { [weak self] request in
      await self?.answer(String(request.path)) ?? HTTPResponse(statusCode: .serviceUnavailable)
    }
    running = Task { try await server.run() }
    try await server.waitUntilListening(timeout: 5)
    self.server = server
    guard case .ip4(_, let port) = await server.listeningAddress else { throw CocoaError(.fileReadUnknown) }
    return "http://127.0.0.1:\(port)"
  }

  func turn(to index: Int) { self.index = index }

  func stop() async {
    await server?.stop()
    running?.cancel()
  }

  private func answer(_ path: String) -> HTTPResponse {
    if HalfYearPlan.outages.contains(index) { return HTTPResponse(statusCode: .serviceUnavailable) }
    guard let body = page(path) else { return HTTPResponse(statusCode: .notFound) }
    return HTTPResponse(
      statusCode: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: Data(body.utf8))
  }

  private var visible: [HalfYearPlan.Item] {
    HalfYearPlan.items.filter { $0.date <= HalfYearPlan.day(index) }.sorted { $0.date > $1.date }
  }

  private func page(_ path: String) -> String? {
    if path == "/" { return home }
    if path == HalfYearPlan.linkPath {
      return HalfYearPlan.isLinkBroken(index) ? nil : html("办事指南", "<p>办理地点：县政务服务大厅。</p>")
    }
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 2, let unit = HalfYearPlan.units.first(where: { $0.id == parts[0] }),
      unit.columns.contains(parts[1])
    else { return nil }
    let title = HalfYearPlan.names[parts[1]] ?? ""
    if parts.count == 2 { return list(unit.id, parts[1], title, page: 1) }
    if parts[2].hasPrefix("index_") {
      return list(unit.id, parts[1], title, page: Int(parts[2].filter(\.isNumber)) ?? 0)
    }
    return visible.first { $0.path == path }.map(article)
  }

  private var home: String {
    let nav = HalfYearPlan.units.flatMap { unit in
      unit.columns.map { "<a href=\"/\(unit.id)/\($0)/\">\(unit.name)\(HalfYearPlan.names[$0] ?? "")</a>" }
    }
    return html("景塬县人民政府", "<div class=\"nav\">\(nav.joined())</div><ul class=\"list\">\(rows(visible.prefix(8)))</ul>")
  }

  private func rows(_ items: some Sequence<HalfYearPlan.Item>) -> String {
    items.map { "<li><a href=\"\($0.path)\">\($0.title)</a><span>\($0.date)</span></li>" }.joined(separator: "\n")
  }

  private func list(_ unit: String, _ column: String, _ title: String, page: Int) -> String? {
    if column == "mail" { return html(title, "<ul class=\"list\">\(letters)</ul>") }
    let items = visible.filter { $0.unit == unit && $0.column == column }
    let from = (page - 1) * 10
    guard page >= 1, from == 0 || from < items.count else { return nil }
    let next =
      items.count > from + 10
      ? "<div class=\"page\"><a href=\"/\(unit)/\(column)/index_\(page + 1).html\">下一页</a></div>" : ""
    return html(title, "<ul class=\"list\">\(rows(items.dropFirst(from).prefix(10)))</ul>\(next)")
  }

  private var letters: String {
    HalfYearPlan.letters.enumerated().filter { $0.element.date <= HalfYearPlan.day(index) }.map { number, letter in
      let isAnswered = letter.answeredFrom.map { index >= $0 } ?? false
      return "<li><a href=\"#l\(number)\" id=\"l\(number)\">群众来信第\(number + 1)件</a>"
        + "<span>\(letter.date)</span><span>\(isAnswered ? "已答复" : "未答复")</span></li>"
    }.joined(separator: "\n")
  }

  private func article(_ item: HalfYearPlan.Item) -> String {
    let link = item.hasLink ? "<p>办理要求见<a href=\"\(HalfYearPlan.linkPath)\">办事指南</a>。</p>" : ""
    return html(
      item.title,
      """
      <h1>\(item.title)</h1><div>发布时间：\(item.date)　来源：县政府办公室</div><div class="content">
      <p>会议听取有关单位的工作情况汇报，对下一步重点任务作出安排，有关情况按规定向社会公开，接受群众监督。</p>
      <p>会议要求，各乡镇人民政府、县政府各部门按照职责分工抓好落实，办理结果及时报县政府办公室。</p>\(link)</div>
      """)
  }

  private func html(_ title: String, _ body: String) -> String {
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)</title></head><body>\(body)</body></html>"
  }
}
