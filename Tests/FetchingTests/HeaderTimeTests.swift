import DuwangCore
import Testing

@testable import Fetching

/// Dates as servers and certificates write them.
@Suite struct HeaderTimeTests {
  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "Nov  6 08:49:37 1994 GMT",
  ])
  func aMomentIsRead(text: String) { #expect(HeaderTime.moment(text)?.seconds == 784_111_777) }

  @Test(arguments: ["", "soon", "Sun, 06 Nov", "99 Nov 1994 08:49:37", "Sun, 06 Nov 1994 25:00:00 GMT"])
  func whatIsNoMomentIsNone(text: String) { #expect(HeaderTime.moment(text) == nil) }

  @Test func retryAfterIsSecondsOrAMoment() {
    let now = Moment(seconds: 784_111_777)
    #expect(HeaderTime.retryAfter(" 120 ", now: now) == 120)
    #expect(HeaderTime.retryAfter("Sun, 06 Nov 1994 08:50:37 GMT", now: now) == 60)
    #expect(HeaderTime.retryAfter("Sun, 06 Nov 1994 08:00:00 GMT", now: now) == 0)
    #expect(HeaderTime.retryAfter("-5", now: now) == nil)
  }
}
