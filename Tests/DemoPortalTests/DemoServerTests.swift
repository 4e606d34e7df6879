import DuwangCore
import Foundation
import FoundationNetworking
import Testing

@testable import DemoPortal

@Suite struct DemoServerTests {
  struct Answer {
    var status: Int
    var headers: [String: String]
    var body: Data
  }

  func get(_ address: String, post body: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
    let url = try #require(URL(string: address))
    var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalAndRemoteCacheData)
    if let body { (request.httpMethod, request.httpBody) = ("POST", Data(body.utf8)) }
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await URLSession.shared.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    let fields = http.allHeaderFields.reduce(into: [String: String]()) {
      $0["\($1.key)".lowercased()] = "\($1.value)"
    }
    return Answer(status: http.statusCode, headers: fields, body: data)
  }

  func expect(_ status: Int, _ address: String, headers: [String: String] = [:]) async throws {
    let answer = try await get(address, headers: headers)
    #expect(answer.status == status, "\(address)")
  }

  func serving<T>(day: Int = 1, _ work: (DemoServer, String) async throws -> T) async throws -> T {
    let server = DemoServer(day: day)
    let port = try await server.start()
    do {
      let result = try await work(server, "http://127.0.0.1:\(port)")
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }

  @Test func 每个页面都能取到() async throws {
    try await serving(day: 2) { _, base in
      let site = DemoSite(day: 2)
      #expect(site.answers.count > 180)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (path, answer) in site.answers where !path.contains("#") {
          guard case .steady = answer.manner else { continue }
          group.addTask {
            let got = try await get(base + path)
            #expect(got.status == answer.status, "\(path)")
            if !answer.hasSession { #expect(Array(got.body) == answer.body, "\(path)") }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func 国标码页面的应答头不写字符集且正文是国标码字节() async throws {
    try await serving { _, base in
      let page = try await get(base + "/dongyuan/gzdt/")
      #expect(page.headers["content-type"] == "text/html")
      #expect(String(data: page.body, encoding: .utf8) == nil)
      // 东塬镇: 东 B6AB, 塬 DCAB, 镇 D5F2.
      #expect(page.body.range(of: Data([0xB6, 0xAB, 0xDC, 0xAB, 0xD5, 0xF2])) != nil)
      #expect(page.body.range(of: Data("charset=gb2312".utf8)) != nil)
      let silent = try await get(base + "/czj/gzdt/")
      #expect(silent.body.range(of: Data("charset".utf8)) == nil)
    }
  }

  @Test func 首次失败的页面再读即正常() async throws {
    try await serving { _, base in
      try await expect(404, base + "/swj/gzdt/2018/1220/970001.html")
      try await expect(200, base + "/swj/gzdt/2018/1220/970001.html")
      let busy = try await get(base + "/mzj/zcfg/2018/0920/970003.html")
      #expect(busy.status == 429)
      #expect(busy.headers["retry-after"] == "1")
      try await expect(200, base + "/mzj/zcfg/2018/0920/970003.html")
    }
  }

  @Test func 列表接口按栏目给出条目() async throws {
    try await serving { _, base in
      let unit = try await get(base + "\(DemoScripts.unitPath)?parseType=bulidstatic&pageId=xz-xichuan/tzgg")
      #expect(String(decoding: unit.body, as: UTF8.self).contains("西川镇关于召开村民代表会议的通知"))
      let posted = try await get(base + DemoScripts.postPath, post: "{\"categorynum\":\"bm-swj/gzdt\"}")
      #expect(String(decoding: posted.body, as: UTF8.self).contains("水务局检查水库安全"))
    }
  }

  @Test func 未变化的页面回答304() async throws {
    try await serving { _, base in
      let tag = try #require(try await get(base + "/zcjd/").headers["etag"])
      try await expect(304, base + "/zcjd/", headers: ["If-None-Match": tag])
    }
  }

  @Test func 会话编号每次不同且不影响取页() async throws {
    try await serving { _, base in
      let (first, second) = (try await get(base + "/jyj/gzdt/"), try await get(base + "/jyj/gzdt/"))
      #expect(first.body != second.body)
      let path = try #require(
        DemoPortal.columns.first { $0.key == "bm-jyj/gzdt" }?.items.first { $0.days == 1...3 }?.path)
      try await expect(200, base + path + ";jsessionid=S9")
    }
  }

  @Test func 记下对禁止目录的访问() async throws {
    let trespasses = try await serving { server, base in
      _ = try await get(base + "/private/login.html")
      return await server.trespasses
    }
    #expect(trespasses == ["/private/login.html"])
  }

  @Test func 翻到下一日后页面随之变化() async throws {
    try await serving { server, base in
      try await expect(404, base + "/xz/quhuatu.html")
      await server.turn(to: 2)
      try await expect(200, base + "/xz/quhuatu.html")
      await server.turn(to: 3)
      try await expect(404, base + "/xz/quhuatu.html")
    }
  }
}
