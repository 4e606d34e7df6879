import DuwangCore

/// Names of the county's own units and of the county against its register: a name with one character wrong, missing or
/// doubled, a township called 乡 for 镇, and a name used outside of its period. Units of other counties and short forms are no fault.
struct UnitName: Rule {
  private struct Form {
    var codes: Codes
    var name: String
    var unit: Int
    var isAlias: Bool
  }
  private let units: [RegisteredUnit]
  private let forms: [Form]
  /// The halves of all forms, and whose they are: one wrong character leaves one half whole.
  private let words: AhoCorasick
  private let owners: [[(form: Int, isFirst: Bool)]]
  /// Places under which the register's units stand: what comes before a shorter form of the same unit (景泰县 一条山镇).
  private let own: Set<String>
  private let known: Set<Codes>

  init(_ units: [RegisteredUnit]) {
    self.units = units
    let places = Self.places(units)
    forms = units.enumerated().flatMap { index, unit in
      [Form(codes: unit.name.codes, name: unit.name, unit: index, isAlias: false)]
        + (unit.aliases + places.filter { $0.value == index }.map(\.key)).map {
          Form(codes: $0.codes, name: $0, unit: index, isAlias: true)
        }
    }.filter { $0.codes.count >= 3 }
    known = Set(forms.map(\.codes))
    var owners = [Codes: [(form: Int, isFirst: Bool)]]()
    for (index, form) in forms.enumerated() {
      let middle = (form.codes.count + 1) / 2
      owners[Array(form.codes[..<middle]), default: []].append((index, true))
      owners[Array(form.codes[middle...]), default: []].append((index, false))
    }
    let halves = owners.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    self.owners = halves.map(\.value)
    words = AhoCorasick(halves.map(\.key))
    own = Set(units.flatMap(Self.prefixes)).union(["本县", "全县", "我县", "甘肃省"])
  }

  /// What stands before a shorter form of the unit's name.
  private static func prefixes(_ unit: RegisteredUnit) -> [String] {
    unit.aliases.filter { unit.name.hasSuffix($0) && $0 != unit.name }.map { String(unit.name.dropLast($0.count)) }
  }

  /// The county's own name, before the names of most of its units, and a unit that has it.
  private static func places(_ units: [RegisteredUnit]) -> [String: Int] {
    let named = units.enumerated().filter { $0.element.to == nil }.flatMap { index, unit in
      // 景泰县 before 一条山镇, 景泰 before 县教育局.
      prefixes(unit).flatMap { [$0, $0 + "县"] }.filter { $0.hasSuffix("县") && unit.name.hasPrefix($0) }.map {
        ($0, index)
      }
    }
    let counts = Dictionary(grouping: named, by: \.0)
    return counts.filter { $0.value.count >= 5 }.compactMapValues { $0.first?.1 }
  }

  func suspicions(in passage: Passage) -> [Suspicion] {
    guard !forms.isEmpty else { return [] }
    var found = [Range<Int>: Suspicion]()
    for hit in words.hits(in: passage.folded) {
      for owner in owners[hit.word] {
        let form = forms[owner.form]
        let start = owner.isFirst ? hit.range.lowerBound : hit.range.upperBound - form.codes.count
        guard let (range, isSure) = nearMiss(passage, form, start), found[range] == nil,
          !passage.isCited(range), !isOtherPlace(passage, range.lowerBound)
        else { continue }
        found[range] = suspicion(passage, range, form, isSure)
      }
    }
    return found.values.sorted { $0.offset < $1.offset } + outdated(passage)
  }

