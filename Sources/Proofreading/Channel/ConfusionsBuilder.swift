import Foundation

/// Makes the confusion set from the Unihan database: sound from its readings, shape from its Cangjie and four-corner
/// codes, strokes and radicals, which are under the Unicode licence.
package struct ConfusionsBuilder {
  fileprivate struct Entry {
    var readings: [(syllable: String, tone: Int)] = []
    var cangjie: [UInt8] = []
    var corners: [UInt8] = []
    var strokes = 0
    var radical = 0
    var isStandard = false
  }
  fileprivate var entries: [UInt32: Entry] = [:]

  package init() {}

  /// Reads lines of `U+8BFB<TAB>kMandarin<TAB>dú`; fields of no use here are skipped.
  package mutating func add(unihan text: String) {
    for line in text.split(separator: "\n") where line.hasPrefix("U+") {
      let fields = line.split(separator: "\t", maxSplits: 2)
      guard fields.count == 3, let code = UInt32(fields[0].dropFirst(2), radix: 16), code < 0x10000 else { continue }
      let value = fields[2]
      switch fields[1] {
      case "kTGHZ2013":
        entries[code, default: Entry()].isStandard = true
        let readings = value.split(separator: " ").flatMap {
          $0.split(separator: ":").last?.split(separator: ",") ?? []
        }
        for reading in readings { entries[code, default: Entry()].add(reading) }
      case "kMandarin": if let first = value.split(separator: " ").first { entries[code, default: Entry()].add(first) }
      case "kCangjie": entries[code, default: Entry()].cangjie = Array(value.utf8)
      case "kFourCornerCode":
        let digits = value.split(separator: " ").first.map { $0.utf8.filter { $0 >= 0x30 && $0 <= 0x39 } } ?? []
        entries[code, default: Entry()].corners = Array(digits)
      case "kTotalStrokes":
        entries[code, default: Entry()].strokes = value.split(separator: " ").first.flatMap { Int($0) } ?? 0
      case "kRSUnicode":
        entries[code, default: Entry()].radical = Int(value.prefix { $0.isNumber }) ?? 0
      default: continue
      }
    }
  }

  /// The table as bytes, laid out as `Confusions` reads it. Only `candidates` may stand for another character.
  package consuming func build(candidates: Set<UInt16>) -> [UInt8] {
    let standard = entries.filter { $0.value.isStandard && !$0.value.readings.isEmpty }
    let codes = standard.keys.sorted()
    let all = codes.map { standard[$0]! }
    let classes = all.map { entry in entry.readings.map { Self.confusable($0.syllable) } }
    let names = Array(Set(classes.joined())).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, UInt16($0 + 1)) })
    var (starts, list) = ([UInt32(0)], [UInt32]())
    for (index, entry) in all.enumerated() {
      for (other, code) in codes.enumerated() where other != index && candidates.contains(UInt16(code)) {
        var sound = 0
        for (place, a) in entry.readings.enumerated() {
          for (otherPlace, b) in all[other].readings.enumerated() {
            if a.syllable == b.syllable {
              sound = max(sound, a.tone == b.tone ? 3 : 2)
            } else if classes[index][place] == classes[other][otherPlace] {
              sound = max(sound, 1)
            }
          }
        }
        let shape = Self.likeness(entry, all[other])
        if sound > 0 || shape > 0 { list.append(code << 16 | UInt32(shape) << 2 | UInt32(sound)) }
      }
      starts.append(UInt32(list.count))
    }
    var bytes = [UInt8]()
    for word in [Confusions.magic, UInt64(codes.count), UInt64(list.count)] {
      withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
    }
    (starts + list).map(\.littleEndian).withUnsafeBytes { bytes += $0 }
    codes.map { UInt16($0).littleEndian }.withUnsafeBytes { bytes += $0 }
    for index in codes.indices {
      var four = [UInt16](repeating: 0, count: 4)
      var seen: [UInt16] = []
      for name in classes[index] where !seen.contains(numbers[name]!) { seen.append(numbers[name]!) }
      for (place, number) in seen.prefix(4).enumerated() { four[place] = number.littleEndian }
      four.withUnsafeBytes { bytes += $0 }
    }
    return bytes
  }

  /// Flat and retroflex initials, front and back nasals, l and n are one.
  private static func confusable(_ syllable: String) -> String {
    var text = syllable
    for (long, short) in [("zh", "z"), ("ch", "c"), ("sh", "s")] where text.hasPrefix(long) {
      text = short + text.dropFirst(2)
    }
    if text.hasSuffix("ng"), !text.hasSuffix("ong") { text.removeLast() }
    if text.hasPrefix("l"), text.count > 1 { text = "n" + text.dropFirst() }
    return text
  }

  private static func likeness(_ a: Entry, _ b: Entry) -> Int {
    guard abs(a.strokes - b.strokes) <= 8, !a.cangjie.isEmpty, !b.cangjie.isEmpty else { return 0 }
    let codes = 2 * Double(common(a.cangjie, b.cangjie)) / Double(a.cangjie.count + b.cangjie.count)
    var corners = 0.0
    if a.corners.count >= 4, b.corners.count >= 4 {
      corners = Double((0..<4).count { a.corners[$0] == b.corners[$0] }) / 4
    }
    let strokes = 1 - Double(abs(a.strokes - b.strokes)) / Double(max(a.strokes, b.strokes, 1))
    let likeness = 0.5 * codes + 0.3 * corners + 0.2 * strokes
    if likeness >= 0.6 { return likeness >= 0.85 ? 3 : likeness >= 0.73 ? 2 : 1 }
    return sharesPart(a.cangjie, b.cangjie) || sharesPart(b.cangjie, a.cangjie) ? 1 : 0
  }

  /// One code ends or begins with the other, or both end alike: a component is missing, added or exchanged.
  private static func sharesPart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count <= b.count else { return false }
    if b.count - a.count <= 3, b.suffix(a.count) == a[...] || b.prefix(a.count) == a[...] && a.count >= 2 {
      return true
    }
    return a.count >= 4 && a.suffix(3) == b.suffix(3)
  }

  /// Length of the longest common subsequence.
  private static func common(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (index, y) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}

extension ConfusionsBuilder.Entry {
  /// Takes a reading with its tone mark apart.
  fileprivate mutating func add(_ reading: Substring) {
    var (syllable, tone) = ("", 5)
    for scalar in String(reading).decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x304: tone = 1
      case 0x301: tone = 2
      case 0x30c: tone = 3
      case 0x300: tone = 4
      case 0x308: if syllable.hasSuffix("u") { syllable = syllable.dropLast() + "v" }
      case 0x61...0x7a: syllable.unicodeScalars.append(scalar)
      default: continue
      }
    }
    guard !syllable.isEmpty, !readings.contains(where: { $0.syllable == syllable && $0.tone == tone }) else { return }
    readings.append((syllable, tone))
  }
}
