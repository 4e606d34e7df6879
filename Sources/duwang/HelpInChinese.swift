/// The argument parser speaks English; what it prints is put into Chinese here, phrase by phrase.
enum HelpInChinese {
  static func translated(_ text: String) -> String {
    var text = text
    for (english, chinese) in phrases { text = text.replacing(english, with: chinese) }
    return text
  }

  /// Longer phrases first, so that none is cut by a shorter one.
  private static let phrases: [(String, String)] = [
    ("OVERVIEW: ", "简介："),
    ("USAGE: ", "用法："),
    ("Usage: ", "用法："),
    ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："),
    ("SUBCOMMANDS:", "子命令："),
    ("<subcommand>", "<子命令>"),
    ("<options>", "<选项>"),
    ("[<子命令>]", "<子命令>"),
    ("Show the version.", "显示版本。"),
    ("Show help information.", "显示帮助。"),
    ("Show subcommand help information.", "显示子命令的帮助。"),
    ("  See 'duwang --help' for more information.", "  详见 duwang --help。"),
    ("  See 'duwang help ", "  各子命令的说明见 'duwang help "),
    (" for detailed help.", "。"),
    ("for more information.", "查看说明。"),
    ("  See '", "  请运行 '"),
    ("Error: ", "错误："),
    ("Help: ", "说明："),
    ("Unknown option ", "不认识的选项 "),
    ("Unexpected argument ", "多余的参数 "),
    (" unexpected arguments: ", "个多余的参数："),
    ("Missing expected argument ", "缺少参数 "),
    ("Missing value for ", "选项缺少取值 "),
    ("Missing one of: ", "缺少下列之一："),
    ("The value ", "取值 "),
    (" is invalid for ", " 不适用于 "),
    (". Did you mean ", "，是否要用 "),
    ("Did you mean ", "是否要用 "),
    ("(values: ", "（可取："),
    ("(default: ", "（默认："),
    ("; default: ", "；默认："),
    ("Please provide one of ", "请在下列中选用："),
    ("Please provide ", "请提供 "),
  ]
}
