import DuwangCore
import HTMLTree

/// Tells the text of a page without a dateline (机构职能, 关于我们) from what query pages and front pages say.
struct UndatedText {
  let scene: PageScene
  let body: BodyReader.Body

  var isArticle: Bool { !isRepeated && !isForm && !isOfSummaries && !findsNothing }

  /// Labels of records (`发起人：`) come again and again.
  private var isRepeated: Bool {
    var counts: [String: Int] = [:]
    for block in body.blocks where block.text.utf8.count <= 60 { counts[block.text, default: 0] += 1 }
    let labels = counts.filter { $0.value >= 2 && ($0.key.hasSuffix("：") || $0.key.hasSuffix(":")) }
    return labels.count >= 3 || labels.count { $0.value >= 3 } >= 2
  }

  /// Fields to choose from stand in the text.
  private var isForm: Bool {
    guard let container = body.container else { return false }
    return scene.tree.all(.select, in: container).count >= 2
  }

  /// No sentence is whole: summaries are cut with dots.
  private var isOfSummaries: Bool {
    let texts = body.blocks.map(\.text)
    return !texts.contains { $0.contains("。") } && texts.contains { $0.contains("...") || $0.contains("……") }
  }

  private var findsNothing: Bool {
    let head = body.blocks.prefix(3).map(\.text).joined()
    return head.contains("没有找到") || head.contains("未找到")
  }
}