  /// One character differs at the same length and sounds alike or is the township's rank, or one is written twice or
  /// left out of a long name. The surroundings must not make another registered name of it.
  private func nearMiss(_ passage: Passage, _ form: Form, _ start: Int) -> (Range<Int>, Bool)? {
    let length = form.codes.count
    guard start >= 0, start + length <= passage.count else { return nil }
    let window = Array(passage.folded[start..<start + length])
    guard window != form.codes, window.allSatisfy(Passage.isHan), !isInKnown(passage, start..<start + length) else {
      return nil
    }
    let wrong = window.indices.filter { window[$0] != form.codes[$0] }
    if wrong.count == 1, let place = wrong.first {
      let (a, b) = (window[place], form.codes[place])
      if Set([a, b]) == Self.ranks, place == length - 1 { return (start..<start + length, false) }
      if Pronunciation.isAlike(a, b) || Self.alike.contains(Set([a, b])) {
        return (start..<start + length, length >= 4)
      }
      // 县人力资源与社会保障局: the rest of a long name leaves no doubt what is meant.
      return length >= 9 && (2..<length - 2).contains(place) ? (start..<start + length, false) : nil
    }
    // 人力资源和社会保保障局: a character doubled; only long names, whose rest leaves no doubt.
    guard length >= 6, start + length < passage.count else { return nil }
    let longer = Array(passage.folded[start...start + length])
    for index in 1...length where longer[index] == longer[index - 1] {
      var cut = longer
      cut.remove(at: index)
      if cut == form.codes { return (start..<start + length + 1, true) }
    }
    return nil
  }

  private func isInKnown(_ passage: Passage, _ range: Range<Int>) -> Bool {
    known.contains { name in
      let reach = max(0, range.lowerBound - name.count + 1)...range.lowerBound
      return reach.contains { start in
        start + name.count >= range.upperBound && passage.has(name, at: start)
      }
    }
  }

  /// `靖远县红水镇`: after the name of another county or city the unit is another one.
  private func isOtherPlace(_ passage: Passage, _ start: Int) -> Bool {
    let before = passage.before(start, 12)
    guard let last = before.last, "省市县区州旗".contains(last) else { return false }
    return !own.contains { before.hasSuffix($0) }
  }

  private func suspicion(_ passage: Passage, _ range: Range<Int>, _ form: Form, _ isSure: Bool) -> Suspicion {
    passage.suspicion(
      .unitName, range, isSure ? .certain : .suspected, suggestion: form.name,
      message: "“\(passage.text(range))”与单位规范名称“\(form.name)”只差一字，\(isSure ? "应为" : "疑为")“\(form.name)”。",
      rule: Self.rule)
  }

  /// A name of the register outside of its own period.
  private func outdated(_ passage: Passage) -> [Suspicion] {
    guard let day = passage.published else { return [] }
    return forms.flatMap { form -> [Suspicion] in
      let unit = units[form.unit]
      guard let to = unit.to, to.addingDays(180) < day else { return [] }
      let successor = unit.successor.map { "，现为“\($0)”" } ?? ""
      guard let place = passage.find(form.codes, in: 0..<passage.count) else { return [] }
      let range = place..<place + form.codes.count
      guard !passage.isCited(range), !passage.isQuoted(range), !passage.before(place, 12).contains("原"),
        !isInLonger(passage, range)
      else { return [] }
      return [
        passage.suspicion(
          .obsoleteName, range, .suspected, suggestion: unit.successor,
          message: "“\(form.name)”的名称使用至\(to.chineseFull)\(successor)，请核对是否使用了旧称。", rule: Self.rule)
      ]
    }
  }

  private func isInLonger(_ passage: Passage, _ range: Range<Int>) -> Bool {
    forms.contains { form in
      form.codes.count > range.count && units[form.unit].to == nil
        && (max(0, range.lowerBound - form.codes.count)...range.lowerBound).contains {
          $0 + form.codes.count >= range.upperBound && passage.has(form.codes, at: $0)
        }
    }
  }

  private static let ranks = Set("乡镇".codes)
  /// Pairs that look alike in names of places and units.
  private static let alike: Set<Set<UInt32>> = Set(
    ["泰秦", "泰奉", "未末", "土士", "己已", "镇填", "乡多", "局扃", "教敎", "育肓", "治冶", "汛讯", "管菅", "境镜", "候侯", "沙纱", "滩摊", "卫工"].map {
      Set($0.codes)
    })
  private static let rule = "本县单位规范名称表（content.units）；国办秘函〔2019〕19号：机构名称表述应当准确（条款待核对）"
}
