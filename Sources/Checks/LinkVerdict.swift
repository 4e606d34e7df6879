import DuwangCore

/// What one answer says about a link: the closed table of verdicts, shared by the daily report and the link tool.
package enum LinkVerdict {
  /// Judges the answer to `link`.
  /// - Parameters:
  ///   - firstPage: the page where the link was first met.
  ///   - homeURLs: normalised home pages of the configured sites.
  ///   - page: the answer as it was read, when it is HTML.
  ///   - softNotFound: why a good answer is still "no such page", from `SoftNotFound`.
  package static func judge(
    _ outcome: FetchOutcome, link: Link, isExternal: Bool, firstPage: String, homeURLs: Set<String>, page: Page?,
    softNotFound: String?
  ) -> LinkReading {
    var reading = LinkReading(
      url: link.url, kind: link.kind, isExternal: isExternal, status: .ok, page: firstPage, checkedAt: outcome.at)
    (reading.text, reading.line, reading.code) = (link.text, link.line, outcome.status)
    if outcome.finalURL != link.url { reading.finalURL = outcome.finalURL }
    reading.fault = link.isMalformed || isNoName(outcome) ? .malformedAddress : outcome.fault
    if isExternal, outcome.isGood, let page, page.unreadable != .challenge, page.unreadable != .wall {
      reading.landing = Takeover.landing(page, finalURL: outcome.finalURL)
    }
    if let fault = reading.fault {
      judge(&reading, fault, outcome)
    } else {
      judgeGood(&reading, outcome, link, homeURLs, page, softNotFound)
    }
    return reading
  }

  /// A name without a dot that does not resolve is no name of the Internet, but a slip of the pen: `http://320-252-1670/`.
  private static func isNoName(_ outcome: FetchOutcome) -> Bool {
    guard outcome.fault == .nameNotResolved, let host = WebAddress(outcome.finalURL)?.host else { return false }
    return !host.contains(".")
  }

  /// Codes by which walls answer, whatever the class of the fault (domain §7.5).
  private static let wallCodes: Set<Int> = [401, 403, 405, 406, 407, 412, 418, 429, 451, 521, 999]

  private static func judge(_ reading: inout LinkReading, _ fault: FetchFault, _ outcome: FetchOutcome) {
    reading.reason = outcome.status.map { "\(fault.chinese)（\($0)）" } ?? fault.chinese
    if fault.isTLS, let end = outcome.tls?.notAfter { reading.reason += "，证书有效期至\(end.day)" }
    if let code = outcome.status, wallCodes.contains(code) {
      (reading.status, reading.confidence) = (.blocked, .suspected)
      return
    }
    switch fault.faultClass {
    case .ours: (reading.status, reading.confidence) = (.skipped, .suspected)
    case .blocked: (reading.status, reading.confidence) = (.blocked, .suspected)
    case .permanent:
      reading.status = .broken
      // Only "there is nothing here" and an address that cannot be one are sure at first sight.
      reading.confidence = [.notFound, .gone, .malformedAddress].contains(fault) ? .certain : .suspected
    case .transient:
      let isTimeout = [.timeout, .connectTimeout, .stalled].contains(fault)
      (reading.status, reading.confidence) = (isTimeout ? .timeout : .broken, .suspected)
    }
  }

  private static func judgeGood(
    _ reading: inout LinkReading, _ outcome: FetchOutcome, _ link: Link, _ homeURLs: Set<String>, _ page: Page?,
    _ softNotFound: String?
  ) {
    if let why = page?.unreadable, [.challenge, .wall].contains(why) {
      (reading.status, reading.confidence, reading.reason) = (.blocked, .suspected, why.chinese)
    } else if let why = softNotFound {
      (reading.status, reading.isSoftNotFound) = (.broken, true)
      reading.reason = "页面可以打开但内容已失效：\(why)"
    } else if let why = FirstBytes.mismatch(outcome, link: link) {
      (reading.status, reading.isSoftNotFound, reading.reason) = (.broken, true, why)
    } else if !outcome.hops.isEmpty, outcome.finalURL != link.url {
      judgeRedirect(&reading, outcome, link, homeURLs)
    } else if outcome.totalMilliseconds >= slow {
      reading.reason = "打开缓慢，用时\(outcome.totalMilliseconds / 1000)秒"
    }
  }

  /// Half of the time after which an address counts as not opened (国办秘函〔2019〕19号: 15 秒).
  private static let slow = 7500

  private static func judgeRedirect(
    _ reading: inout LinkReading, _ outcome: FetchOutcome, _ link: Link, _ homeURLs: Set<String>
  ) {
    reading.status = .redirected
    reading.reason = "跳转至\(outcome.finalURL)"
    if outcome.hops.count > 1 { reading.reason = "经\(outcome.hops.count)次\(reading.reason)，\(LinkReading.shorten)" }
    guard let asked = WebAddress(link.url), let final = WebAddress(outcome.finalURL) else { return }
    if isErrorPage(final), !isErrorPage(asked) {
      (reading.status, reading.confidence, reading.isSoftNotFound) = (.broken, .suspected, true)
      reading.reason = "内容已失效，打开后跳转至错误页面\(outcome.finalURL)"
      return
    }
    let isHome = homeURLs.contains(outcome.finalURL) || final.isHomePath
    guard isHome, !asked.isHomePath, !homeURLs.contains(link.url) else { return }
    (reading.endsAtHome, reading.reason) = (true, "跳转至网站首页")
    guard isDeep(asked) else { return }
    // An article that leads to the front door is gone; but a login or a cookie may do the same, so it is looked at.
    (reading.status, reading.confidence, reading.isSoftNotFound) = (.broken, .suspected, true)
    reading.reason = "内容已失效，打开后跳转至网站首页"
  }

  /// Named as servers name the page that they show instead: `/404.html`, `/error.jsp`, `/notFound`.
  private static func isErrorPage(_ address: WebAddress) -> Bool {
    let name = address.path.split(separator: "/").last?.prefix { $0 != "." }.lowercased().filter {
      $0 != "_" && $0 != "-"
    }
    return name.map { ["404", "error404", "page404", "404page", "error", "errorpage", "notfound"].contains($0) }
      ?? false
  }

  /// The address of one article or file: below a folder, its last part a file name or a number.
  private static func isDeep(_ address: WebAddress) -> Bool {
    let parts = address.path.split(separator: "/")
    guard parts.count >= 2, let last = parts.last else { return false }
    let isIndex = last.hasPrefix("index.") || last.hasPrefix("default.") || last.hasPrefix("main.")
    return !isIndex && (last.contains(".") || last.contains(where: \.isNumber))
  }
}
