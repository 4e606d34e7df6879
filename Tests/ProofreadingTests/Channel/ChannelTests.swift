import DuwangCore
import Foundation
import Testing

@testable import Proofreading

struct ChannelTests {
  @Test(arguments: [
    ("各县（区）人民政府要加强矿产资原开发利用管理。", "原", "源"),
    ("有关部门应当依法履行职则，加强监督检查。", "则", "责"),
    ("县级以上地方人民政府应当加强对安全生产工作的领到。", "到", "导"),
  ])
  func aHomophoneInASetPhraseIsFound(_ text: String, _ wrong: String, _ right: String) {
    let found = standard.findings(in: text).filter { $0.kind == .typo }
    #expect(found.map(\.text) == [wrong], "\(found)")
    #expect(found.first?.suggestion == right)
    #expect(found.first?.message.contains("语料") == true)
  }

  @Test(arguments: [
    "各乡镇人民政府，县政府有关部门：现将有关事项通知如下。",
    "张建国同志任景泰县人民政府办公室主任。",
    "全县共有三十七个村，二〇一八年脱贫。",
    "建立联合治理工作机制，定期和不定期开展专项督查。",
  ])
  func rightTextPasses(_ text: String) {
    #expect(standard.findings(in: text).filter { $0.kind == .typo }.isEmpty)
  }

  @Test(arguments: [
    "党委副书记、总编辑陈丹，副社长赵利，副社长、副总编辑王红文，编委会成员。", "全县各乡镇认真落实工作部署。责任编辑：王红文", "编辑 王红文 审核 李明",
  ])
  func aNameBehindAPostIsNoSlip(_ text: String) {
    #expect(standard.findings(in: text).filter { $0.kind == .typo }.isEmpty)
  }

  @Test(arguments: [
    "不得将专项资金挪作它用。", "申请人应当将变更情况告之登记机关。", "现特制订本办法。", "工作人员到现场察看房屋受损情况。", "评价采用优效性设计，开展等效性检验。",
    "加快推进制造业数智化转型升级。", "保障水利工程建设用地，埋设测量标石。",
  ])
  func equalFormsAndNewWordsPass(_ text: String) {
    #expect(standard.findings(in: text).filter { $0.kind == .typo }.isEmpty)
  }

  @Test(arguments: [
    ("有关部门应当加强监督捡察，依法查处。", "捡察"), ("根据有关规定，特制钉本办法。", "钉"),
  ])
  func aFormThatIsNoneOfTheEqualOnesIsFound(_ text: String, _ wrong: String) {
    #expect(standard.findings(in: text).contains { $0.kind == .typo && wrong.contains($0.text) })
  }

  @Test func theOffsetIsThatOfTheWholeText() {
    let text = "第一段。\n\n各县（区）人民政府要加强矿产资原开发利用管理。"
    let found = standard.findings(in: text).first { $0.kind == .typo }
    #expect(
      found?.offset
        == text.unicodeScalars.firstIndex(of: "原").map {
          text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: $0)
        })
  }

  @Test func switchedOffItIsSilent() {
    let reader = Proofreader(settings: .init(noisyChannel: false))
    #expect(reader.findings(in: "各县（区）人民政府要加强矿产资原开发利用管理。").isEmpty)
    #expect(reader.models == "未使用语言模型")
  }

  @Test func withoutTheWordModelItSaysSoAndGoesOn() throws {
    let channel = try #require(NoisyChannel.standard(wordModelPaths: ["/nonexistent/zh_CN.lm"]))
    #expect(channel.description.hasPrefix("语言模型未安装，错别字检查降级"))
    let passage = Passage("各县（区）人民政府要加强矿产资原开发利用管理。", published: nil)
    #expect(channel.suspicions(in: passage).map(\.suggestion) == ["源"])
  }

  @Test(arguments: [[], [1, 2, 3], Array(repeating: UInt8(0xff), count: 200), Array("mmap lm http".utf8)])
  func bytesThatAreNoModelAreRefused(_ bytes: [UInt8]) {
    #expect(CharacterModel(Bytes(bytes)) == nil)
    #expect(Confusions(Bytes(bytes)) == nil)
    #expect(WordModel(Bytes(bytes)) == nil)
    #expect(SiteForms(Bytes(bytes)) == nil)
  }
}

struct CharacterModelTests {
  @Test func afterAContextTheSeenCharacterIsLikelierThanOthers() throws {
    let lines = ["人民政府工作报告", "人民政府信息公开", "人民法院工作报告", "人民政府工作会议"].map(\.codes)
    var builder = CharacterModelBuilder(alphabetOf: lines, thresholds: [1, 1, 1, 1])
    for line in lines { builder.add(line) }
    let model = try #require(CharacterModel(Bytes(builder.build())))
    func score(_ text: String) -> Int32 {
      let tokens = TokenLine(text.codes[...], model.alphabet).tokens
      var (state, last) = (CharacterModel.State(), Int32(0))
      for index in tokens.indices { last = model.score(tokens, index, &state).score }
      return last
    }
    #expect(score("人民政府工作") > score("人民政府公作"))
    #expect(score("人民政府") > score("人民法府"))
  }
}

/// Golden scores of Debian's model, computed by the kenlm library.
struct WordModelTests {
  private static let model = ChannelModels.wordModelPaths.lazy.compactMap { try? Bytes(mapping: $0) }.compactMap(
    WordModel.init
  ).first

  @Test(
    .enabled(if: model != nil || ProcessInfo.processInfo.environment["CI"] == "true"),
    arguments: [
      ("政府 信息 公开", [-3.866_705, -3.053_991_6, -0.335_232_46]),
      ("做 为 一 个", [-3.306_594, -3.117_855_5, -2.235_518_7, -0.496_544_75]),
      ("政府 囗囗 公开", [-3.866_705, -6.810_93, -4.152_467]),
    ] as [(String, [Float])])
  func scoresAreThoseOfKenLM(_ text: String, _ expected: [Float]) throws {
    let model = try #require(Self.model)
    var (context, scores) = (WordModel.Context(), [Float]())
    for word in text.split(separator: " ") {
      let found = model.score(model.word(String(word).codes[...]), after: context)
      scores.append(found.score)
      context = found.next
    }
    #expect(zip(scores, expected).allSatisfy { abs($0 - $1) < 1e-5 }, "\(scores)")
  }
}

struct SiteFormsTests {
  private static func forms(_ documents: [String]) throws -> SiteForms {
    var builder = SiteFormsBuilder()
    for document in documents { builder.add(document) }
    return try #require(SiteForms(Bytes(builder.build())))
  }
  private static let typo = "各县（区）人民政府要加强矿产资原开发利用管理。"

  @Test func whatManyOtherDocumentsSayIsNoError() throws {
    let site = try Self.forms((1...8).map { "第\($0)号：资原开发公司第\($0)次公告，内容\($0)。" })
    let channel = try #require(NoisyChannel.standard(site: site))
    #expect(channel.suspicions(in: Passage(Self.typo, published: nil)).isEmpty)
  }

  @Test func thePageUnderTestAndRepeatedParagraphsAreNotCounted() throws {
    let site = try Self.forms(Array(repeating: Self.typo, count: 9) + ["加强资源管理。", "资源开发。", "矿产资源。"])
    let channel = try #require(NoisyChannel.standard(site: site))
    let found = channel.suspicions(in: Passage(Self.typo, published: nil))
    #expect(found.map(\.suggestion) == ["源"])
    #expect(found.first?.message.contains("见于0篇") == true)
  }
}
