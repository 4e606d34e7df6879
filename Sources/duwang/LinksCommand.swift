import ArgumentParser
import DuwangCore
import Foundation
import Pipeline

/// `duwang links URL…`: every link that can be reached from the addresses within their hosts.
struct LinksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links", abstract: "检查从所给网址起、在其域名内能够到达的全部链接。",
    discussion: """
      失效的链接经复查确认后逐行写到标准输出，各主机的汇总写到标准错误。
      按规则拒绝机器访问的（401、403、412、429等）列为受限，不算失效。
      退出码：0 完成；1 完成且按--fail-on有失效链接；64 用法有误；69 所给网址均未获准或无法读取；130 被中断，已查结果保留。
      """)

  enum FailOn: String, ExpressibleByArgument, CaseIterable { case broken }

  @Argument(help: ArgumentHelp("起始网址，可给多个；其域名即检查范围。", valueName: "网址"))
  var urls: [String]

  @Option(help: ArgumentHelp("从起始网址起最多经过几次链接，默认不限。", valueName: "层数"))
  var depth: Int?

  @Option(help: ArgumentHelp("最多读取的页面数。", valueName: "页数"))
  var maxPages = 100_000

  @Flag(help: "也检查指向其他网站的链接（只查这些链接本身）。")
  var includeExternal = false

  @Flag(help: "允许读取内部网络地址。")
  var allowPrivate = false

  @Option(help: ArgumentHelp("只检查符合的网址：路径前缀，或含*的通配式；可重复。", valueName: "式样"))
  var include: [String] = []

  @Option(help: ArgumentHelp("不检查符合的网址：路径前缀，或含*的通配式；可重复。", valueName: "式样"))
  var exclude: [String] = []

  @Flag(help: "列出全部链接，包括正常的。")
  var all = false

  @Flag(help: "在标准输出给出一个JSON文档。")
  var json = false

  @Flag(help: "不显示进度与汇总。")
  var quiet = false

  @Option(help: ArgumentHelp("请求中的User-Agent。", valueName: "名称"))
  var userAgent: String?

  @Option(help: ArgumentHelp("对每个主机每秒最多请求数，0为不限；本机地址默认不限。", valueName: "次数"))
  var rate: Double?

  @Option(help: ArgumentHelp("对每个主机同时打开的连接数。", valueName: "个数"))
  var connections = 4

  @Option(help: ArgumentHelp("打开一个网址的时限。", valueName: "秒数"))
  var timeout = 15

  @Option(help: ArgumentHelp("失败后隔多久复查。", valueName: "秒数"))
  var recheckAfter = 5

  @Flag(help: "不遵守robots.txt（仅用于本单位网站）。")
  var ignoreRobots = false

  @Option(help: ArgumentHelp("有失效链接时以退出码1结束。", valueName: "类别"))
  var failOn: FailOn?

  func validate() throws {
    for url in urls where WebAddress(url) == nil { throw ValidationError("“\(url)”不是http或https网址") }
    if let depth, depth < 0 { throw ValidationError("--depth 不能小于0") }
    if let rate, !(0...10_000).contains(rate) { throw ValidationError("--rate 须在0至10000之间") }
    guard maxPages > 0, maxPages <= 10_000_000 else { throw ValidationError("--max-pages 须在1至10000000之间") }
    guard (1...64).contains(connections) else { throw ValidationError("--connections 须在1至64之间") }
    guard (1...600).contains(timeout) else { throw ValidationError("--timeout 须在1至600之间") }
    guard (0...3600).contains(recheckAfter) else { throw ValidationError("--recheck-after 须在0至3600之间") }
  }

  mutating func run() async throws {
    let output = LinksOutput(showsLinks: !json, all: all, showsProgress: !quiet && Console.progressIsWanted)
    var links = LinksRun(request, environment: ProcessInfo.processInfo.environment)
    (links.settled, links.progress) = (output.settled, output.progress)
    let ready = links
    let task = Task { try await ready.run() }
    let interruption = Interruption { task.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    let report = try await task.value
    output.finish(report)
    if json { Console.print(try Console.json(LinksJSON(report, all: all))) }
    if !quiet { Console.note(LinksSummary.of(report)) }
    if report.isInterrupted { throw ExitCode.interrupted }
    if let problem = startProblem(report) {
      Console.note(problem)
      throw ExitCode.offline
    }
    if failOn == .broken, !report.broken.isEmpty { throw ExitCode.findings }
  }

  private var request: LinksRequest {
    let starts = urls.compactMap { WebAddress($0)?.description }
    var request = LinksRequest(
      starts: starts.enumerated().filter { !starts[..<$0.offset].contains($0.element) }.map(\.element))
    (request.depth, request.maxPages, request.triesExternal) = (depth, maxPages, includeExternal)
    (request.include, request.exclude) = (include, exclude)
    request.fetch.allowsPrivateAddresses = allowPrivate
    if let userAgent { request.fetch.userAgent = userAgent }
    request.fetch.ratePerHost = rate ?? (starts.allSatisfy(isThisMachine) ? 0 : request.fetch.ratePerHost)
    request.fetch.connectionsPerHost = connections
    request.fetch.timeout = Period(timeout, .seconds)
    request.fetch.recheckAfter = Period(recheckAfter, .seconds)
    request.fetch.obeysRobots = !ignoreRobots
    return request
  }

  /// Restraint is for the servers of others.
  private func isThisMachine(_ url: String) -> Bool {
    guard let host = WebAddress(url)?.host else { return false }
    return host == "localhost" || host == "[::1]"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// Why nothing could be checked at all; nil when a start was read or is itself a result.
  private func startProblem(_ report: LinksReport) -> String? {
    guard report.pages == 0, !report.results.isEmpty, report.results.allSatisfy({ $0.status == .skipped }) else {
      return nil
    }
    let isPrivate = report.results.contains { $0.fault == .privateAddress }
    return "所给网址均未读取：\(report.results[0].reason)。" + (isPrivate ? "确需检查内部网络的，请加 --allow-private。" : "")
  }
}
