import DuwangCore
import Proofreading

/// What must never stand in a file that is offered for download: personal numbers and severe terms. One finding a file
/// and kind; the file's other words are not proofread.
package enum AttachmentFindings {
  /// `name` is the file's as readers see it. The page on which it stands is filled in by the caller.
  package static func findings(in text: String, of url: String, name: String, site: String, context: CheckContext)
    -> [Finding]
  {
    let ignored = context.targets.content.ignore
    let found = context.proofreader.findings(in: text).filter { suspicion in
      (suspicion.kind.isPrivacy || suspicion.kind == .forbiddenTerm)
        && !ignored.contains { rule in
          (rule.url.map { Glob.matches($0, url) } ?? true) && (rule.kind.map { $0 == suspicion.kind.rawValue } ?? true)
            && (rule.text.map { suspicion.text.contains($0) } ?? true)
        }
    }
    return Dictionary(grouping: found, by: \.kind).sorted { $0.key.rawValue < $1.key.rawValue }.compactMap {
      kind, all in
      guard let first = all.first else { return nil }
      let line = text.unicodeScalars.prefix(first.offset).count { $0 == "\n" } + 1
      let isSure = all.contains { $0.confidence == .certain }
      return Finding(
        kind: kind, severity: kind == .privacyPhone ? nil : .severe, confidence: isSure ? .certain : .suspected,
        site: site, unit: context.office, page: url, target: url, key: "\(url)\n\(kind.rawValue)",
        message: "附件“\(name.trimmed(to: 40))”中有\(words(kind))\(all.count)处，如第\(line)行“\(first.text.trimmed(to: 24))”。",
        fix: kind == .forbiddenTerm ? "请立即撤下附件，改正后重新发布。" : "请立即撤下附件，对个人信息作去标识化处理后重新发布。",
        evidence: Evidence(
          text: first.text.trimmed(to: 80), offset: first.offset, suggestion: first.suggestion, place: "附件第\(line)行"),
        rule: first.rule)
    }
  }

  private static func words(_ kind: FindingKind) -> String {
    switch kind {
    case .privacyIDCard: "完整的身份证号"
    case .privacyBankCard: "完整的银行卡号"
    case .privacyPhone: "完整的手机号"
    default: "严重表述错误"
    }
  }
}
