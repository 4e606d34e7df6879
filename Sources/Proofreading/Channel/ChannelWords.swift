/// Sentences of the noisy channel.
enum ChannelWords {
  static func message(
    _ found: Evidence, _ range: Range<Int>, _ right: String, _ isCertain: Bool, _ site: SiteForms.Evidence?,
    _ passage: Passage
  ) -> String {
    let (before, after) = (
      han(passage.before(range.lowerBound, 2), atEnd: true), han(passage.after(range.upperBound, 2), atEnd: false)
    )
    let wrong = before + passage.text(range) + after
    let verb = isCertain ? "应为" : "疑为"
    return
      "“\(wrong)”\(verb)“\(before + right + after)”（\(relation(found))）：\(evidence(found))\(counted(site))\(isCertain ? "" : "，请核对")。"
  }

  /// The characters next to the span, up to a mark.
  private static func han(_ text: String, atEnd: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let kept =
      atEnd
      ? Array(scalars.reversed().prefix { Passage.isHan($0.value) }.reversed())
      : Array(scalars.prefix { Passage.isHan($0.value) })
    return String(String.UnicodeScalarView(kept))
  }

  private static func relation(_ evidence: Evidence) -> String {
    let sound = evidence.sameSound + evidence.sameSyllable
    if sound > 0 { return evidence.sameSound == 1 ? "同音" : "音近" }
    if evidence.nearSound > 0 { return "音近" }
    return "形近"
  }

  private static func evidence(_ evidence: Evidence) -> String {
    let official = "按公文语料，改后的说法常见程度约为原文的\(times(evidence.charGain))"
    return evidence.wordGain >= 1 ? official + "，通用语料约\(times(evidence.wordGain))" : official
  }

  private static func counted(_ site: SiteForms.Evidence?) -> String {
    guard let site else { return "" }
    return "，本站其他文章中“\(site.wrong)”见于\(site.wrongCount)篇，“\(site.right)”见于\(site.rightCount)篇"
  }

  /// A power of ten in words, from its decimal logarithm.
  private static func times(_ exponent: Float) -> String {
    let names = ["数", "数十", "数百", "数千", "数万", "数十万", "数百万", "数千万"]
    let index = max(0, Int(exponent))
    return index < names.count ? names[index] + "倍" : "一亿倍以上"
  }
}
