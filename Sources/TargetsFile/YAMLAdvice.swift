/// What libyaml complains about, in words that say how to mend it.
enum YAMLAdvice {
  /// `problem` is libyaml's English sentence, `line` the source line, `column` counts from 1.
  static func sentence(for problem: String, line: Substring, column: Int) -> String {
    let place = Array(line.unicodeScalars)
    let here = column >= 1 && column <= place.count ? place[column - 1] : nil
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") || here == "\t" {
      return "缩进中有制表符（Tab），YAML只允许用空格缩进，请改为空格。"
    }
    if problem.contains("could not find expected ':'") || problem.contains("mapping values are not allowed") {
      if line.contains("：") { return "此行用了全角冒号“：”，请改为半角冒号加空格“: ”。" }
      return "此处的冒号位置有误：键后应为半角冒号加一个空格；文字中含冒号时，请用双引号括起。"
    }
    if problem.contains("did not find expected") {
      if line.contains("，") || line.contains("｛") || line.contains("［") {
        return "此行用了全角标点，YAML的逗号和括号须为半角，请改正。"
      }
      if problem.contains("',' or") { return "此处的方括号或花括号没有配对，或两项之间缺少半角逗号，请补齐。" }
      return "此处的缩进与上文不一致，同一级的键须左对齐，请调整空格。"
    }
    if problem.contains("cannot start any token") {
      return "此处的字符不能作为开头（如@、`、%），请用双引号把这段文字括起。"
    }
    if problem.contains("end of stream") || problem.contains("unexpected end") {
      return "引号没有配对，请补上另一半引号。"
    }
    if problem.contains("another document") { return "一个文件只能有一份配置，请删除此处的“---”及其后内容。" }
    if problem.contains("undefined alias") { return "此处以*开头，被当作引用而找不到对象；若为文字，请用双引号括起。" }
    if problem.contains("nesting level") { return "嵌套层数过多，请核对括号。" }
    return "此处不符合YAML格式，请核对缩进、冒号和引号（\(problem)）。"
  }
}
