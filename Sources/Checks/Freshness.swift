import DuwangCore

/// How a column stands on a day: the table of statuses (contract §4), decided here once.
package enum Freshness {
  /// Judges `column` by what was read of it. A column that the machine could not read is never called stale or empty.
  package static func state(of column: Column, reading: ColumnReading?, today: Day) -> ColumnState {
    var state = ColumnState(column: column, url: reading?.url ?? column.url, status: .unfound)
    if let reading { fill(&state, from: reading, today: today) }
    if column.isExempt(on: today) {
      state.status = .exempt
      state.reason = column.exemption?.reason
      return state
    }
    guard let reading, reading.url != nil else {
      state.reason = reading?.reason ?? "未按名称找到该栏目，请核对配置"
      return state
    }
    if !isStaticText(column.policy, reading), let (status, reason) = notRead(reading) {
      (state.status, state.reason) = (status, reason)
      return state
    }
    if reading.saysArchived {
      (state.status, state.reason) = (.exempt, "页面注明已归档")
      return state
    }
    judge(&state, column.policy, reading, today)
    return state
  }

  /// Entries dated later than tomorrow are not trusted: a forged or mistaken date keeps no column fresh.
  package static func isTrusted(_ day: Day, today: Day) -> Bool { day <= today.addingDays(1) }

  private static func fill(_ state: inout ColumnState, from reading: ColumnReading, today: Day) {
    state.entries = reading.entries.count
    let dated = reading.entries.filter { $0.date.map { isTrusted($0, today: today) } ?? false }
    let newestEntry = dated.max { ($0.date ?? today) < ($1.date ?? today) }
    let days = [newestEntry?.date, reading.newest].compactMap { $0 }.filter { isTrusted($0, today: today) }
    guard let newest = days.max() else { return }
    state.newest = newest
    state.ageDays = max(0, today - newest)
    if newestEntry?.date == newest { state.newestTitle = newestEntry?.title }
  }

  /// A column that is never judged by age needs no list: a text or a picture is what it is for.
  private static func isStaticText(_ policy: UpdatePolicy, _ reading: ColumnReading) -> Bool {
    guard case .never = policy, case .unreadable(let why, _) = reading.reach else { return false }
    return why == .noList || why == .imageOnly
  }

  /// Nil when the column was read; else what it is called and why.
  private static func notRead(_ reading: ColumnReading) -> (ColumnState.Status, String)? {
    switch reading.reach {
    case .read, .unchanged: nil
    case .softNotFound(let why): (.unreachable, why)
    case .unreadable(let why, _): (.unreadable, reading.reason ?? why.chinese)
    case .failed(let fault, let status):
      switch fault.faultClass {
      case .permanent, .transient: (.unreachable, words(fault, status))
      case .blocked: (.unreadable, "\(words(fault, status))，机器未能读取")
      case .ours: (.unreadable, words(fault, status))
      }
    }
  }

  private static func words(_ fault: FetchFault, _ status: Int?) -> String {
    status.map { "\(fault.chinese)（\($0)）" } ?? fault.chinese
  }

  private static func judge(_ state: inout ColumnState, _ policy: UpdatePolicy, _ reading: ColumnReading, _ today: Day)
  {
    if reading.entries.isEmpty, state.newest == nil {
      if reading.hasList || reading.saysEmpty {
        state.status = .empty
        state.reason = reading.saysEmpty ? "页面注明暂无信息" : "列表中没有条目"
      } else if case .never = policy {
        state.status = .fresh
      } else {
        state.status = .unreadable
        state.reason = reading.reason ?? Unreadable.noList.chinese
      }
      return
    }
    switch policy {
    case .never: state.status = .fresh
    case .age(let warn, let limit): judgeAge(&state, warn: warn, limit: limit, reading, today)
    case .reply:
      // The period is for answering letters; nobody can be blamed when citizens write none.
      state.status = .fresh
    }
  }

  /// In time while the newest date plus `limit` is today or later.
  private static func judgeAge(
    _ state: inout ColumnState, warn: Period?, limit: Period, _ reading: ColumnReading, _ today: Day
  ) {
    state.limit = limit.description
    guard let newest = state.newest else {
      let isForged = reading.newest != nil || reading.entries.contains { $0.date != nil }
      // A reason given by the reader means that the articles behind undated rows could not be read either.
      let doubt = isForged ? "条目日期均晚于当前日期，需人工核对" : reading.reason
      state.status = doubt == nil ? .stale : .unreadable
      state.tier = doubt == nil ? .over : .none
      state.reason = doubt ?? "条目均未标注日期，按未更新处理"
      return
    }
    let due = limit.after(newest)
    state.dueOn = due
    state.daysLeft = due - today
    state.status = due >= today ? .fresh : .stale
    let isWarned = warn.map { $0.after(newest) < today } ?? false
    state.tier = due < today ? .over : isWarned ? .warn : .ok
  }
}
