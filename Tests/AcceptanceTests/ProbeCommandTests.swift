import Foundation
import Testing

@Suite("duwang probe")
struct ProbeCommandTests {
  private static func at(_ clock: String) -> String { "2021-03-10T\(clock):00+08:00" }

  @Test("every call is one probe in the daily report's availability; a reading is none")
  func counted() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    for clock in ["06:00", "06:30", "07:00"] {
      let outcome = try await place.run("probe", "--now", Self.at(clock))
      #expect(outcome.code == 0, "\(outcome.brief)")
      #expect(outcome.stdout.contains("可以打开"))
    }
    let report = try await place.readDaily(SmallSite.now)
    await server.stop()
    let row = report["availability"].array[0]
    #expect(row["probes"].int == 3)
    #expect(row["failures"].int == 0)
  }

  @Test("a site that does not answer while the control address does is a failure; the exit code stays 0")
  func failed() async throws {
    let control = try await SmallSite.serve()
    let dead = try await SmallSite.closedAddress()
    let place = try Workplace(targets: SmallSite.targets(dead, control: ["\(control.address)/"]))
    let outcome = try await place.run("probe", "--now", Self.at("06:00"), "--json")
    await control.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let json = try JSON(parsing: Data(outcome.stdout.utf8))
    #expect(json["probes"].array[0]["result"].string == "failed")
    #expect(json["today"].array[0]["failures"].int == 1)
    #expect(json["control"].string == "online")
  }

  @Test("when the control address is silent too, the probe is left out and the exit code is 69")
  func offline() async throws {
    let (dead, other) = (try await SmallSite.closedAddress(), try await SmallSite.closedAddress())
    let place = try Workplace(targets: SmallSite.targets(dead, control: ["\(other)/"]))
    let outcome = try await place.run("probe", "--now", Self.at("06:00"), "--json")
    #expect(outcome.code == 69, "\(outcome.brief)")
    let json = try JSON(parsing: Data(outcome.stdout.utf8))
    #expect(json["today"].array[0]["excluded"].int == 1)
    #expect(json["today"].array[0]["failures"].int == 0)
  }

  @Test("a faulty Targets.yaml is 65, a private address that is not allowed 69")
  func refused() async throws {
    let place = try Workplace(targets: "version: 1\nsites: 3\n")
    #expect(try await place.run("probe").code == 65)
    let server = try await SmallSite.serve()
    let guarded = try Workplace(targets: SmallSite.targets(server.address, allowPrivate: false))
    #expect(try await guarded.run("probe").code == 69)
    await server.stop()
  }

  @Test("an office's own indicator table with a slip is told with its file, line and column")
  func ownTable() async throws {
    let place = try Workplace(
      targets: SmallSite.targets("http://127.0.0.1:1", more: "indicators: [\"2019\", own.yaml]"))
    try place.write(
      "own.yaml",
      "profile: own\nname: 本县指标\nsource: 县政办〔2020〕1号\nitems:\n  - { id: \"1\", name: 甲, rule: 乙, measuer: findings }\n")
    let outcome = try await place.run("targets", "validate")
    #expect(outcome.code == 65, "\(outcome.brief)")
    #expect(outcome.said.contains("own.yaml:5:"), "\(outcome.said)")
    #expect(outcome.said.contains("measure"))
  }
}
