import ArgumentParser
import DuwangCore
import Foundation
import History

/// The command line: one file a subcommand; it picks the adapters and turns failures into exit codes.
@main
struct Duwang: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duwang",
    abstract: "读网：检查政府网站能否打开、栏目是否及时更新、内容是否有误。",
    discussion: """
      每日由定时任务运行 duwang read daily，按Targets.yaml读取网站，结果写入Reports目录。
      退出码：0 完成；1 完成且有达到--fail-on级别的问题；64 用法有误；65 Targets.yaml或输入有误；
      69 本机网络不通，未作读网；73 目录或磁盘无法写入；75 另一次读网正在进行；130 被中断，已读内容保留。
      """,
    version: Version.current,
    subcommands: [
      ReadCommand.self, LinksCommand.self, ExtractCommand.self, ProofreadCommand.self, TargetsCommand.self,
      FindingsCommand.self, StatsCommand.self, ProbeCommand.self, LMCommand.self, DemoCommand.self,
    ])

  static func main() async {
    // A closed pipe downstream ends the program quietly, as with any other filter.
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let fault as HistoryFault {
      Console.note(fault.description)
      Foundation.exit(ExitCode.cannotWrite.rawValue)
    } catch let error as CocoaError {
      Console.note("文件无法读写：\(error.filePath ?? "")（代码\(error.code.rawValue)）。请核对路径、权限和磁盘空间。")
      Foundation.exit(ExitCode.cannotWrite.rawValue)
    } catch {
      let code = exitCode(for: error)
      let text = HelpInChinese.translated(fullMessage(for: error))
      if !text.isEmpty { Console.write(text + "\n", to: code == .success ? .output : .errors) }
      Foundation.exit(code.rawValue)
    }
  }
}
