import DuwangCore
import History
import Testing

@Suite struct WorkingDaysTests {
  private let calendar = WorkingDays.national

  @Test("National Day is free, the Saturday made up for it is worked")
  func nationalDay() {
    #expect(!calendar.isWorkingDay(Day(2018, 10, 1)!))
    #expect(!calendar.isWorkingDay(Day(2018, 10, 7)!))
    #expect(calendar.isWorkingDay(Day(2018, 9, 29)!))
    #expect(calendar.isWorkingDay(Day(2018, 10, 8)!))
  }

  @Test("Every year from 2018 to 2026 names the notice it comes from", arguments: 2018...2026)
  func years(_ year: Int) {
    #expect(calendar.knows(year))
    #expect(calendar.notices[year]?.hasPrefix("国办发明电") == true)
    let days = Day(year, 12, 31)! - Day(year, 1, 1)! + 1
    let worked = (0..<days).filter { calendar.isWorkingDay(Day(year, 1, 1)!.addingDays($0)) }.count
    #expect((240...255).contains(worked))
  }

  @Test("In a year without a notice weekends alone are free, and it is known that it is missing")
  func missingYear() {
    #expect(!calendar.knows(2035))
    #expect(calendar.isWorkingDay(Day(2035, 10, 1)!))
    #expect(!calendar.isWorkingDay(Day(2035, 10, 6)!))
  }

  @Test("Three working days over the new year end on 4 January 2019")
  func overNewYear() {
    #expect(calendar.after(Day(2018, 12, 31)!, count: 3) == Day(2019, 1, 4))
  }

  @Test("Severe is due the same day, typos and links in 3 working days, columns in 5, advice never")
  func deadlines() {
    let monday = Day(2018, 11, 19)!
    #expect(calendar.deadline(for: Samples.finding(.forbiddenTerm), from: monday) == monday)
    #expect(calendar.deadline(for: Samples.finding(.typo), from: monday) == Day(2018, 11, 22))
    #expect(calendar.deadline(for: Samples.finding(.linkBroken), from: monday) == Day(2018, 11, 22))
    #expect(calendar.deadline(for: Samples.finding(.columnStale), from: monday) == Day(2018, 11, 26))
    #expect(calendar.deadline(for: Samples.finding(.punctuation), from: monday) == nil)
  }
}
