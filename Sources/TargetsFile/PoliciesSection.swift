import DuwangCore
import Yams

extension TargetsReader {
  /// The declared classes over the national ones.
  func readPolicies(_ fields: Fields) -> [String: UpdatePolicy] {
    var policies = NationalPolicies.all
    for (name, node) in fields.entries("policies", renamed: renamed) {
      guard name.text != "never" else {
        diagnostics.error(name.mark, "“never”是保留词，请为更新类别另取名称。")
        continue
      }
      if let policy = readPolicy(node, "更新类别“\(name.text)”") { policies[name.text] = policy }
    }
    return policies
  }

  /// `never`, `{ warn, limit }` or `{ reply_within }`.
  func readPolicy(_ node: Node, _ what: String) -> UpdatePolicy? {
    if let text = node.scalar?.string {
      if text == "never" { return .never }
      diagnostics.error(node, "\(what)应写作{ warn: 10d, limit: 2w }、{ reply_within: 3mo }或never。")
      return nil
    }
    guard let fields = fields(node, what, ["warn", "limit", "reply_within"]) else { return nil }
    let (warn, limit) = (fields.period("warn"), fields.period("limit"))
    let reply = fields.period("reply_within")
    if fields.has("reply_within") {
      if fields.has("warn") || fields.has("limit") {
        fields.error("reply_within", "\(what)的reply_within不能与warn、limit同时使用，请保留一种。")
        return nil
      }
      return reply.map { .reply(within: $0) }
    }
    guard fields.has("limit") else {
      fields.missing("limit", "请写期限，如limit: 6mo")
      return nil
    }
    guard let limit else { return nil }
    if let warn, warn.seconds > limit.seconds {
      fields.error("warn", "\(what)的提醒期限warn（\(warn)）长于limit（\(limit)），请改短。")
      return nil
    }
    return .age(warn: warn, limit: limit)
  }
}

/// A column's class: by name or written in place.
struct PolicyChoice {
  var name: String?
  var policy: UpdatePolicy
}
