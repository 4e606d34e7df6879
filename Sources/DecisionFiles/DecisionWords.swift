import DuwangCore

/// The words that staff write for a decision.
enum DecisionWords {
  static func verb(_ text: String) -> Decision.Verb? {
    let word = text.lowercased().filter { !$0.isWhitespace && !"，。；、！.,;!".contains($0) }
    return Decision.Verb(rawValue: word) ?? verbs[word]
  }

  static func scope(_ text: String) -> Decision.Scope? {
    let word = text.lowercased().filter { !$0.isWhitespace }
    return word.isEmpty ? .finding : Decision.Scope(rawValue: word) ?? scopes[word]
  }

  private static let verbs: [String: Decision.Verb] = [
    "属实": .confirm, "确认": .confirm, "核实": .confirm, "已核实": .confirm, "经核实属实": .confirm,
    "不属实": .dismiss, "误报": .dismiss, "不是问题": .dismiss, "非问题": .dismiss,
    "交办": .assign, "已交办": .assign, "转办": .assign, "已转办": .assign, "已通知": .assign,
    "已整改": .mend, "整改完成": .mend, "已改": .mend, "已改正": .mend, "已更正": .mend, "已修改": .mend, "已处理": .mend,
    "暂缓": .defer, "缓办": .defer, "撤销意见": .reopen, "撤销": .reopen, "重新列出": .reopen,
  ]

  private static let scopes: [String: Decision.Scope] = [
    "仅此一处": .finding, "同类文字": .text, "相同文字": .text, "本页同类": .page, "同页": .page,
  ]
}
