import DuwangCore

extension Report {
  /// The same report with every text of the portal cleaned once, for all outputs alike.
  func cleaned() -> Report {
    var report = self
    report.findings = findings.map { $0.cleaned() }
    report.resolved = resolved.map { $0.cleaned() }
    report.changes = changes.map { $0.cleaned() }
    report.ignored = ignored.map { $0.cleaned() }
    report.redirects = redirects.map { $0.cleaned() }
    report.columns = columns.map { $0.cleaned() }
    report.unreadable = unreadable.map { item in
      var item = item
      (item.url, item.reason) = (SafeText.address(item.url), SafeText.line(item.reason))
      return item
    }
    report.decisionsRead.conflicts = decisionsRead.conflicts.map(SafeText.line)
    report.decisionsRead.refused = decisionsRead.refused.map(SafeText.line)
    report.limitsHit = limitsHit.map { .init(limit: $0.limit, url: SafeText.address($0.url), left: $0.left) }
    return report
  }
}

extension Report.Item {
  fileprivate func cleaned() -> Report.Item {
    var item = self
    item.note = note.map(SafeText.line)
    item.decision?.reason = decision?.reason.map(SafeText.line)
    item.decision?.by = decision?.by.map(SafeText.line)
    item.finding.page = SafeText.address(finding.page)
    item.finding.pageTitle = finding.pageTitle.map(SafeText.line)
    item.finding.target = finding.target.map(SafeText.address)
    item.finding.message = SafeText.line(finding.message)
    item.finding.fix = SafeText.line(finding.fix)
    item.finding.rule = finding.rule.map(SafeText.line)
    item.finding.evidence.text = SafeText.line(finding.evidence.text)
    item.finding.evidence.suggestion = finding.evidence.suggestion.map(SafeText.line)
    item.finding.evidence.before = SafeText.line(finding.evidence.before)
    item.finding.evidence.after = SafeText.line(finding.evidence.after)
    item.finding.evidence.place = finding.evidence.place.map(SafeText.line)
    return item
  }
}

extension PageChange {
  fileprivate func cleaned() -> PageChange {
    var change = self
    (change.url, change.title) = (SafeText.address(url), SafeText.line(title))
    change.blocks = blocks.map { block in
      var block = block
      block.runs = block.runs.map { $0.cleaned() }
      if let row = block.row {
        let cells = row.cells.map { $0.map { $0.cleaned() } }
        block.row = ChangedRow(row.kind, cells: cells, header: row.header.map(SafeText.line))
      }
      return block
    }
    change.movedSentences = movedSentences?.map(SafeText.line)
    return change
  }
}

extension ChangedBlock.Run {
  fileprivate func cleaned() -> Self { .init(operation, SafeText.line(text)) }
}

extension Report.Ignored {
  fileprivate func cleaned() -> Report.Ignored {
    var region = self
    (region.page, region.shape) = (SafeText.address(page), SafeText.line(shape))
    (region.before, region.after) = (SafeText.line(before), SafeText.line(after))
    return region
  }
}

extension Report.Redirect {
  fileprivate func cleaned() -> Report.Redirect {
    var link = self
    (link.url, link.finalURL, link.page) = (SafeText.address(url), SafeText.address(finalURL), SafeText.address(page))
    (link.reason, link.text) = (SafeText.line(reason), SafeText.line(text))
    return link
  }
}

extension ColumnState {
  fileprivate func cleaned() -> ColumnState {
    var state = self
    state.url = url.map(SafeText.address)
    state.reason = reason.map(SafeText.line)
    state.newestTitle = newestTitle.map(SafeText.line)
    return state
  }
}
