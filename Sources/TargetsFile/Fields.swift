import DuwangCore
import Yams

/// A text with its place in the file.
struct Located {
  var text: String
  var mark: Mark?
}

/// One mapping of the file: its keys are checked when it is opened, its values when they are asked for.
struct Fields {
  let mark: Mark?
  let what: String
  let diagnostics: Diagnostics
  private var values: [String: Node] = [:]

  /// Nil, and a problem, when the node is no mapping. `what` names the thing in Chinese, `keys` are all allowed ones.
  init?(_ node: Node, _ what: String, keys: [String], renamed: [String: String], _ diagnostics: Diagnostics) {
    (mark, self.what, self.diagnostics) = (node.mark, what, diagnostics)
    guard let mapping = node.mapping else {
      if !node.isNothing { diagnostics.error(node, "\(what)应为“键: 值”的形式，请核对缩进和冒号后的空格。") }
      return nil
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        diagnostics.error(key, "\(what)的键应为文字，请改正。")
        continue
      }
      if let repeated = renamed[name] {
        let kept = mapping.first { $0.key.scalar?.string == repeated }?.key.mark ?? key.mark
        diagnostics.error(kept, "键“\(repeated)”在\(what)中重复出现，请只保留一处。")
        continue
      }
      guard keys.contains(name) else {
        diagnostics.error(key, Fields.unknown(name, in: what, keys: keys))
        continue
      }
      if !value.isNothing { values[name] = value }
    }
  }

  func has(_ key: String) -> Bool { values[key] != nil }
  func node(_ key: String) -> Node? { values[key] }
  func mark(_ key: String) -> Mark? { values[key]?.mark ?? mark }

  func error(_ key: String, _ message: String) { diagnostics.error(mark(key), message) }

  func missing(_ key: String, _ advice: String) {
    diagnostics.error(mark, "\(what)缺少“\(key)”，\(advice)。")
  }

  /// The text of a scalar; a list or a mapping is a problem.
  func text(_ key: String) -> Located? {
    guard let node = values[key] else { return nil }
    guard let scalar = node.scalar else {
      diagnostics.error(node, "“\(key)”应为一段文字，不能是列表或映射。")
      return nil
    }
    let text = scalar.string.trimmed
    guard !text.isEmpty else {
      diagnostics.error(node, "“\(key)”为空，请填写或删除此行。")
      return nil
    }
    return Located(text: text, mark: node.mark)
  }

  func required(_ key: String, _ advice: String) -> Located? {
    if !has(key) { missing(key, advice) }
    return text(key)
  }

  /// A list's nodes; a single value is a problem.
  func list(_ key: String) -> [Node] {
    guard let node = values[key] else { return [] }
    guard let sequence = node.sequence else {
      diagnostics.error(node, "“\(key)”应为列表，请在每项前加“- ”，或写成[甲, 乙]。")
      return []
    }
    return Array(sequence)
  }

  func texts(_ key: String) -> [Located] {
    list(key).compactMap { node in
      guard let text = node.scalar?.string.trimmed, !text.isEmpty else {
        diagnostics.error(node, "“\(key)”的每一项应为文字。")
        return nil
      }
      return Located(text: text, mark: node.mark)
    }
  }

  /// Key, its mark and its node for mappings with names of the user's own.
  func entries(_ key: String, renamed: [String: String]) -> [(name: Located, node: Node)] {
    guard let node = values[key] else { return [] }
    guard let mapping = node.mapping else {
      diagnostics.error(node, "“\(key)”应为“名称: 内容”的形式。")
      return []
    }
    return mapping.compactMap { entry in
      guard let name = entry.key.scalar?.string.trimmed, !name.isEmpty else {
        diagnostics.error(entry.key, "“\(key)”中的名称应为文字。")
        return nil
      }
      if let repeated = renamed[name] {
        let kept = mapping.first { $0.key.scalar?.string == repeated }?.key.mark ?? entry.key.mark
        diagnostics.error(kept, "“\(key)”中的“\(repeated)”重复出现，请只保留一处。")
        return nil
      }
      return (Located(text: name, mark: entry.key.mark), entry.value)
    }
  }

  private static func unknown(_ name: String, in what: String, keys: [String]) -> String {
    let plain = name.lowercased()
    if ["password", "passwd", "pwd", "secret", "token", "密码", "口令", "apikey", "api_key"].contains(plain) {
      let instead = keys.first { $0.hasSuffix("_env") } ?? "password_env"
      return "本文件不得写入密码、令牌等秘密，请删除“\(name)”，改用“\(instead)”写环境变量的名称。"
    }
    let near = Spelling.nearest(to: name, among: keys).map { "，是否应为“\($0)”" } ?? ""
    return "\(what)中没有“\(name)”这个键\(near)；可用的键：\(keys.joined(separator: "、"))。"
  }
}

extension Node {
  /// Written as `~`, `null` or left empty: the same as not written.
  var isNothing: Bool {
    guard let scalar else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
