import DuwangCore
import Foundation

/// When what was read counts as right.
enum Matching {
  static func row(_ entry: ListEntry, is row: Labels.Row, base: String) -> Bool {
    let title = norm(entry.title)
    let wanted = [norm(row.title), norm(row.titleAttr)].filter { !$0.isEmpty }
    guard title.count > 3,
      wanted.contains(where: { $0 == title || ($0.count > 6 && ($0.hasPrefix(title) || title.hasPrefix($0))) })
    else { return false }
    let isDead = row.href.lowercased().hasPrefix("javascript")
    guard isDead || address(entry.url) == address(URL(string: row.href, relativeTo: URL(string: base))?.absoluteString)
    else { return false }
    return row.date?.hasPrefix("--") == true || entry.date?.description == row.date
  }

  static func title(_ got: String, is wanted: String?) -> Bool {
    let (got, wanted) = (norm(got), norm(wanted))
    return wanted == got || (got.count > 6 && wanted.contains(got))
  }

  static func body(_ body: String, holds sentence: String?) -> Bool {
    norm(body).contains(norm(sentence)) && !furniture.contains(where: body.contains)
  }

  private static let furniture = ["ICP备", "版权所有", "网站地图", "当前位置", "设为首页", "加入收藏"]

  private static func address(_ url: String?) -> String {
    (url ?? "").prefix { $0 != "#" }.removingPercentEncoding?.replacingOccurrences(of: "/./", with: "/") ?? ""
  }

  private static func norm(_ text: String?) -> String {
    let gone = "·•◆■▪▶>»….-—_|\u{200b}\u{feff}"
    return (text ?? "").precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace && !gone.contains($0) }
      .lowercased()
  }
}
