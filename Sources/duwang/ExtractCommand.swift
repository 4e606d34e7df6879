import ArgumentParser
import DuwangCore
import Foundation
import Pipeline

/// `duwang extract FILE|URL…`: what the program reads from one page.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "显示从一个网页中读出的内容：标题、日期、列表、正文、附件。")

  @Argument(help: ArgumentHelp("网页文件或网址。", valueName: "文件或网址"))
  var inputs: [String]

  @Option(help: ArgumentHelp("所存文件原来的网址。", valueName: "网址"))
  var url: String?

  @Flag(help: "列出各候选日期及取舍理由。")
  var explain = false

  @Flag(help: "每个网页一行JSON。")
  var json = false

  @Option(help: ArgumentHelp("以此为当前时刻。", valueName: "时刻"))
  var now: Moment?

  @Flag(help: "允许读取内部网络地址。")
  var allowPrivate = false

  mutating func run() async throws {
    let extraction = ExtractionRun(today: (now ?? .now).day, allowsPrivate: allowPrivate)
    var hasFailed = false
    for input in inputs {
      switch await extraction.read(input, url: url) {
      case .success(let page):
        let view = ExtractView(page, explain: explain)
        Console.print(json ? try Console.json(view, pretty: inputs.count == 1 && Console.stdoutIsTerminal) : view.text)
      case .failure(let problem):
        Console.note("\(input)：\(problem)")
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode.badInput }
  }
}
