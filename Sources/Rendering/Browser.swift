import DuwangCore
import Foundation

/// A headless Chromium that runs the scripts of a page and gives back the markup they made. It keeps its sandbox, reaches
/// no host but the page's own, saves nothing, and is ended when its time is over.
package struct Browser: Sendable {
  private let program: String
  private let settings: FetchSettings
  private let turn = Turn()

  /// Nil where no Chromium is installed. `path`: the folders to look in, as in `PATH`.
  package init?(settings: FetchSettings, path: String) {
    guard let program = Browser.find(["chromium", "chromium-browser", "google-chrome", "chrome"], in: path),
      Browser.find(["timeout"], in: path) != nil
    else { return nil }
    (self.program, self.settings) = (program, settings)
  }

  /// The markup in UTF-8 after the page's scripts have run, at most `max_body` bytes; nil when nothing came in time.
  /// One page at a time: a browser costs more than all other reading.
  package func markup(of url: String) async -> [UInt8]? {
    guard let host = WebAddress(url)?.host, !Task.isCancelled else { return nil }
    await turn.take()
    let bytes = await open(url, host: host)
    await turn.give()
    return bytes
  }

  private func open(_ url: String, host: String) async -> [UInt8]? {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("duwang-\(UUID().uuidString)").path
    let isRoot = getuid() == 0
    guard
      (try? files.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])) != nil
    else { return nil }
    defer { try? files.removeItem(atPath: folder) }
    // Chromium gives up its sandbox for root: it is run by nobody instead.
    if isRoot { chown(folder, Browser.nobody, Browser.nobody) }
    let output = folder + ".html"
    guard files.createFile(atPath: output, contents: nil), let handle = FileHandle(forWritingAtPath: output) else {
      return nil
    }
    defer { try? files.removeItem(atPath: output) }
    guard await run(arguments(url, host: host, folder: folder, isRoot: isRoot), home: folder, output: handle) else {
      return nil
    }
    guard let written = FileHandle(forReadingAtPath: output) else { return nil }
    return (try? written.read(upToCount: settings.maxBody)).map { [UInt8]($0) }
  }

  /// `timeout` ends the browser with all its processes; `~NOTFOUND` answers for every host but the page's own.
  private func arguments(_ url: String, host: String, folder: String, isRoot: Bool) -> [String] {
    let user = ["setpriv", "--reuid", "\(Browser.nobody)", "--regid", "\(Browser.nobody)", "--clear-groups"]
    return ["timeout", "-k", "2", "\(Browser.longest)"] + (isRoot ? user : []) + [
      program, "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--blink-settings=imagesEnabled=false",
      "--user-data-dir=\(folder)", "--user-agent=\(settings.userAgent)",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE \(host)", "--virtual-time-budget=10000", "--dump-dom", url,
    ]
  }

  private func run(_ arguments: [String], home: String, output: FileHandle) async -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = ["PATH": Browser.path, "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8"]
    (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, output)
    process.standardError = FileHandle.nullDevice
    return await withCheckedContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus == 0) }
      do { try process.run() } catch {
        process.terminationHandler = nil
        continuation.resume(returning: false)
      }
    }
  }

  private static func find(_ names: [String], in path: String) -> String? {
    names.lazy.flatMap { name in path.split(separator: ":").map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let path = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
  /// User and group `nobody` of Debian.
  private static let nobody: UInt32 = 65534
  /// Seconds.
  private static let longest = 40
}

/// Lets one through at a time, in the order of asking.
private actor Turn {
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if isTaken { return await withCheckedContinuation { waiting.append($0) } }
    isTaken = true
  }

  func give() {
    if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
  }
}
