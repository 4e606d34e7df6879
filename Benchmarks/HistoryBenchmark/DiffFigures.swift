import DuwangCore
import Foundation
import History

/// Time of the difference of two texts of 50 KB: few edits, many, and nothing in common.
enum DiffFigures {
  private static let rounds = 15

  static func measure() {
    var random = Numbers(seed: 7)
    let text = paragraphs(50_000, &random)
    print("文本\(text.joined().utf8.count / 1_000)KB、\(text.count)段，每项\(rounds)次取最快：")
    for edits in [2, 100] {
      var changed = text
      for _ in 0..<edits { edit(&changed, &random) }
      told("\(edits)处改动", text, changed)
    }
    told("全文不同", text, paragraphs(50_000, &random, from: 400))
  }

  private static func told(_ name: String, _ old: [String], _ new: [String]) {
    let (a, b) = (page(old), page(new))
    var (best, blocks) = (Duration.seconds(60), 0)
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      blocks = TextDiff.between(PageText(a), PageText(b)).blocks.count
      best = min(best, ContinuousClock.now - start)
    }
    let milliseconds = Double(best.components.attoseconds) / 1e15 + Double(best.components.seconds) * 1e3
    print("\(name)：\(String(format: "%.2f", milliseconds))毫秒，\(blocks)段有变化")
  }

  private static func page(_ text: [String]) -> Page {
    var page = Page(url: "http://portal.test/1.html")
    (page.kind, page.title, page.blocks) = (.article, "政府工作报告", text.map { TextBlock($0) })
    return page
  }

  /// Made-up prose of `bytes` UTF-8 bytes, of words whose characters begin at `first` in the block of Chinese characters.
  private static func paragraphs(_ bytes: Int, _ random: inout Numbers, from first: UInt32 = 0) -> [String] {
    var (result, size) = ([String](), 0)
    while size < bytes {
      var text = ""
      for _ in 0..<Int.random(in: 2...6, using: &random) {
        for _ in 0..<Int.random(in: 8...40, using: &random) {
          text.unicodeScalars.append(Unicode.Scalar(0x4e00 + first + UInt32.random(in: 0..<400, using: &random)) ?? "一")
        }
        text += "\(Int.random(in: 10...9_999, using: &random))元。"
      }
      size += text.utf8.count
      result.append(text)
    }
    return result
  }

  private static func edit(_ text: inout [String], _ random: inout Numbers) {
    let at = Int.random(in: 0..<text.count, using: &random)
    var characters = Array(text[at])
    characters[Int.random(in: 0..<characters.count, using: &random)] = "改"
    text[at] = String(characters)
  }
}

/// The same numbers on every machine (SplitMix64).
struct Numbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
