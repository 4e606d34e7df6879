/// The kinds of finding, as named in the interface (contract §5), each with its default severity and Chinese name.
package enum FindingKind: String, Sendable, Hashable, Codable, CaseIterable {
  case siteUnreachable = "site-unreachable"
  case siteSlow = "site-slow"
  case tlsInvalid = "tls-invalid"
  case tlsExpiring = "tls-expiring"
  case columnStale = "column-stale"
  case columnEmpty = "column-empty"
  case columnUnreachable = "column-unreachable"
  case homeStale = "home-stale"
  case replyOverdue = "reply-overdue"
  case unitSilent = "unit-silent"
  case linkBroken = "link-broken"
  case linkSoft404 = "link-soft-404"
  case linkInsecure = "link-insecure"
  case linkHijacked = "link-hijacked"
  case attachmentBroken = "attachment-broken"
  case imageBroken = "image-broken"
  case anchorMissing = "anchor-missing"
  case typo
  case forbiddenTerm = "forbidden-term"
  case obsoleteName = "obsolete-name"
  case unitName = "unit-name"
  case leaderName = "leader-name"
  case traditionalCharacter = "traditional-character"
  case dateImpossible = "date-impossible"
  case dateMismatch = "date-mismatch"
  case dateFuture = "date-future"
  case redated
  case sumMismatch = "sum-mismatch"
  case countInconsistent = "count-inconsistent"
  case numberStyle = "number-style"
  case numbering
  case documentNumber = "document-number"
  case punctuation
  case repeatedText = "repeated-text"
  case mojibake
  case placeholder
  case wordResidue = "word-residue"
  case privacyIDCard = "privacy-id-card"
  case privacyPhone = "privacy-phone"
  case privacyBankCard = "privacy-bank-card"
  case emptyBody = "empty-body"
  case imageOnly = "image-only"
  case titleMismatch = "title-mismatch"
  case attachmentMissing = "attachment-missing"
  case hiddenLink = "hidden-link"
  case uninterpretedPolicy = "uninterpreted-policy"
  case metaMissing = "meta-missing"
  case footerMissing = "footer-missing"
  case elementMissing = "element-missing"

  /// Severity unless the check says otherwise (contract §4, 9.1 of the field's rules).
  package var severity: Severity {
    switch self {
    case .siteUnreachable, .homeStale, .linkHijacked, .forbiddenTerm, .privacyIDCard, .privacyBankCard, .hiddenLink:
      .severe
    case .siteSlow, .tlsExpiring, .linkInsecure, .anchorMissing, .numberStyle, .punctuation, .numbering, .imageOnly,
      .traditionalCharacter, .metaMissing, .documentNumber:
      .hint
    default: .general
    }
  }

  /// Concerns what must not stand in public about a person.
  package var isPrivacy: Bool { [.privacyIDCard, .privacyPhone, .privacyBankCard].contains(self) }

  /// Is read out of the words of a text: what proofreading may be wrong about.
  package var isOfWords: Bool {
    switch self {
    case .typo, .obsoleteName, .unitName, .leaderName, .traditionalCharacter, .dateImpossible, .dateMismatch,
      .sumMismatch, .countInconsistent, .numberStyle, .numbering, .documentNumber, .punctuation, .repeatedText,
      .mojibake, .placeholder, .wordResidue, .titleMismatch:
      true
    default: false
    }
  }

  /// Stands in what all pages of a kind share, so that it belongs to no page's unit.
  package var isOfTemplate: Bool { self == .metaMissing || self == .footerMissing }

  package var chinese: String {
    switch self {
    case .siteUnreachable: "网站无法访问"
    case .siteSlow: "网站打开缓慢"
    case .tlsInvalid: "安全证书无效"
    case .tlsExpiring: "安全证书即将到期"
    case .columnStale: "栏目更新超期"
    case .columnEmpty: "空白栏目"
    case .columnUnreachable: "栏目无法访问"
    case .homeStale: "首页不更新"
    case .replyOverdue: "留言超期未答复"
    case .unitSilent: "单位长期未发布"
    case .linkBroken: "错链断链"
    case .linkSoft404: "链接内容已失效"
    case .linkInsecure: "链接不安全"
    case .linkHijacked: "外部链接疑被篡改"
    case .attachmentBroken: "附件打不开"
    case .imageBroken: "图片打不开"
    case .anchorMissing: "页内定位失效"
    case .typo: "错别字"
    case .forbiddenTerm: "严重表述错误"
    case .obsoleteName: "机构旧称"
    case .unitName: "单位名称有误"
    case .leaderName: "领导姓名职务有误"
    case .traditionalCharacter: "繁体字混用"
    case .dateImpossible: "日期不存在"
    case .dateMismatch: "日期前后不一"
    case .dateFuture: "日期晚于当前"
    case .redated: "旧稿新发"
    case .sumMismatch: "合计与分项不符"
    case .countInconsistent: "数量前后不一"
    case .numberStyle: "数字用法不规范"
    case .numbering: "序号有误"
    case .documentNumber: "发文字号不规范"
    case .punctuation: "标点有误"
    case .repeatedText: "文字重复"
    case .mojibake: "乱码"
    case .placeholder: "占位文字未替换"
    case .wordResidue: "排版残留"
    case .privacyIDCard: "泄露身份证号"
    case .privacyPhone: "泄露手机号"
    case .privacyBankCard: "泄露银行卡号"
    case .emptyBody: "正文为空"
    case .imageOnly: "正文仅为图片"
    case .titleMismatch: "标题与正文不符"
    case .attachmentMissing: "附件缺失"
    case .hiddenLink: "隐藏链接"
    case .uninterpretedPolicy: "政策文件无解读"
    case .metaMissing: "网页标签缺失"
    case .footerMissing: "底部标识缺失"
    case .elementMissing: "规定要素缺失"
    }
  }
}
