import Foundation
import Testing

@Suite("The link tool on the command line")
struct LinksCommandTests {
  private static func site() async throws -> LoopbackServer {
    try await LoopbackServer { seen in
      switch seen.path {
      case "/": .html(SmallSite.page("首页", "<a href='/a.html'>甲</a><a href='/dead.html'>乙</a><a href='/wall'>丙</a>"))
      case "/a.html": .html(SmallSite.page("甲", "<h1>甲</h1><a href='/dead.html'>乙</a><a href='/'>首页</a>"))
      case "/wall": Reply(status: 403, headers: ["Content-Type": "text/html"], body: Data())
      default: .notFound()
      }
    }
  }

  private func run(_ server: LoopbackServer, _ more: String...) async throws -> Outcome {
    try await Duwang.run(
      ["links", server.address + "/", "--recheck-after", "0"] + more, in: FileManager.default.temporaryDirectory)
  }

  @Test("a dead link is one line on stdout however many pages carry it, a wall is none; the hosts stand on stderr")
  func text() async throws {
    let server = try await Self.site()
    let outcome = try await run(server, "--allow-private")
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let lines = outcome.stdout.split(separator: "\n")
    #expect(lines.count == 1, "\(outcome.brief)")
    #expect(lines.first?.contains("/dead.html") == true)
    #expect(outcome.stderr.contains("127.0.0.1"))
    #expect(!outcome.said.contains("\u{1B}"))
  }

  @Test("the document leaves out what is well; --fail-on broken ends with 1; --quiet is quiet")
  func json() async throws {
    let server = try await Self.site()
    let outcome = try await run(server, "--allow-private", "--json", "--quiet", "--fail-on", "broken")
    let all = try await run(server, "--allow-private", "--json", "--quiet", "--all")
    await server.stop()
    #expect(outcome.code == 1, "\(outcome.brief)")
    #expect(outcome.stderr.isEmpty)
    let results = try JSON(parsing: outcome.stdout)["results"].array
    #expect(results.map { $0["status"].string } == ["broken", "blocked"], "\(outcome.brief)")
    #expect(results.first?["pages"].int == 2)
    #expect(try JSON(parsing: all.stdout)["results"].array.contains { $0["status"].string == "ok" })
  }

  @Test("private addresses are not asked without leave, and that is said")
  func privateAddress() async throws {
    let server = try await Self.site()
    let outcome = try await run(server)
    await server.stop()
    #expect(outcome.code == 69, "\(outcome.brief)")
    #expect(server.requests.isEmpty)
    #expect(outcome.stderr.contains("--allow-private"))
  }
}
