import DuwangCore
import Proofreading
import Testing

struct LeaderNameTests {
  private let settings = Proofreader.Settings(
    leaders: RegisteredLeader.parse(
      """
      # 姓名\t职务
      甲建国\t县长\t景泰县人民政府\t2018-01-10
      乙文斌\t副县长\t景泰县人民政府\t2017-05-01
      丙志明\t县长\t景泰县人民政府\t2014-01-01\t2018-01-09
      """
    ).leaders)

  @Test func nameOfTheHolderWithACharacterThatSoundsAlikeIsSevere() {
    let found = expect("县长1️⃣甲建囯主持会议。".replacing("囯", with: "过"), .leaderName, .certain, settings: settings)
    #expect(found.first?.suggestion == "甲建国")
    #expect(found.first?.severity == .severe)
    expect("副县长1️⃣乙文宾出席。", .leaderName, .certain, settings: settings)
  }

  @Test func holderNamedWithAnothersPostIsSuspected() {
    expect("1️⃣县长乙文斌到芦阳镇调研。", .leaderName, .suspected, published: "2018-12-01", settings: settings)
  }

  @Test(arguments: [
    "县长甲建国主持会议，副县长乙文斌出席。", "时任县长丙志明讲话。", "县长热线", "副县长王某某参加。", "县长信箱", "县长甲某", "候选人名单",
  ])
  func rightNamesFormerPostsAndOtherPeoplePass(_ text: String) {
    expect(text, .leaderName, published: "2018-12-01", settings: settings)
  }

  @Test func formerHolderPassesInTheTextsOfTheirTime() {
    expect("县长丙志明主持会议。", .leaderName, published: "2016-03-01", settings: settings)
  }
}
