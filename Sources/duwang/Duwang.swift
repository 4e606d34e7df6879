import ArgumentParser

@main
struct Duwang: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "duwang", abstract: "读网：检查政府网站能否打开、栏目是否及时更新、内容是否有误")
}
