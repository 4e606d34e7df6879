import Foundation

/// Words in navigation that tell where units and columns are listed. Texts are normalised.
package enum NavigationWords {
  /// Full width, blanks, brackets, counts, `更多>>` and the word 栏目 make no difference.
  package static func normalised(_ text: String) -> String {
    guard text.utf8.count <= 600 else { return "" }
    var text = text.precomposedStringWithCompatibilityMapping.lowercased()
    text.replace(/\(\d+\)|\[\d+\]/, with: "")
    text = String(String.UnicodeScalarView(text.unicodeScalars.filter { isKept($0) }))
    for noise in ["查看更多", "更多", "more"] where text.hasSuffix(noise) && text != noise {
      text = String(text.dropLast(noise.count))
    }
    for noise in ["栏目"] where text.hasSuffix(noise) && text.count > noise.count + 1 {
      text = String(text.dropLast(noise.count))
    }
    return text
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Leads to the list of units.
  package static func listsUnits(_ text: String) -> Bool { unitLists.contains { text.contains($0) } }

  /// Leads to further columns.
  package static func isContainer(_ text: String) -> Bool { containers.contains { text.contains($0) } }

  /// Ends like a unit's name.
  package static func namesUnit(_ text: String) -> Bool {
    text.count >= 3 && ["局", "镇", "乡", "街道", "办事处", "委员会", "分局"].contains { text.hasSuffix($0) }
  }

  /// Short Chinese text that is no step of paging and no service.
  package static func isNavigation(_ text: String) -> Bool {
    (2...14).contains(text.count) && !stops.contains(text)
      && text.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) }
  }

  private static let unitLists = [
    "部门信息公开", "部门公开", "乡镇信息公开", "乡镇公开", "部门和乡镇", "乡镇和部门", "乡镇部门", "部门乡镇",
    "县直部门", "县政府部门", "县政府组成部门", "组成部门", "直属机构", "部门街道", "各部门", "各乡镇", "乡镇街道",
    "乡镇动态", "部门动态", "政府部门", "信息公开目录", "部门导航", "乡镇导航", "部门网站", "乡镇网站", "机构设置",
    "政府机构", "部门单位", "责任单位", "乡镇",
  ]
  private static let containers = [
    "信息公开", "政务公开", "主动公开", "公开目录", "公开内容", "法定", "重点领域", "公开", "政务", "政民互动", "互动交流",
    "政策", "走进", "目录",
  ]
  private static let stops: Set<String> = [
    "首页", "网站首页", "返回首页", "上一页", "下一页", "尾页", "末页", "返回", "登录", "注册", "无障碍", "无障碍浏览",
    "网站地图", "站点地图", "联系我们", "关于我们", "设为首页", "加入收藏", "手机版", "打印", "关闭", "搜索", "高级搜索",
    "english", "繁体", "简体",
  ]
}
