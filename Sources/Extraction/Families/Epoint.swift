import DuwangCore
import HTMLTree

/// 新点 Epoint: static lists, or one that is fetched by posting JSON.
enum Epoint: Family {
  static let name = "epoint"
  static let action = "rest/lightfrontaction/getgovinfolist"

  static let fingerprints = [
    "EWB-FRONT", "webBuilderCommon.js", "lightfrontaction", "class=\"ewb-", "EpointWebBuilder",
  ]

  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings {
    var found = FamilyFindings()
    guard signs.has("getgovinfolist") || signs.has("webBuilderCommon.js") && hasEmptyList(scene.tree),
      let category = signs.value("categorynum") ?? signs.value("categoryNum")
    else {
      return found
    }
    let project = signs.value("projectName") ?? (signs.has("/EWB-FRONT") ? "/EWB-FRONT" : "")
    let base = project.hasPrefix("/") || project.isEmpty ? project : "/" + project
    found.isGuess = !signs.has("getgovinfolist")
    guard let url = scene.absolute("\(base)/\(action)") else { return found }
    let fields = [
      ("deptcode", signs.value("deptcode") ?? ""), ("categorynum", category),
      ("siteGuid", signs.value("siteGuid") ?? ""),
    ]
    let body = fields.map { "\"\($0.0)\":\"\(escaped($0.1))\"" } + ["\"pageIndex\":0", "\"pageSize\":15"]
    found.sources = [
      ListSource(
        kind: .recordsJSON, url: url, postBody: "{" + body.joined(separator: ",") + "}",
        contentType: "application/json;charset=utf-8")
    ]
    return found
  }

  /// A list in the markup that waits for rows; the request itself stands in a script of its own.
  private static func hasEmptyList(_ tree: Tree) -> Bool {
    (0..<tree.count).contains { i in
      [.ul, .ol, .tbody].contains(tree.tag(i)) && tree.bytes(i, .id) != nil
        && Text.weight(tree.text[tree.textRange(i)]) == 0
    }
  }

  private static func escaped(_ text: String) -> String {
    text.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
  }
}
