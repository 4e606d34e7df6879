import Foundation
import FoundationNetworking
import Testing

/// The tester's own check: a plain walk over the sample portal finds exactly the faults that are written down.
@Suite("The second portal holds what is written down of it")
struct PortalTruthTests {
  private static func walk(_ server: LoopbackServer) async throws -> [String: Int] {
    var codes: [String: Int] = [:]
    var queue = ["/"] + ["/ghjh/index_1.html", "/zcwj/index_1.html", "/zcwj/index_2.html"]
    queue += Lists.jpaas.map(\.path) + PortalTargets.yaml("").matches(of: /url: "([^"{]+)"/).map { String($0.output.1) }
    while let path = queue.popLast() {
      guard codes[path] == nil, !path.hasPrefix("/rl/"), !path.hasPrefix("/neibu/"), !path.hasPrefix("/search") else {
        continue
      }
      let url = URL(string: server.address + path)!
      let (data, response) = try await URLSession.shared.data(from: url)
      codes[path] = (response as? HTTPURLResponse)?.statusCode
      guard codes[path] == 200, response.mimeType == "text/html" else { continue }
      let text = String(data: data, encoding: .isoLatin1) ?? ""
      for match in text.matches(of: /(?:href|src)=(?:"|')([^"']+)/) {
        let link = URL(string: String(match.output.1), relativeTo: url)?.absoluteURL
        guard let link, link.scheme == "http", link.port == Int(server.port) else { continue }
        queue.append(link.query.map { "\(link.path)?\($0)" } ?? link.path(percentEncoded: false))
      }
    }
    return codes
  }

  @Test("dead addresses are those seeded")
  func dead() async throws {
    let portal = try await Portal()
    let codes = try await Self.walk(portal.server)
    await portal.server.stop()
    let dead = Set(codes.filter { $0.value >= 400 }.map(\.key))
    let files = ExpectedFinding.all.filter { !$0.kind.hasPrefix("column-") && $0.kind != "link-soft-404" }.map(
      \.concerns)
    let once = [Lists.flaky, "/gggs/"]
    let columns = ["/zdxm/", "/jcgk/", "/tfsj/", "/gfxwj/"]
    let seeded = Set(files + once + columns).subtracting(["/zcwj/202009/P020200909003.xls"])
    #expect(dead.symmetricDifference(seeded) == [])
    #expect(codes.count > 90)
  }

  @Test("the second day differs by what the tests of days say")
  func secondDay() {
    let (first, second) = (PortalContent.pages(day: 1), PortalContent.pages(day: 2))
    let gone = Set(first.keys).subtracting(second.keys)
    let come = Set(second.keys).subtracting(first.keys)
    #expect(gone == [Lists.leaves, Lists.deadLater])
    #expect(come == [Lists.added.path, PortalContent.financeAdded.path, Lists.broken])
    let edited = first.keys.filter { second[$0].map { $0.body } ?? first[$0]!.body != first[$0]!.body }
    #expect(Set(edited) == ["/", "/qhyw/", "/czj/gsgg/", Lists.edited])
  }
}
