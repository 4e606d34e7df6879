import DuwangCore

/// Tells whether a site that is linked to has come into other hands: what it shows now against what it showed when it was
/// last well.
package enum Takeover {
  /// Why, for staff, and how sure.
  package struct Sign: Sendable, Hashable {
    package var reason: String
    package var confidence: Confidence
  }

  /// What `page`, the answer at `finalURL`, shows of its owner.
  package static func landing(_ page: Page, finalURL: String) -> Landing {
    let title = page.documentTitle.isEmpty ? page.title : page.documentTitle
    let described = [page.meta["description"], page.meta["keywords"]].compactMap { $0 }.joined(separator: " ")
    let all = "\(title) \(described) \(page.body.prefix(20_000))".lowercased()
    return Landing(
      title: title, host: WebAddress(finalURL)?.host ?? "",
      illicitInTitle: IllicitWords.found(in: title.lowercased()).count,
      illicit: IllicitWords.found(in: all), isForSale: IllicitWords.offersName(all))
  }

  /// Nil when nothing speaks for a change of hands. One sign proves nothing: sites are renamed and moved, and news tells of
  /// gambling.
  /// - Parameter before: what the link showed when it was last well; nil when it is new.
  package static func judge(_ now: Landing, before: Landing?, asked: WebAddress) -> Sign? {
    let from = before.flatMap { WebAddress("http://\($0.host)/") } ?? asked
    let isMoved = WebAddress("http://\(now.host)/")?.registrableDomain != from.registrableDomain
    let isRenamed = before.map { isOther(now.title, than: $0.title) } ?? false
    let change = self.change(now, before, isMoved: isMoved, isRenamed: isRenamed)
    let fresh = now.illicit.filter { before?.illicit.contains($0) != true }
    let words = "出现“\(fresh.prefix(3).joined(separator: "”“"))”等内容"
    if now.illicitInTitle > 0, !fresh.isEmpty {
      if isMoved || isRenamed { return Sign(reason: change + words, confidence: .certain) }
      if now.illicitInTitle >= 2 { return Sign(reason: "页面标题" + words, confidence: .certain) }
      if fresh.count >= 3 { return Sign(reason: "页面" + words, confidence: .suspected) }
    }
    if now.isForSale, before?.isForSale != true {
      return Sign(
        reason: change + "页面显示该域名已到期或正在出售", confidence: isMoved || isRenamed ? .certain : .suspected)
    }
    if before != nil, isMoved, isRenamed { return Sign(reason: change + "请核对是否仍为原单位", confidence: .suspected) }
    return nil
  }

  private static func change(_ now: Landing, _ before: Landing?, isMoved: Bool, isRenamed: Bool) -> String {
    var parts: [String] = []
    if isMoved { parts.append("打开后转到其他域名\(now.host)") }
    if isRenamed, let before { parts.append("页面标题由“\(before.title.trimmed(to: 30))”变为“\(now.title.trimmed(to: 30))”") }
    return parts.map { $0 + "，" }.joined()
  }

  /// Two titles without a pair of characters in common; a page without a title tells nothing.
  private static func isOther(_ title: String, than old: String) -> Bool {
    let (a, b) = (pairs(title), pairs(old))
    return !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
  }

  private static func pairs(_ text: String) -> Set<String> {
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return Set(zip(letters, letters.dropFirst()).map { "\($0)\($1)" })
  }
}
