import ArgumentParser
import DuwangCore
import Foundation
import HistorySQLite
import Pipeline

/// `duwang lm …`: the language model of the portal itself.
struct LMCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lm", abstract: "语言模型：由历史记录统计本站用语。", subcommands: [Train.self])

  /// `duwang lm train`.
  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "train", abstract: "统计历史记录中各文章的用语，供错别字检查使用：多篇文章通用的写法不作为错误。")
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      guard FileManager.default.fileExists(atPath: common.state + "/history.sqlite") else {
        Console.note("\(common.state)中没有历史记录，请先运行 duwang read daily，或用--state指明目录。")
        throw ExitCode.badInput
      }
      let model = try SiteModel.train(SQLiteHistory.open(directory: common.state), state: common.state)
      if common.json {
        Console.print(try Console.json(model, pretty: true))
      } else if !common.quiet {
        Console.print("本站语言模型已生成：\(model.documents)篇文章，\(model.characters)字，写入\(model.path)。")
      }
    }
  }
}
