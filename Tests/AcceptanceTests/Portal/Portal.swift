import Foundation

/// 清河县's portal on a loopback port; what it shows depends on the day it is told.
final class Portal: Sendable {
  private struct State {
    var day = 1
    var calls: [String: Int] = [:]
    var pages: [String: Reply] = [:]
  }

  let server: LoopbackServer
  private let state: Guarded<State>

  var address: String { server.address }

  init() async throws {
    let state = Guarded(State(pages: PortalContent.pages(day: 1)))
    self.state = state
    server = try await LoopbackServer { Self.answer($0, state) }
  }

  func turn(to day: Int) {
    let pages = PortalContent.pages(day: day)
    state.with {
      $0.day = day
      $0.pages = pages
    }
  }

  private static func answer(_ seen: Seen, _ state: Guarded<State>) -> Reply {
    let path = seen.path
    let call = state.with { state in
      state.calls[path, default: 0] += 1
      return state.calls[path]!
    }
    if path == Lists.flaky, call <= 2 { return Reply(status: 500, body: Data("temporary".utf8)) }
    if path == "/gggs/", call == 1 { return Reply(status: 500, body: Data("temporary".utf8)) }
    if path.hasPrefix("/rl/"), let number = Int(path.dropFirst(4).prefix { $0.isNumber }) { return calendar(number) }
    if path == "/api-gateway/jpaas-publish-server/front/page/build/unit" { return unit(seen.query) }
    return state.with { $0.pages[path] ?? $0.pages[path + "index.html"] ?? .notFound() }
  }

  /// A calendar without an end: every day links the next.
  private static func calendar(_ number: Int) -> Reply {
    .html(Frame.page("日历", body: "<p>第\(number)日</p><a href=\"/rl/\(number + 1).html\">后一日</a>"))
  }

  /// The vendor's unit interface: all fields of `queryData` must come back as they stand in the page.
  private static func unit(_ query: [String: String]) -> Reply {
    let known = query["webId"] == "qh01" && query["tplSetId"] == "ts7" && query["tagId"] == "信息列表"
    let parse = query["parseType"] == "bulidstatic" && query["pageType"] == "column"
    let rows: [Row]? =
      switch query["pageId"] {
      case "bsgzdt": Lists.jpaas
      case "czzj": []
      default: nil
      }
    guard known, parse, let rows else { return json("{\"success\":false,\"code\":\"500\",\"message\":\"参数错误\"}") }
    let items = rows.map {
      "<li><a href='\($0.path)' title='\($0.title)'>\($0.title)</a><span>\($0.date)</span></li>"
    }.joined()
    let html = "<ul class='list'>\(items)</ul><div class='pagination' rows='15' count='\(rows.count)'></div>"
    return json("{\"success\":true,\"code\":\"200\",\"message\":\"\",\"data\":{\"html\":\"\(html)\"}}")
  }

  private static func json(_ text: String) -> Reply {
    Reply(headers: ["Content-Type": "application/json;charset=UTF-8"], body: Data(text.utf8))
  }
}
