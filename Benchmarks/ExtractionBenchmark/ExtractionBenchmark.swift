import CLibXML2
import DuwangCore
import Extraction
import Foundation

/// Measures reading on one core: charset, parse and extraction beside libxml2's bare parse of the same pages.
@main
enum ExtractionBenchmark {
  /// Processor time is measured, the best of this many rounds counts for a page.
  private static let rounds = 7
  private static let reader = PageReader(today: Day(number: 20_000))

  /// No argument: the pages of `DUWANG_CORPUS`. `hostile`: pages made to cost time.
  /// `cuts`: every page of the corpus cut at 200 places; ends by itself when all were read.
  /// A folder: writes what was read of each page there, to compare before and after a change.
  static func main() throws {
    let argument = CommandLine.arguments.dropFirst().first
    if argument == "hostile" { return HostilePages.measure(reader) }
    guard let root = ProcessInfo.processInfo.environment["DUWANG_CORPUS"] else {
      return print("DUWANG_CORPUS names no folder of pages: nothing measured")
    }
    let pages = try CorpusPage.all(in: root)
    if argument == "cuts" { return readCuts(pages) }
    if let argument { return try write(pages, to: argument) }
    measure(pages)
  }

  private static func measure(_ pages: [CorpusPage]) {
    let bare = pages.map { page in best { bareParse(page.bytes) } }
    let whole = pages.map { page in best { _ = reader.read(page.bytes, url: page.url, contentType: nil) } }
    let size = Double(pages.reduce(0) { $0 + $1.bytes.count })
    print("pages \(pages.count), \(decimal(size / 1e6)) MB")
    report("htmlReadMemory", bare, size)
    report("charset + parse + extraction", whole, size)
    print("ratio \(decimal(whole.reduce(0, +) / bare.reduce(0, +)))")
  }

  /// The places are the same on every run.
  private static func readCuts(_ pages: [CorpusPage]) {
    var (state, longest) = (UInt64(7), 0.0)
    for page in pages where !page.bytes.isEmpty {
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let part = Array(page.bytes.prefix(Int(state >> 33) % page.bytes.count))
        longest = max(longest, Processor.seconds { _ = reader.read(part, url: page.url, contentType: nil) })
      }
    }
    print("\(pages.count) pages, each cut at 200 places: all read, the longest in \(decimal(longest * 1e3)) ms")
  }

  private static func report(_ name: String, _ seconds: [Double], _ size: Double) {
    let total = seconds.reduce(0, +)
    let median = seconds.sorted()[seconds.count / 2]
    print(
      "\(name): median \(decimal(median * 1e3)) ms, mean \(decimal(total * 1e3 / Double(seconds.count))) ms a page, "
        + "\(decimal(size / 1e6 / total)) MB/s")
  }

  private static func best(_ work: () -> Void) -> Double {
    (0..<rounds).map { _ in Processor.seconds(work) }.min() ?? 0
  }

  private static func bareParse(_ bytes: [UInt8]) {
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue)
    bytes.withUnsafeBytes { buffer in
      let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      xmlFreeDoc(htmlReadMemory(text, Int32(buffer.count), nil, "UTF-8", options))
    }
  }

  private static func write(_ pages: [CorpusPage], to folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for page in pages {
      let read = reader.read(page.bytes, url: page.url, contentType: nil)
      let name = page.file.replacing("/", with: "+") + ".json"
      try encoder.encode(read).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
  }

  static func decimal(_ number: Double) -> String { String(format: "%.2f", number) }
}

/// Processor time of this thread.
enum Processor {
  static func seconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
