import DuwangCore
import Testing

struct MojibakeTests {
  @Test(arguments: ["内容1️⃣锟斤拷锟斤拷，", "内容1️⃣\u{fffd}\u{fffd}", "内容1️⃣å\u{8d}è¯\u{81}ä»\u{bd}æ", "1️⃣鏀垮簻淇℃伅鍏紑"])
  func textOfAnotherCharsetIsFoundOnce(_ text: String) { expect(text, .mojibake) }

  @Test func aWholeTextOfItIsSevere() {
    let found = expect("1️⃣锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷", .mojibake)
    #expect(found.first?.severity == .severe)
  }

  @Test(arguments: ["政府信息公开工作", "café, naïve, 100 €", "§5 ±0.1 °C ×2", "人名：锛某"])
  func ordinaryTextPasses(_ text: String) { expect(text, .mojibake) }

  @Test func utf8ReadAsGBKIsFoundWithoutKnownPairs() { expect("1️⃣鏅嘲鍘夸汉姘戞斂搴滃姙鍏叧浜庡嵃鍙戝伐浣滆鐐圭殑閫氱煡", .mojibake, .certain) }
}
