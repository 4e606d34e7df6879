import Foundation
import Testing

extension Duwang {
  /// Commands that a level of the help names.
  static func commands(of arguments: [String] = []) async throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
    let help = try await run(arguments + ["--help"], in: folder, limit: 30).stdout
    guard let start = help.range(of: "\nSUBCOMMANDS:") ?? help.range(of: "\n子命令：") else { return [] }
    return help[start.upperBound...].split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   "), let word = line.split(separator: " ").first else {
        return nil
      }
      return word.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") } ? String(word) : nil
    }
  }

  /// The option that permits loopback addresses, where a command has it.
  static func allowPrivate(_ command: String...) async throws -> [String] {
    let help = try await run(command + ["--help"], in: FileManager.default.temporaryDirectory, limit: 30).stdout
    return help.contains("--allow-private") ? ["--allow-private"] : []
  }

  static func offersReading(_ kind: String) async -> Bool {
    (try? await commands(of: ["read"]))?.contains(kind) == true
  }
}

@Suite("Help tells the truth")
struct HelpTests {
  static let known: Set<String> = [
    "read", "probe", "links", "extract", "proofread", "targets", "findings", "lm", "stats", "serve", "demo", "help",
  ]

  @Test("help ends with 0, names reading, extracting, targets and the demo, in Chinese")
  func help() async throws {
    let place = try Workplace()
    let outcome = try await place.run("--help", limit: 30)
    #expect(outcome.code == 0)
    #expect(outcome.stderr.isEmpty)
    let commands = try await Duwang.commands()
    for command in ["read", "extract", "targets", "demo"] { #expect(commands.contains(command), "\(commands)") }
    #expect(outcome.stdout.contains("读"), "\(outcome.stdout)")
    #expect(place.files(under: "").isEmpty)
  }

  @Test("every command that help names answers to --help, and only contract commands are named")
  func everyCommand() async throws {
    let place = try Workplace()
    for command in try await Duwang.commands() where command != "help" {
      #expect(Self.known.contains(command), "\(command) is no command of the interface")
      let outcome = try await place.run(command, "--help", limit: 30)
      #expect(outcome.code == 0 && !outcome.stdout.isEmpty, "\(command) --help: \(outcome.brief)")
      for sub in try await Duwang.commands(of: [command]) {
        let outcome = try await place.run(command, sub, "--help", limit: 30)
        #expect(outcome.code == 0, "\(command) \(sub) --help: \(outcome.brief)")
      }
    }
  }

  @Test("help is Chinese to its last line", arguments: [[], ["read"], ["read", "daily"], ["targets"], ["extract"]])
  func chinese(_ command: [String]) async throws {
    let place = try Workplace()
    let outcome = try await Duwang.run(command + ["--help"], in: place.folder, limit: 30)
    let english = outcome.stdout.split(separator: "\n").filter {
      $0.contains(/\b(for|the|this|see|with|show|default)\b/)
    }
    #expect(english.map(String.init) == [])
  }

  @Test("serve is not named before it exists")
  func serve() async throws {
    guard try await Duwang.commands().contains("serve") else { return }
    let place = try Workplace(targets: SmallSite.targets("http://127.0.0.1:9"))
    let outcome = try await place.run("serve", "--help", limit: 10)
    #expect(outcome.code == 0)
  }

  @Test("the version is one line with a number on stdout")
  func version() async throws {
    let place = try Workplace()
    let outcome = try await place.run("--version", limit: 30)
    #expect(outcome.code == 0)
    #expect(outcome.stdout.split(separator: "\n").count == 1, "\(outcome.stdout)")
    #expect(outcome.stdout.contains { $0.isNumber } && outcome.stdout.contains("."), "\(outcome.stdout)")
  }
}
