import Foundation
import Proofreading

/// Time of new text with all layers and without the channel, and memory of the models. No text is read twice.
enum Speed {
  static func print() throws {
    guard let path = ProcessInfo.processInfo.environment["DUWANG_CORPUS"] else { return }
    let clock = ContinuousClock()
    let before = resident()
    var proofreader = Proofreader()
    let start = clock.measure { proofreader = Proofreader() }
    let texts = try CleanText.all(in: URL(filePath: path)).map(\.text)
    let characters = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    let half = texts.count / 2
    let full = clock.measure { for text in texts[..<half] { _ = proofreader.findings(in: text) } }
    let rules = Proofreader(settings: .init(noisyChannel: false))
    let bare = clock.measure { for text in texts[half...] { _ = rules.findings(in: text) } }
    let first = texts[..<half].reduce(0) { $0 + $1.unicodeScalars.count }
    report("校对程序就绪", start, 3000)
    report("校对3000字（全部检查）", full, first)
    report("校对3000字（不含错别字模型）", bare, characters - first)
    Swift.print(String(format: "语言模型占用内存 %.0f MB", Double(resident() - before) / 1e6))
  }

  private static func report(_ label: String, _ duration: Duration, _ characters: Int) {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    Swift.print(String(format: "%@ %.2f 毫秒", label, seconds * 1000 * 3000 / Double(max(1, characters))))
  }

  /// Bytes of memory in use.
  private static func resident() -> Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
  }
}
