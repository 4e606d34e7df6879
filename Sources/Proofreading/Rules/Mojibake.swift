import DuwangCore

/// Text decoded in the wrong charset. One finding a text, at the first spot.
struct Mojibake: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    let hits = Self.words.hits(in: passage.folded)
    var spots = hits.filter { $0.word < Self.sure.count }.map(\.range)
    spots += Self.runs(passage) { $0 == 0xfffd }.filter { !$0.isEmpty }
    spots += Self.latin(passage) + Self.rare(passage)
    let rare = hits.filter { $0.word >= Self.sure.count }.map(\.range)
    // The pairs that UTF-8 read as GBK leaves are rare characters; one alone may be a name.
    if rare.count >= 2 { spots += rare }
    guard let first = spots.min(by: { $0.lowerBound < $1.lowerBound }) else { return [] }
    let hurt = spots.reduce(0) { $0 + $1.count }
    let isWhole = passage.count >= 20 && (hurt * 8 > passage.count || rare.count * 40 > passage.count)
    return [
      passage.suspicion(
        .mojibake, first, severity: isWhole ? .severe : nil,
        message: "出现乱码“\(passage.text(first).prefix(12))”，共\(spots.count)处\(isWhole ? "，遍及全文" : "")。", rule: Self.rule)
    ]
  }

  private static func runs(_ passage: Passage, _ isBad: (UInt32) -> Bool) -> [Range<Int>] {
    var (runs, index) = ([Range<Int>](), 0)
    while index < passage.count {
      let start = index
      while index < passage.count, isBad(passage.folded[index]) { index += 1 }
      if index > start { runs.append(start..<index) }
      index = max(index, start + 1)
    }
    return runs
  }

  /// UTF-8 read as Latin-1 or Windows-1252: a lead byte's letter followed by continuation bytes' signs, three times over.
  private static func latin(_ passage: Passage) -> [Range<Int>] {
    runs(passage) { (0x80...0xff).contains($0) || [0x20ac, 0x201a, 0x0152, 0x0160, 0x017d].contains($0) }.filter {
      run in
      let codes = passage.folded[run]
      let pairs = zip(codes, codes.dropFirst()).count { (0xc3...0xef).contains($0) && !(0xc0...0xff).contains($1) }
      return run.count >= 4 && pairs >= 2
    }
  }

  /// UTF-8 read as GBK: four in eight characters in a row are such as official text never has.
  private static func rare(_ passage: Passage) -> [Range<Int>] {
    guard passage.folded.count(where: isStrange) >= 4 else { return [] }
    return runs(passage, Passage.isHan).filter { run in
      guard run.count >= 6 else { return false }
      return stride(from: run.lowerBound, to: run.upperBound - 5, by: 3).contains { start in
        passage.folded[start..<min(run.upperBound, start + 8)].count(where: isStrange) >= 4
      }
    }
  }

  private static func isStrange(_ code: UInt32) -> Bool {
    code < 0x10000 && strange[Int(code >> 6)] & 1 << UInt64(code & 63) != 0
  }

  /// What the bytes of the commonest characters make when read as GBK, left out what real text of a million and a half
  /// characters has; a bit for each code point.
  private static let strange: [UInt64] =
    ("涓浜銆殑鍏紝鏈锛鐨瀹鍙屽浠傜佸鐢鍔勫佹鍥浣屾鍒搴潯璁鏉鍗鏀缁佷鍚佺澶褰琛鍦簲鏂璇夊傚瑙拰绠満娉鐞烘綋佽斿杩崄湁浗鍐畾呭鎴硶鎵闄鑰屼鎶"
    + "浼鐩闂儴藉勭嶅姘悊勬跺笟鍜渚繚岀叧氬鍖閲瀵骇閮鍑垨淇鏍閫栬璧氱戠寰绉濇涔斂鍛嗗敓勶叕鏃绾氭撳鏋棬垮栧勪皯诲囧").codes
    .reduce(into: Array(repeating: 0, count: 1024)) { $0[Int($1 >> 6)] |= 1 << UInt64($1 & 63) }

  /// Characters that no text has but what was read in a wrong charset.
  static let marks = Set("锟斤拷烫屯锘".codes)
  private static let sure = ["锟斤拷", "斤拷锟", "烫烫烫", "屯屯屯", "锘挎", "ï»¿"]
  private static let pairs = [
    "鈥�", "鈥", "锛�", "锛", "銆�", "銆", "鐨勬", "浜嗭", "涓€", "绠″", "鏀垮", "鍏紑", "淇℃", "宸ヤ綔", "鐨勫", "浜烘", "涓浗", "鍥藉",
  ]
  private static let words = AhoCorasick((sure + pairs).map(\.codes))
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》：页面内容应当可读（待核对）"
}
