import ArgumentParser
import DuwangCore
import Foundation
import HistorySQLite
import Pipeline
import TargetsFile

struct TargetsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets", abstract: "检查、列出、起草和导入读网对象（Targets.yaml）。",
    subcommands: [Validate.self, List.self, Discover.self, Import.self])

  /// `duwang targets validate`: every problem at once.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "validate", abstract: "检查Targets.yaml，一次列出全部问题。")
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let targets = try TargetsLoading.load(common.targets)
      TargetsLoading.noteWithoutEffect(targets)
      guard !common.quiet else { return }
      Console.print(
        "\(common.targets)：未发现问题。网站\(targets.sites.count)个，单位\(targets.units.count)个，栏目\(targets.columns.count)个。")
    }
  }

  /// `duwang targets list`: what will be read and what was found where.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出将要读取的栏目及其网址的来历。")
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let targets = try TargetsLoading.load(common.targets)
      let listing = TargetsListing(targets, found: try foundColumns())
      Console.print(common.json ? try Console.json(listing, pretty: false) : listing.text)
    }

    private func foundColumns() throws -> [String: String] {
      guard FileManager.default.fileExists(atPath: common.state + "/history.sqlite") else { return [:] }
      return try SQLiteHistory.open(directory: common.state).past().foundColumns
    }
  }

  /// `duwang targets discover URL`: a draft from the navigation of a home page.
  struct Discover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "discover", abstract: "由网站首页导航起草Targets.yaml。")

    @Argument(help: ArgumentHelp("网站首页。", valueName: "网址"))
    var url: String

    @Flag(help: "允许读取内部网络地址。")
    var allowPrivate = false

    mutating func run() async throws {
      switch await ExtractionRun(today: Moment.now.day, allowsPrivate: allowPrivate).read(url, url: nil) {
      case .success(let page): Console.print(TargetsDraft.yaml(home: page))
      case .failure(let problem):
        Console.note("\(url)：\(problem)")
        throw ExitCode.offline
      }
    }
  }

  /// `duwang targets import FILE`: a column list as offices keep it.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "由栏目清单（CSV或XLSX）起草Targets.yaml。")

    @Argument(help: ArgumentHelp("栏目清单。", valueName: "文件"))
    var file: String

    @Option(help: ArgumentHelp("网站首页；清单中没有完整网址时填写。", valueName: "网址"))
    var home: String?

    mutating func run() throws {
      do {
        let columns = try ColumnListImport.read(path: file)
        Console.print(ColumnListImport.draft(columns, home: home))
        Console.note("读入栏目\(columns.count)个。")
      } catch {
        for problem in error.problems { Console.note(problem.description) }
        throw ExitCode.badInput
      }
    }
  }
}
