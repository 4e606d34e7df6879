import DuwangCore
import Foundation

/// The tab-separated files that staff keep beside Targets.yaml: there, in UTF-8, with the columns that are needed.
struct UserTables {
  enum Kind {
    case dictionary, units, leaders, severe
    /// Columns that every row must fill, in order.
    var columns: [String] {
      switch self {
      case .dictionary: ["误", "正"]
      case .units: ["单位名称"]
      case .leaders: ["姓名", "职务"]
      case .severe: ["错误表述"]
      }
    }
  }

  let baseDirectory: String
  let diagnostics: Diagnostics

  func check(_ path: Located, _ kind: Kind) {
    guard !baseDirectory.isEmpty else { return }
    let place = URL(fileURLWithPath: path.text, relativeTo: URL(fileURLWithPath: baseDirectory, isDirectory: true))
    guard let data = try? Data(contentsOf: place) else {
      diagnostics.error(path.mark, "找不到文件“\(path.text)”，请核对路径（相对于本配置文件所在的文件夹）。")
      return
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      diagnostics.error(path.mark, "文件“\(path.text)”不是UTF-8编码，请另存为UTF-8。")
      return
    }
    var (number, problems) = (0, 0)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let content = line.trimmed
      guard !content.isEmpty, !content.hasPrefix("#"), content != "\u{feff}" else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
      guard let missing = kind.columns.indices.first(where: { $0 >= cells.count || cells[$0].isEmpty }) else {
        continue
      }
      problems += 1
      if problems > 20 { return }
      diagnostics.error(
        file: path.text, line: number, column: 1,
        "缺少第\(missing + 1)列“\(kind.columns[missing])”，各列之间请用制表符（Tab）分隔。")
    }
  }
}
