import ArgumentParser
import DuwangCore
import Foundation
import Pipeline
import Proofreading

/// `duwang proofread FILE|URL|-…`: content findings in a text or a page.
struct ProofreadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "proofread", abstract: "检查文字或网页中的内容错误。")

  enum Level: String, ExpressibleByArgument, CaseIterable { case certain, suspected }

  @Argument(help: ArgumentHelp("文件、网址，或以“-”表示标准输入。", valueName: "文件或网址"))
  var inputs: [String]

  @Flag(help: "每行视为一篇独立的文字。")
  var lines = false

  @Flag(help: "每项问题一行JSON。")
  var json = false

  @Option(help: ArgumentHelp("最低把握程度：certain 只列确定的，suspected 兼列疑似的。", valueName: "程度"))
  var minConfidence = Level.certain

  @Option(help: ArgumentHelp("文字的发布日期，供与时间有关的规则使用。", valueName: "日期"))
  var published: Day?

  @Flag(help: "允许读取内部网络地址。")
  var allowPrivate = false

  @Option(help: ArgumentHelp("读网对象文件：使用其中指定的用户词典、单位名录、领导名录。不写则只用内置的。", valueName: "文件"))
  var targets: String?

  @Option(help: ArgumentHelp("历史记录所在目录：使用其中的本站语言模型（duwang lm train）。", valueName: "目录"))
  var state: String?

  mutating func run() async throws {
    let content = try targets.map { try TargetsLoading.load($0).content } ?? ContentSettings()
    let proofread = ProofreadRun(
      today: Moment.now.day, allowsPrivate: allowPrivate,
      proofreader: UserDictionaries.proofreader(content, besides: targets ?? "", state: state))
    if let lack = proofread.lack { Console.note(lack) }
    var hasFailed = false
    for input in inputs {
      switch await proofread.text(of: input) {
      case .success(let read): try report(input, read.text, published ?? read.published, proofread)
      case .failure(let problem):
        Console.note("\(input)：\(problem)")
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode.badInput }
  }

  private func report(_ source: String, _ text: String, _ day: Day?, _ proofread: ProofreadRun) throws {
    let texts = lines ? text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : [text]
    for (index, text) in texts.enumerated() {
      for suspicion in proofread.findings(in: text, published: day)
      where minConfidence == .suspected || suspicion.confidence == .certain {
        let view = SuspicionView(suspicion, source: source, line: lines ? index + 1 : nil)
        Console.print(json ? try Console.json(view, pretty: false) : view.text)
      }
    }
  }
}

/// One suspicion as `duwang proofread` prints it (contract §7).
private struct SuspicionView: Encodable {
  let source: String
  let line: Int?
  let kind: FindingKind
  let severity: Severity
  let confidence: Confidence
  let offset: Int
  let length: Int
  let fragment: String
  let suggestion: String?
  let message: String
  let rule: String?

  init(_ suspicion: Suspicion, source: String, line: Int?) {
    (self.source, self.line, kind, severity) = (source, line, suspicion.kind, suspicion.severity)
    (confidence, offset, length) = (suspicion.confidence, suspicion.offset, suspicion.length)
    (fragment, suggestion) = (suspicion.text, suspicion.suggestion)
    (message, rule) = (suspicion.message, suspicion.rule)
  }

  private enum Key: String, CodingKey {
    case source, line, kind, severity, confidence, offset, length, text, suggestion, message, rule
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(source, forKey: .source)
    try keys.encodeIfPresent(line, forKey: .line)
    try keys.encode(kind, forKey: .kind)
    try keys.encode(severity, forKey: .severity)
    try keys.encode(confidence, forKey: .confidence)
    try keys.encode(offset, forKey: .offset)
    try keys.encode(length, forKey: .length)
    try keys.encode(fragment, forKey: .text)
    try keys.encode(suggestion, forKey: .suggestion)
    try keys.encode(message, forKey: .message)
    try keys.encode(rule, forKey: .rule)
  }

  var text: String {
    let place = line.map { "\(source) 第\($0)行 第\(offset + 1)字" } ?? "\(source) 第\(offset + 1)字"
    return "\(place)：【\(severity.chinese)·\(confidence.chinese)】\(kind.chinese) “\(fragment)” \(message)"
  }
}
