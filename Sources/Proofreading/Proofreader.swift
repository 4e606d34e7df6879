import DuwangCore

/// Text in, suspicious spans out; values only, safe to share between tasks. Building one costs some milliseconds: build
/// it once a run.
package struct Proofreader: Sendable {
  /// What the user adds to the built-in knowledge.
  package struct Settings: Sendable {
    package var pairs: [WordPair]
    package var severe: [SevereTerm]
    package var units: [RegisteredUnit]
    package var leaders: [RegisteredLeader]
    /// Whether wrong characters are looked for by language models (contract §2 `noisy_channel`).
    package var noisyChannel: Bool
    /// The portal's own wording, from `duwang lm train`.
    package var site: SiteForms?
    package init(
      pairs: [WordPair] = [], severe: [SevereTerm] = [], units: [RegisteredUnit] = [],
      leaders: [RegisteredLeader] = [], noisyChannel: Bool = true, site: SiteForms? = nil
    ) {
      (self.pairs, self.severe, self.units, self.leaders) = (pairs, severe, units, leaders)
      (self.noisyChannel, self.site) = (noisyChannel, site)
    }
  }
  private let rules: [any Rule]
  private let channel: NoisyChannel?

  package init(settings: Settings = Settings()) {
    rules = [
      SevereTerms(BuiltIn.severe + settings.severe),
      PairRule(settings.pairs + BuiltIn.pairs), Deadline(),
      DateImpossible(), TimeImpossible(), DateMismatch(), DateRange(), SignatureDate(), DocumentNumber(),
      Sums(), Rates(), Shares(), CountConflict(), CountedList(), NumberStyle(), Numbering(), NumberedPoints(),
      Articles(),
      RepeatedText(), Punctuation(), Mojibake(), WordResidue(), Placeholder(), Caption(),
      IDCards(), Phones(), BankCards(), ObsoleteName(), TraditionalCharacters(),
      UnitName(settings.units), LeaderName(settings.leaders),
    ]
    channel = settings.noisyChannel ? NoisyChannel.standard(site: settings.site) : nil
  }

  /// One sentence on the language models in use, for the report.
  package var models: String { channel?.description ?? "未使用语言模型" }

  /// What is missing for the whole of the check, as a sentence; nil when nothing is.
  package var lack: String? { channel?.models.words == nil && channel != nil ? channel?.description : nil }

  /// Spans in reading order; `published` is the date that rules about time need. Of spans that overlap the graver and
  /// surer one stays. `byRulesAlone`: without the language models, which take most of the time.
  package func findings(in text: String, published: Day? = nil, byRulesAlone: Bool = false) -> [Suspicion] {
    let passage = Passage(text, published: published)
    let all = Self.withoutOverlaps(rules.flatMap { $0.suspicions(in: passage) })
    if byRulesAlone { return all.sorted { ($0.offset, $0.length) < ($1.offset, $1.length) } }
    // Where a rule speaks the channel is silent.
    let taken = Set(all.flatMap { $0.offset..<$0.offset + $0.length })
    let likely = channel?.suspicions(in: passage).filter { found in
      !(found.offset..<found.offset + found.length).contains(where: taken.contains)
    }
    return (all + (likely ?? [])).sorted { ($0.offset, $0.length) < ($1.offset, $1.length) }
  }

  /// A severe finding is never suppressed; of others that share a scalar one stays.
  private static func withoutOverlaps(_ all: [Suspicion]) -> [Suspicion] {
    let ranked = all.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.severity != y.severity { return x.severity > y.severity }
      if x.confidence != y.confidence { return x.confidence == .certain }
      return (-x.length, x.offset, a.offset) < (-y.length, y.offset, b.offset)
    }
    var (kept, taken) = ([Suspicion](), Set<Int>())
    for (_, suspicion) in ranked {
      let span = suspicion.offset..<suspicion.offset + suspicion.length
      if suspicion.severity < .severe, span.contains(where: taken.contains) { continue }
      taken.formUnion(span)
      kept.append(suspicion)
    }
    return kept
  }
}
