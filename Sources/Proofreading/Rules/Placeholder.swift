import DuwangCore

/// Text that stood in for text: 待补充, lorem ipsum, undefined, template fields, 测试测试. Forms and samples are no fault.
struct Placeholder: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    // A form, a sample or a template holds fields to be filled in.
    let isForm = passage.contains(Self.forms, in: 0..<min(passage.count, 400))
    return Self.words.hits(in: passage.folded).compactMap { hit in
      let entry = Self.entries[hit.word]
      guard !(isForm && entry.isField), !entry.isToken || Self.stands(passage, hit.range),
        !Self.isQuoted(passage, hit.range)
      else { return nil }
      return passage.suspicion(
        .placeholder, hit.range, entry.isSure ? .certain : .suspected,
        message: "“\(passage.text(hit.range))”是占位文字，发布前未替换。", rule: Self.rule)
    } + whole(passage)
  }

  /// A paragraph that says nothing but "test".
  private func whole(_ passage: Passage) -> [Suspicion] {
    passage.paragraphs.compactMap { range in
      guard range.count <= 12, passage.folded[range].contains(where: Self.beginsTest) else { return nil }
      let text = passage.text(range).filter { !$0.isWhitespace && !"。.！!".contains($0) }.lowercased()
      guard ["测试", "test", "测试文章", "测试标题", "测试内容", "测试信息", "标题标题", "内容内容"].contains(text) else { return nil }
      return passage.suspicion(.placeholder, range, message: "内容为“\(text)”，是测试信息。", rule: Self.rule)
    }
  }

  /// 测, 标, 内 or t.
  private static func beginsTest(_ code: UInt32) -> Bool {
    code == 0x6d4b || code == 0x6807 || code == 0x5185 || code | 0x20 == 0x74
  }

  /// A word of Latin letters stands for itself: not part of a longer word, a path or an address.
  private static func stands(_ passage: Passage, _ range: Range<Int>) -> Bool {
    let (before, after) = (passage.at(range.lowerBound - 1), passage.at(range.upperBound))
    func joins(_ code: UInt32) -> Bool {
      Passage.isLetter(code) || Passage.isDigit(code)
        || [0x5f, 0x2e, 0x2f, 0x2d, 0x3d, 0x22, 0x27, 0x28, 0x40].contains(code)
    }
    return !joins(before) && !joins(after)
  }

  private static func isQuoted(_ passage: Passage, _ range: Range<Int>) -> Bool {
    ["“", "《", "\""].contains(passage.before(range.lowerBound, 1))
      && ["”", "》", "\""].contains(passage.after(range.upperBound, 1))
  }

  private struct Entry {
    var text: String
    var isSure = true
    /// Must stand as a word of its own.
    var isToken = false
    /// Is right in forms.
    var isField = false
  }

  private static let entries: [Entry] =
    ["undefined", "NaN"].map { Entry(text: $0, isToken: true) }
    + [Entry(text: "null", isSure: false, isToken: true)]
    + [
      "[object Object]", "lorem ipsum", "Lorem ipsum", "测试测试", "此处填写", "请在此处输入", "在此输入", "单击此处", "点击此处输入", "这里是标题",
      "这里填写标题",
    ]
    .map { Entry(text: $0, isField: true) }
    + [
      "待补充", "XX年XX月XX日", "XXXX年XX月XX日", "××年××月××日", "××××年××月××日", "年××月××日", "年XX月XX日", "XXX县",
      "×××县", "XXX项目", "XXX工程", "XXX乡镇", "XXX部门", "XXX局", "XXX单位", "{{", "${",
    ]
    .map { Entry(text: $0, isSure: false, isField: true) }
  private static let words = AhoCorasick(entries.map(\.text.codes))
  private static let forms = ["格式", "样式", "模板", "范本", "样表", "示例", "文书", "申请表", "登记表", "填表", "承诺书", "合同"].map(\.codes)
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》：发布前应核对内容（待核对）"
}
