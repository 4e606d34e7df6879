import Foundation

/// Copies of a page for offices that pass paper (PDF, headless Chromium) and for those who edit (DOCX, pandoc).
enum PaperCopies {
  enum Failure: Error, CustomStringConvertible {
    case missing(tool: String, package: String)
    case failed(tool: String)

    var description: String {
      switch self {
      case .missing(let tool, let package): "没有找到\(tool)，请先安装（Debian：apt install \(package)）。"
      case .failed(let tool): "\(tool)未能生成文件。"
      }
    }
  }

  /// `index.pdf` beside the page; gives its path.
  static func pdf(of page: String) async throws -> String {
    let tool = try find(["chromium", "chromium-browser", "google-chrome"], package: "chromium")
    let profile = FileManager.default.temporaryDirectory.appending(path: "duwang-chromium-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    return try await made(page, "pdf", by: tool) { output in
      [
        // A page of our own, without scripts and without network: the sandbox, which root has not, guards nothing.
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile.path)", "--no-pdf-header-footer",
        "--print-to-pdf=\(output)", URL(fileURLWithPath: page).absoluteString,
      ]
    }
  }

  /// `index.docx` beside the page; gives its path.
  static func docx(of page: String) async throws -> String {
    let tool = try find(["pandoc"], package: "pandoc")
    let source = String(page.dropLast("html".count)) + "part.html"
    defer { try? FileManager.default.removeItem(atPath: source) }
    // On paper the directory of the page leads nowhere.
    try String(contentsOfFile: page, encoding: .utf8).replacing(/<nav[\s\S]*?<\/nav>/, with: "")
      .write(toFile: source, atomically: true, encoding: .utf8)
    return try await made(page, "docx", by: tool) { ["--from=html", "--to=docx", "--output=\($0)", source] }
  }

  private static func find(_ names: [String], package: String) throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw Failure.missing(tool: names[0], package: package) }
    return found
  }

  /// Runs the tool for at most two minutes into a file beside the target, which is then replaced at once.
  private static func made(
    _ page: String, _ ending: String, by tool: String, _ arguments: (String) -> [String]
  ) async throws -> String {
    let target = String(page.dropLast("html".count)) + ending
    let output = String(page.dropLast("html".count)) + "part.\(ending)"
    defer { try? FileManager.default.removeItem(atPath: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments(URL(fileURLWithPath: output).path)
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let deadline = ContinuousClock.now + .seconds(120)
    while process.isRunning, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(50)) }
    if process.isRunning { process.terminate() }
    guard rename(output, target) == 0 else { throw Failure.failed(tool: tool) }
    return target
  }
}
