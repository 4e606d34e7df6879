import DuwangCore
import TestSupport

@testable import Fetching

/// A fetcher for loopback that waits for nothing longer than it must.
func makeFetcher(
  environment: [String: String] = [:], pace change: (inout Pace) -> Void = { _ in },
  _ settings: (inout FetchSettings) -> Void = { _ in }
) -> SiteFetcher {
  var chosen = FetchSettings()
  chosen.allowsPrivateAddresses = true
  chosen.timeout = Period(1, .seconds)
  chosen.ratePerHost = 500
  chosen.retries = 0
  chosen.maxBody = 1_000_000
  settings(&chosen)
  var pace = Pace()
  pace.retryDelay = 0.05...0.1
  pace.firstPause = 0.2
  pace.failuresInRow = 1000
  change(&pace)
  return SiteFetcher(settings: chosen, environment: environment, pace: pace)
}
