import DuwangCore

/// Learns which parts of a site's pages differ on every reading: pure, fed with the differences of one reading.
///
/// A region is ignored at once when it differs on a large share of the site's pages in one reading (计数器、统一更换的导航),
/// and when it differed on some pages at three readings of different days, or on one page at seven, one after the other.
struct NoiseLearning {
  /// Pages, and share of the site's pages (0…1), on which the template changed and not the pages.
  private static let leastPages = 10
  private static let leastShare = 0.3
  private static let readingsOfSome = 3
  private static let readingsOfOne = 7
  /// Pages from which a region counts as standing on some.
  private static let some = 3
  private static let mostWitnesses = 8
  /// A region that was not met for so many days is forgotten.
  private static let memory = 60

  private struct Key: Hashable {
    let site: String
    let shape: String
  }
  private struct Sighting {
    var region: NoiseRegion
    var isEdit: Bool
    var pages: Set<String>
  }

  private let known: [Key: NoiseRegion]
  private let met: [String: Int]
  private let today: Day
  private var comparedPages: [String: Int] = [:]
  private var lookedAt: Set<String> = []
  private var sightings: [Key: Sighting] = [:]

  /// `met`: pages that carry an ignored region, by shape.
  init(known: [NoiseRegion], met: [String: Int], today: Day) {
    self.known = Dictionary(known.map { (Key(site: $0.site, shape: $0.shape), $0) }) { $1 }
    (self.met, self.today) = (met, today)
  }

  /// A page that was known and was read again.
  mutating func compared(_ reading: PageReading) {
    comparedPages[reading.site, default: 0] += 1
    lookedAt.insert(reading.url)
  }

  /// Letters teach nothing: their text would be shown.
  mutating func observe(_ difference: TextDiff.Difference, on reading: PageReading, isLetter: Bool) {
    guard !isLetter else { return }
    for (block, shapes) in zip(difference.blocks, difference.shapes) {
      let (before, after) = (block.runs.side(without: .insert), block.runs.side(without: .delete))
      for shape in shapes { note(shape, false, reading, before, after) }
      note(block.edit, true, reading, before, after)
    }
  }

  private mutating func note(_ shape: String, _ isEdit: Bool, _ reading: PageReading, _ before: String, _ after: String)
  {
    let key = Key(site: reading.site, shape: shape)
    let region = NoiseRegion(
      site: reading.site, shape: shape, page: reading.url, before: String(before.prefix(80)),
      after: String(after.prefix(80)), seen: today)
    var sighting = sightings[key] ?? Sighting(region: region, isEdit: isEdit, pages: [])
    // The first page by address is the example, whatever was read first.
    if reading.url < sighting.region.page { sighting.region = region }
    sighting.pages.insert(reading.url)
    sightings[key] = sighting
  }

  /// Shapes that count as no change from now on, by site.
  func ignored() -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for region in regions() where region.isIgnored { result[region.site, default: []].insert(region.shape) }
    return result
  }

  /// What is known after this reading, in the order of site and shape.
  func regions() -> [NoiseRegion] {
    var result: [NoiseRegion] = []
    for (key, sighting) in sightings { if let region = updated(key, sighting) { result.append(region) } }
    for (key, region) in known where sightings[key] == nil { if let region = unseen(region) { result.append(region) } }
    return result.sorted { ($0.site, $0.shape) < ($1.site, $1.shape) }
  }

  private func updated(_ key: Key, _ sighting: Sighting) -> NoiseRegion? {
    var region = sighting.region
    region.pages = sighting.pages.count
    region.witnesses = Array(sighting.pages.sorted().prefix(Self.mostWitnesses))
    let isTemplate = isOfTemplate(sighting, key.site)
    // What was replaced once by the same words everywhere is no region; it is told for this reading.
    if sighting.isEdit {
      region.isIgnored = isTemplate
      return isTemplate ? region : nil
    }
    if let old = known[key] {
      region.isIgnored = old.isIgnored
      if region.isIgnored || differsAgain(old, sighting) {
        region.firstSeen = old.firstSeen
        region.streak = old.lastSeen < today ? old.streak + 1 : old.streak
      }
    }
    let enough = region.pages >= Self.some ? Self.readingsOfSome : Self.readingsOfOne
    // Below a heading stands text, too: one page alone proves nothing there.
    let mayLearn = region.pages >= Self.some || !key.shape.hasSuffix("↓")
    if isTemplate || mayLearn && region.streak >= enough { region.isIgnored = true }
    return region
  }

  /// Where most of the pages that differed last were read and do not differ now, editors are at work, not the template.
  private func differsAgain(_ old: NoiseRegion, _ sighting: Sighting) -> Bool {
    let read = (old.witnesses ?? [old.page]).filter(lookedAt.contains)
    return read.isEmpty || 2 * read.count(where: sighting.pages.contains) > read.count
  }

  private func isOfTemplate(_ sighting: Sighting, _ site: String) -> Bool {
    let count = sighting.pages.count
    return count >= Self.leastPages && Double(count) >= Self.leastShare * Double(comparedPages[site] ?? 0)
  }

  private func unseen(_ region: NoiseRegion) -> NoiseRegion? {
    var region = region
    if region.isIgnored, let pages = met[region.shape] {
      (region.pages, region.lastSeen) = (pages, today)
    } else if !region.isIgnored, lookedAt.contains(region.page) {
      // The page was read and did not differ there: it does not differ on every reading.
      return nil
    }
    return today - region.lastSeen > Self.memory ? nil : region
  }
}

extension ChangedBlock {
  /// The words with those that replaced them: the same edit on many pages is one of the template.
  var edit: String { "\(runs.side(without: .insert))→\(runs.side(without: .delete))" }
}
