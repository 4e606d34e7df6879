import DuwangCore
import HTMLTree

/// Reads of a page what link checking asks of it, where that is enough to tell that it is a page.
struct LinksAssembly {
  let scene: PageScene
  let signs: FamilySigns
  private var tree: Tree { scene.tree }

  /// False, with nothing filled in, where only the whole reading tells whether there is a page at all: the text is short
  /// (a wall, an empty shell, no page), may say that it is missing, or a script holds rows.
  func fill(_ page: inout Page) -> Bool {
    let (meta, documentTitle) = (scene.meta(), scene.documentTitle())
    guard isSure(meta), !scene.hasMount(), !Bytes.contains(signs.source[...], "<textarea") else { return false }
    let family = Families.of(signs)
    if let family, family.findings(scene, signs).island != nil { return false }
    (page.meta, page.documentTitle) = (meta, documentTitle)
    if let family { page.cms = family.name }
    let links = LinkReader(scene: scene)
    (page.links, page.anchors) = (links.read(), links.anchors())
    page.nextPage = Paging(scene: scene, countsFromOne: page.cms == Ucap.name).next
    return true
  }

  /// More visible text than walls, challenges and shells have (`Walls`), and no words of pages that are missing.
  private func isSure(_ meta: [String: String]) -> Bool {
    guard let body = tree.first(.body).map(tree.textRange) else { return false }
    let named = ["articletitle", "columnname", "sitename"].compactMap { meta[$0] }
    let inside = Text.key(tree.text[body])
    return inside.count { $0 & 0xc0 != 0x80 } >= 600 && !MissingWords.stand(in: tree.text[body], key: inside)
      && !MissingWords.stand(in: tree.text[..<body.lowerBound])
      && !MissingWords.stand(in: tree.text[body.upperBound...])
      && !named.contains { MissingWords.stand(in: Array($0.utf8)[...]) }
  }
}

/// Words of which a page that says "no such page" holds one, in its title or in its text. Far more pages hold one: this
/// tells which pages are none.
enum MissingWords {
  static func stand(in text: ArraySlice<UInt8>) -> Bool { stand(in: text, key: Text.key(text)) }

  /// `key`: the letters and digits of the text.
  static func stand(in text: ArraySlice<UInt8>, key: [UInt8]) -> Bool {
    words.stands(in: key[...])
      || places(of: number, in: key[...]).count > places(of: number, in: text).count { isGlued(text, $0) }
  }

  private static let words: WordFinder = [
    "http404", "error404", "notfound", "错误", "出错", "提示信息", "不存在", "未找到", "找不到", "走丢", "已删除", "被删除", "要找的",
    "查找的", "非法访问", "无权访问", "自动返回", "自动跳转",
  ]
  private static let number = "404"

  private static func places(of word: String, in bytes: ArraySlice<UInt8>) -> [Int] {
    var (found, from) = ([Int](), bytes.startIndex)
    while let at = Bytes.find(bytes, word, from: from) {
      found.append(at)
      from = at + 1
    }
    return found
  }

  /// A letter, a digit or a Chinese character stands right before: no part of a title begins here.
  private static func isGlued(_ text: ArraySlice<UInt8>, _ at: Int) -> Bool {
    guard at > text.startIndex else { return false }
    let before = text[at - 1]
    if (0x30...0x39).contains(before) || (0x61...0x7a).contains(before | 0x20) { return true }
    return at - 3 >= text.startIndex && (0xe4...0xe9).contains(text[at - 3]) && before & 0xc0 == 0x80
  }
}
