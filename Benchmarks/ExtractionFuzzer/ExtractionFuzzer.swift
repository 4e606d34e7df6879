import DuwangCore
import Extraction
import Foundation

/// Reads hostile input with every reader of a page; what it finds ends the process.
enum ExtractionFuzzer {
  private static let reader = PageReader(today: Day(number: 20_000))
  private static let addresses = [
    "http://www.example.gov.cn/col/col1/index.html", "http://www.example.gov.cn/art/2020/1/5/art_1_2.html",
    "http://www.example.gov.cn/gkmlpt/index", "http://www.example.gov.cn/",
  ]
  private static let types = [nil, "text/html; charset=gbk", "application/json", "text/xml; charset=utf-16"]

  /// The first byte chooses address and content type, the rest is the page.
  static func read(_ input: UnsafeBufferPointer<UInt8>) {
    guard let choice = input.first else { return }
    let page = reader.read(
      Array(input.dropFirst()), url: addresses[Int(choice) % 4], contentType: types[Int(choice / 4) % 4])
    for source in page.listSources.prefix(1) {
      _ = reader.readList(Array(input.dropFirst()), contentType: nil, source: source, into: page)
    }
  }
}

#if FUZZING
  /// libFuzzer's own loop (C), for programs that bring their `main`.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ readOne: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
  ) -> CInt
#endif

/// With the fuzzer compiled in it makes up pages; without, it reads the files given, to look at what was found.
@main
enum Main {
  static func main() throws {
    #if FUZZING
      var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
      exit(
        runFuzzer(&count, &arguments) { data, size in
          ExtractionFuzzer.read(UnsafeBufferPointer(start: data, count: size))
          return 0
        })
    #else
      for path in CommandLine.arguments.dropFirst() {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))).withUnsafeBufferPointer(ExtractionFuzzer.read)
      }
    #endif
  }
}
