import Foundation
import Proofreading

/// Time of new text with all layers and without the channel, and memory of the models. No text is read twice.
enum Speed {
  static func print() throws {
    guard let path = ProcessInfo.processInfo.environment["DUWANG_CORPUS"] else { return }
    let before = resident()
    var proofreader = Proofreader()
    let start = seconds { proofreader = Proofreader() }
    let texts = try CleanText.all(in: URL(filePath: path)).map(\.text)
    let characters = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    let half = texts.count / 2
    let full = seconds { for text in texts[..<half] { _ = proofreader.findings(in: text) } }
    let rules = Proofreader(settings: .init(noisyChannel: false))
    let bare = seconds { for text in texts[half...] { _ = rules.findings(in: text) } }
    let first = texts[..<half].reduce(0) { $0 + $1.unicodeScalars.count }
    report("校对程序就绪", start, 3000)
    report("校对3000字（全部检查）", full, first)
    report("校对3000字（不含错别字模型）", bare, characters - first)
    Swift.print(String(format: "语言模型占用内存 %.0f MB", Double(resident() - before) / 1e6))
  }

  /// Time on one core: what other programs take of it is not counted.
  private static func seconds(_ body: () -> Void) -> Double {
    let start = coreTime()
    body()
    return coreTime() - start
  }

  private static func coreTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  private static func report(_ label: String, _ seconds: Double, _ characters: Int) {
    Swift.print(String(format: "%@ %.2f 毫秒", label, seconds * 1000 * 3000 / Double(max(1, characters))))
  }

  /// Bytes of memory in use.
  private static func resident() -> Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
  }
}
