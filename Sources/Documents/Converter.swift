import Dispatch
import Foundation

/// Runs a converter on a file: found in the system's own folder, called without a shell, under prlimit and, where the
/// kernel allows it, in a network namespace of its own.
struct Converter: Sendable {
  enum Tool: String, Sendable { case pdftotext, catdoc, xls2csv }

  /// Seconds of wall time, seconds of processor time, bytes of memory, bytes of output.
  private static let (wall, processor, memory, output) = (30.0, 20, 1 << 30, 8 << 20)
  private static let folder = "/usr/bin/"

  func run(_ tool: Tool, on bytes: [UInt8]) async -> DocumentText {
    guard FileManager.default.isExecutableFile(atPath: Self.folder + tool.rawValue) else {
      return .unreadable("本机未安装\(tool.rawValue)，附件未检查")
    }
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: Self.convert(tool, bytes)) }
    }
  }

  private static func convert(_ tool: Tool, _ bytes: [UInt8]) -> DocumentText {
    let place = FileManager.default.temporaryDirectory.appending(path: "duwang-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let file = place.appending(path: "file")
    do {
      try FileManager.default.createDirectory(
        at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: file)
    } catch {
      return .unreadable("临时文件无法写入，附件未检查")
    }
    guard let data = call(arguments(tool, file.path), in: place) else { return .foreign }
    let text = String(decoding: data, as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else {
      return .unreadable("附件没有可读取的文字（可能是扫描件），未检查")
    }
    let kept = text.unicodeScalars.prefix(DocumentReader.longestText).filter { $0 != "\u{c}" }
    return .text(String(String.UnicodeScalarView(kept)))
  }

  private static func arguments(_ tool: Tool, _ path: String) -> [String] {
    switch tool {
    case .pdftotext: [tool.rawValue, "-q", "-enc", "UTF-8", "-nopgbrk", "-l", "500", path, "-"]
    case .catdoc: [tool.rawValue, "-d", "utf-8", "-w", path]
    case .xls2csv: [tool.rawValue, "-d", "utf-8", "-q", "0", "-c", "\t", path]
    }
  }

  /// What the tool printed; nil when it failed, took too long or printed without end.
  private static func call(_ arguments: [String], in folder: URL) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.folder + "prlimit")
    process.arguments =
      ["--cpu=\(processor)", "--as=\(memory)", "--nofile=64", "--core=0", "--"] + isolation
      + [Self.folder + arguments[0]] + arguments.dropFirst()
    process.environment = ["PATH": "/usr/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let deadline = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + wall, execute: deadline)
    var data = Data()
    while data.count <= output {
      let chunk = pipe.fileHandleForReading.availableData
      if chunk.isEmpty { break }
      data.append(chunk)
    }
    let isEndless = data.count > output
    if isEndless { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    deadline.cancel()
    return isEndless || process.terminationReason != .exit || process.terminationStatus != 0 ? nil : data
  }

  /// `unshare` with a network of its own, where this user may have one.
  private static let isolation: [String] = {
    let unshare = folder + "unshare"
    let flags = geteuid() == 0 ? ["-n"] : ["-r", "-n"]
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: unshare)
    probe.arguments = flags + ["/usr/bin/true"]
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return [] }
    probe.waitUntilExit()
    return probe.terminationStatus == 0 ? [unshare] + flags + ["--"] : []
  }()
}
