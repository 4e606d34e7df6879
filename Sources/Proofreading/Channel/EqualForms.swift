/// Forms that are both right in the same places, so that the text does not tell which was meant, and words too new for
/// the models. Right text is not changed into right text.
package enum EqualForms {
  /// Whether the characters at `places` of a line belong to such a form and `replacement` makes its equal of it.
  package static func hold(_ line: [UInt32], _ places: [Int], _ replacement: [UInt32]) -> Bool {
    let areEqual = particles.contains { kind in
      zip(places, replacement).allSatisfy { kind.contains(line[$0]) && kind.contains($1) }
    }
    if areEqual { return true }
    guard let first = places.first, let last = places.last, last - first == places.count - 1 else { return false }
    var changed = line[max(0, first - reach)..<min(line.count, last + reach + 1)]
    let before = changed
    for (place, code) in zip(places, replacement) { changed[place] = code }
    for start in max(before.startIndex, first - reach)...last {
      for length in 2...3 where start + length <= before.endIndex && start + length > first {
        let word = key(before[start..<start + length])
        guard let equals = forms[word] else { continue }
        if equals.isEmpty || equals.contains(key(changed[start..<start + length])) { return true }
      }
    }
    return false
  }

  private static let reach = 2
  /// Conjunctions, and prepositions of the end reached.
  private static let particles = ["和或与及", "至到"].map(\.codes)

  private static func key(_ codes: some Collection<UInt32>) -> UInt64 {
    codes.reduce(0) { $0 << 21 | UInt64($1) }
  }

  /// Both in 《现代汉语词典》, with senses that meet.
  private static let variants = [
    "制订 制定", "拟订 拟定", "审订 审定", "商订 商定", "察看 查看", "查访 察访", "他用 它用", "告之 告知", "做出 作出", "交代 交待", "界限 界线", "爆发 暴发",
    "度过 渡过", "启用 起用", "以至 以致", "急需 亟需", "联结 连接", "预订 预定", "游轮 邮轮", "标志 标识", "考察 考查",
    "记录 纪录", "通信 通讯", "连接 联接", "终生 终身", "订货 定货",
  ]
  /// Words of recent documents.
  private static let recent = ["数智", "数实", "优效", "标石", "智改", "数转"]

  /// For each form its equals; none for a word that is left alone whatever is put in.
  private static let forms: [UInt64: [UInt64]] = {
    var forms = [UInt64: [UInt64]]()
    for pair in variants {
      let keys = pair.split(separator: " ").map { key(String($0).codes) }
      for own in keys { forms[own, default: []] += keys.filter { $0 != own } }
    }
    for word in recent { forms[key(word.codes)] = [] }
    return forms
  }()
}
