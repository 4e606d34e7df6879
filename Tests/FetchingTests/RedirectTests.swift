import DuwangCore
import Fetching
import TestSupport
import Testing

/// Redirects, hop by hop.
@Suite struct RedirectTests {
  private func outcome(_ script: [String: [Reply]], _ request: (String) -> FetchRequest) async throws -> (
    FetchOutcome, FaultServer
  ) {
    let server = try FaultServer(script)
    defer { server.stop() }
    return (await makeFetcher { $0.obeysRobots = false }.fetch(request(server.base)), server)
  }

  @Test func aChainEndsAtItsLastAddress() async throws {
    let (outcome, server) = try await outcome([
      "/a": [.redirect("/b")], "/b": [.redirect("/目录/c.html#top", status: 307)],
      "/%E7%9B%AE%E5%BD%95/c.html": [.text("end")],
    ]) { FetchRequest($0 + "/a") }
    #expect(outcome.isGood)
    #expect(outcome.finalURL == server.base + "/%E7%9B%AE%E5%BD%95/c.html")
    #expect(outcome.hops == [.init(url: server.base + "/a", status: 302), .init(url: server.base + "/b", status: 307)])
  }

  @Test func aLoopIsNoticed() async throws {
    let (outcome, server) = try await outcome(["/a": [.redirect("/b")], "/b": [.redirect("/a")]]) {
      FetchRequest($0 + "/a")
    }
    #expect(outcome.fault == .redirectLoop && server.requests.count == 2)
  }

  @Test func aChainWithoutEndIsLeft() async throws {
    let endless = try FaultServer { request, _ in .redirect(request.path + "x") }
    defer { endless.stop() }
    let outcome = await makeFetcher { $0.obeysRobots = false }.fetch(FetchRequest(endless.base + "/x"))
    #expect(outcome.fault == .tooManyRedirects && endless.requests.count == 11)
  }

  @Test(arguments: ["file:///etc/passwd", "weixin://dl", "http://", "http://a b/", "javascript:void(0)"])
  func aRedirectOutOfTheWebIsBad(location: String) async throws {
    let (outcome, _) = try await outcome(["/a": [.redirect(location)]]) { FetchRequest($0 + "/a") }
    #expect(outcome.fault == .badRedirect)
  }

  @Test func aRedirectWithoutAnAddressIsBad() async throws {
    let (outcome, _) = try await outcome(["/a": [.status(302)]]) { FetchRequest($0 + "/a") }
    #expect(outcome.fault == .badRedirect && outcome.status == 302)
  }

  @Test func aPostBecomesAGet() async throws {
    let (outcome, server) = try await outcome(["/a": [.redirect("/b", status: 303)], "/b": [.text("b")]]) {
      FetchRequest($0 + "/a", method: .post(body: "x=1", contentType: "application/x-www-form-urlencoded"))
    }
    #expect(outcome.isGood)
    #expect(server.requests.map(\.method) == ["POST", "GET"])
  }

  @Test func aCookieSetOnTheWayIsCarried() async throws {
    let server = try FaultServer { request, _ in
      request.headers["cookie"] == "pass=1" ? .text("in") : .redirect("/", headers: ["Set-Cookie": "pass=1; path=/"])
    }
    defer { server.stop() }
    let outcome = await makeFetcher { $0.obeysRobots = false }.fetch(FetchRequest(server.base + "/"))
    #expect(outcome.isGood && outcome.hops.count == 1)
  }

  @Test func aLoopThatSetsCookiesIsAWall() async throws {
    let (outcome, _) = try await outcome(["/": [.redirect("/", headers: ["Set-Cookie": "pass=1"])]]) {
      FetchRequest($0 + "/")
    }
    #expect(outcome.fault == .challenge)
  }

  @Test func aPassIsNotHandedToAnotherHost() async throws {
    let other = try FaultServer { request, _ in .text(request.headers["x-reader"] ?? "none") }
    let server = try FaultServer { [base = other.base] request, _ in
      request.headers["x-reader"] == "secret" ? .redirect(base + "/") : .status(403)
    }
    defer {
      server.stop()
      other.stop()
    }
    let outcome = await makeFetcher(environment: ["PASS": "secret"]) {
      $0.headersEnvironment = ["X-Reader": "PASS"]
      $0.obeysRobots = false
    }.fetch(FetchRequest(server.base + "/"))
    #expect(String(decoding: outcome.body, as: UTF8.self) == "none")
  }

  @Test func aRedirectToAPrivateAddressIsRefused() async throws {
    // The server stands as a proxy, so that a public name can be asked for.
    let server = try FaultServer(["http://portal.example/": [.redirect("http://10.0.0.1/")]])
    defer { server.stop() }
    let outcome = await makeFetcher(environment: ["PROXY": server.base]) {
      $0.proxyEnvironment = "PROXY"
      $0.allowsPrivateAddresses = false
      $0.obeysRobots = false
    }.fetch(FetchRequest("http://portal.example/"))
    #expect(outcome.fault == .privateAddress && outcome.detail == "10.0.0.1")
    #expect(outcome.hops.count == 1 && server.requests.count == 1)
  }
}
