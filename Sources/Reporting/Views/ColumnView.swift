import DuwangCore

/// One column as a row of `columnrows.mustache`.
struct ColumnView: Sendable {
  let columnUnit: String
  let columnTitle: String
  let columnLink: String?
  let newestDate: String
  let newestName: String?
  let age: String
  let limitWord: String
  /// A bar is drawn: `ok`, `near` or `over`; nil when the limit is not judged.
  let barClass: String?
  let isOverBar: Bool
  /// Share of the limit that is left, 0 to 100.
  let barWidth: Int
  /// `余18日`, `今日到期`, `超7日`, `—`.
  let daysWord: String
  /// Why it is in no time or could not be read; stands instead of the bar.
  let note: String?
  let tagClass: String
  let tagWord: String

  init(_ state: ColumnState, _ context: ReportContext) {
    columnUnit = context.unitName(state.unit)
    columnTitle = SafeText.clipped(SafeText.line(state.name), to: 60)
    columnLink = FindingView.shortLink(state.url)
    newestDate = state.newest?.description ?? "—"
    newestName = state.newestTitle.map { SafeText.clipped($0, to: 60) }
    age = state.ageDays.map { "\(Words.count($0))日" } ?? "—"
    limitWord = state.limit.flatMap { Period($0)?.chinese } ?? "不设"
    let status = ColumnStatusWord(state)
    (tagClass, tagWord) = (status.tagClass, status.chinese)
    let isDated = state.daysLeft != nil && (state.status == .fresh || state.status == .stale)
    barClass = isDated ? (status == .over ? "over" : status == .near ? "near" : "ok") : nil
    isOverBar = isDated && status == .over
    barWidth = ColumnView.share(state)
    daysWord = isDated ? ColumnView.days(state.daysLeft ?? 0) : "—"
    note = isDated || state.status == .fresh ? nil : SafeText.clipped(state.reason ?? ColumnView.why(state), to: 160)
  }

  private static func why(_ state: ColumnState) -> String {
    state.status == .stale && state.newest == nil ? "条目均未标注日期" : ""
  }

  private static func days(_ left: Int) -> String {
    left == 0 ? "今日到期" : left > 0 ? "余\(Words.count(left))日" : "超\(Words.count(-left))日"
  }

  /// Nothing is drawn as nothing only when nothing is left: a sliver stays for the last day.
  private static func share(_ state: ColumnState) -> Int {
    guard let newest = state.newest, let due = state.dueOn, let left = state.daysLeft, due > newest else { return 0 }
    return left < 0 ? 100 : max(2, min(100, left * 100 / (due - newest)))
  }
}

/// The state of a column as readers see it: its status, with 临近 and 不设期限 told apart.
enum ColumnStatusWord: CaseIterable {
  case fine, near, over, blank, gone, wall, free, exempt, unfound

  init(_ state: ColumnState) {
    switch state.status {
    case .fresh: self = state.tier == .warn ? .near : state.tier == .none ? .free : .fine
    case .stale: self = .over
    case .empty: self = .blank
    case .unreachable: self = .gone
    case .unreadable: self = .wall
    case .unfound: self = .unfound
    case .exempt: self = .exempt
    }
  }

  var chinese: String {
    switch self {
    case .fine: "及时"
    case .near: "临近"
    case .over: "超期"
    case .blank: "空白"
    case .gone: "无法访问"
    case .wall: "机器未能读取"
    case .free: "不设期限"
    case .exempt: "不作要求"
    case .unfound: "待核对配置"
    }
  }

  var tagClass: String {
    switch self {
    case .fine: "fine"
    case .near: "near"
    case .over: "over"
    case .blank: "blank"
    case .gone: "gone"
    case .wall, .unfound: "wall"
    case .free, .exempt: "none"
    }
  }

  /// Counts into the rate of columns in time.
  var isJudged: Bool {
    switch self {
    case .fine, .near, .over, .blank, .gone: true
    case .wall, .free, .exempt, .unfound: false
    }
  }

  /// A person should look.
  var needsAttention: Bool {
    switch self {
    case .near, .over, .blank, .gone, .wall: true
    case .fine, .free, .exempt, .unfound: false
    }
  }
}
