import Foundation
import Testing

@Suite("Pages that a script fills")
struct RenderTests {
  private static let shell = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>工作动态</title></head><body><div id="app"></div>
    <script>
      fetch("OTHER/taken").catch(() => {});
      setTimeout(() => {
        document.getElementById("app").innerHTML = "<h2>工作动态</h2><ul>" + [9, 8, 7, 6].map(day =>
          `<li><a href="/news/${day}.html">全县第${day}次工作会议在县政府召开</a><span>2021-03-0${day}</span></li>`).join("") + "</ul>";
      }, 100);
    </script></body></html>
    """

  /// The column's state, and how often another host was asked by the page's script.
  private static func read(fetch: String, path: String? = nil) async throws -> (column: JSON, strays: Int) {
    let other = try await LoopbackServer { _ in .html("x") }
    let stranger = other.address.replacing("127.0.0.1", with: "localhost")
    let server = try await SmallSite.serve { seen in
      seen.path == "/news/" ? .html(shell.replacing("OTHER", with: stranger)) : nil
    }
    let place = try Workplace(targets: SmallSite.targets(server.address, fetch: fetch))
    let outcome = try await place.run(
      "read", "daily", "--now", SmallSite.now, environment: path.map { ["PATH": $0] } ?? [:])
    await server.stop()
    await other.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let column = try #require(try place.report(SmallSite.now)["columns"].array.first)
    return (column, other.requests.count { $0.path == "/taken" })
  }

  @Test("are unreadable, not empty, where no browser is wanted")
  func never() async throws {
    let (column, _) = try await Self.read(fetch: "  render: never")
    #expect(column["status"].string == "unreadable")
  }

  @Test("are read through a browser where it is wanted, which asks no other host")
  func rendered() async throws {
    let (column, strays) = try await Self.read(fetch: "  render: when-needed")
    #expect(column["status"].string == "fresh")
    #expect((column["entries"].int, column["newest"].string) == (4, "2021-03-09"))
    #expect(strays == 0)
  }

  @Test("are unreadable with the reason that no browser is installed")
  func missing() async throws {
    let (column, _) = try await Self.read(fetch: "  render: when-needed", path: "/nowhere")
    #expect(column["status"].string == "unreadable")
    #expect(column["reason"].string?.contains("Chromium") == true)
  }
}
