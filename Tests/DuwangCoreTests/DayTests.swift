import DuwangCore
import Testing

@Suite("Days, moments and periods")
struct DayTests {
  @Test("a day's number counts from 1970 and leads back to the day")
  func numbers() {
    #expect(Day(1970, 1, 1)!.number == 0)
    for number in stride(from: -200_000, through: 200_000, by: 37) { #expect(Day(number: number).number == number) }
  }

  @Test("2018-12-31 is a Monday, 2000-02-29 is a day and 1900-02-29 is none")
  func calendar() {
    #expect(Day(2018, 12, 31)!.weekday == 1)
    #expect(Day(1969, 12, 28)!.weekday == 7)
    #expect(Day(2000, 2, 29) != nil)
    #expect(Day(1900, 2, 29) == nil)
  }

  @Test("a month after 31 January is the last day of February")
  func months() {
    #expect(Period("1mo")!.after(Day(2019, 1, 31)!) == Day(2019, 2, 28)!)
    #expect(Period("6mo")!.after(Day(2018, 12, 20)!) == Day(2019, 6, 20)!)
    #expect(Period("1y")!.after(Day(2020, 2, 29)!) == Day(2021, 2, 28)!)
  }

  @Test("moments are written in Asia/Shanghai whatever the offset they were read with")
  func moments() {
    #expect(Moment("2018-12-31T00:05:12Z")!.description == "2018-12-31T08:05:12+08:00")
    #expect(Moment("2018-12-31")!.description == "2018-12-31T00:00:00+08:00")
    #expect(Moment("2018-12-31T23:59:00+08:00")!.day == Day(2018, 12, 31)!)
    #expect(Moment("2018-12-31T25:00:00Z") == nil)
  }

  @Test("bad periods are no periods", arguments: ["", "5", "mo", "-1d", "1.5h", "3 d", "10months"])
  func badPeriods(text: String) { #expect(Period(text) == nil) }
}
