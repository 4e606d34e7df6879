import Foundation

/// What one call of the executable left behind.
struct Outcome: Sendable {
  var code: Int32
  var stdout: String
  var stderr: String
  var seconds: Double

  /// Both streams, for failure messages and for rules that do not say which of the two is used.
  var said: String { stdout + "\n" + stderr }

  /// Short enough to read in a failure.
  var brief: String { "exit \(code), stdout: \(stdout.prefix(1500)), stderr: \(stderr.suffix(2500))" }
}

/// The real executable, called as cron and people call it.
enum Duwang {
  /// `DUWANG_BIN`, or the file beside the test bundle.
  static let executable: URL = {
    if let path = ProcessInfo.processInfo.environment["DUWANG_BIN"] { return URL(filePath: path) }
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let places = [own, Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0])]
    for place in places {
      let candidate = place.deletingLastPathComponent().appending(path: "duwang")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    return URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/debug/duwang")
  }()

  /// Runs the executable to its end; a run that outlives `limit` seconds is killed and its code is 137.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = nil,
    limit: Double = 150
  ) async throws -> Outcome {
    await Gate.calls.enter()
    do {
      let outcome = try await start(arguments, in: folder, environment: environment, input: input).outcome(limit: limit)
      await Gate.calls.leave()
      return outcome
    } catch {
      await Gate.calls.leave()
      throw error
    }
  }

  static func start(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = nil
  ) throws -> RunningDuwang {
    try RunningDuwang(arguments, in: folder, environment: environment, input: input)
  }

  /// Whether the program's own help names a command: what is not offered yet is not judged.
  static func offers(_ command: String) async -> Bool {
    let folder = FileManager.default.temporaryDirectory
    guard let help = try? await run(["--help"], in: folder, limit: 30) else { return false }
    return help.stdout.split(separator: "\n").contains {
      $0.split(separator: " ").first.map(String.init) == command
    }
  }
}

/// A call of the executable that has not ended, so that a test can send it signals.
final class RunningDuwang: @unchecked Sendable {
  private let process = Process()
  private let streams: URL
  private let began = Date()

  init(_ arguments: [String], in folder: URL, environment: [String: String], input: String?) throws {
    streams = FileManager.default.temporaryDirectory.appending(path: "duwang-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    process.executableURL = Duwang.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Nothing of the tester's machine: no proxy, a zone on the other side of the date line.
    var clean = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "TZ": "America/Los_Angeles",
    ]
    clean.merge(environment) { $1 }
    process.environment = clean
    process.standardInput = try input.map { try handle("stdin", holding: $0) } ?? FileHandle.nullDevice
    process.standardOutput = try handle("stdout")
    process.standardError = try handle("stderr")
    try process.run()
  }

  private func handle(_ name: String, holding text: String? = nil) throws -> FileHandle {
    let file = streams.appending(path: name)
    try Data((text ?? "").utf8).write(to: file)
    return try text == nil ? FileHandle(forWritingTo: file) : FileHandle(forReadingFrom: file)
  }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end; a death by a signal is given as shells give it, 128 and the signal's number.
  func outcome(limit: Double = 150) async throws -> Outcome {
    while process.isRunning {
      if Date().timeIntervalSince(began) > limit { send(SIGKILL) }
      try await Task.sleep(for: .milliseconds(15))
    }
    defer { try? FileManager.default.removeItem(at: streams) }
    let code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    return Outcome(
      code: code, stdout: text("stdout"), stderr: text("stderr"), seconds: Date().timeIntervalSince(began))
  }

  private func text(_ name: String) -> String {
    String(decoding: (try? Data(contentsOf: streams.appending(path: name))) ?? Data(), as: UTF8.self)
  }
}
