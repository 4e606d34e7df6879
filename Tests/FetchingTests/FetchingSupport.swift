import DuwangCore
import TestSupport

@testable import Fetching

/// A fetcher for loopback that waits for nothing longer than it must.
func makeFetcher(
  environment: [String: String] = [:], pace: Pace = quickPace(), _ change: (inout FetchSettings) -> Void = { _ in }
) -> SiteFetcher {
  var settings = FetchSettings()
  settings.allowsPrivateAddresses = true
  settings.timeout = Period(1, .seconds)
  settings.ratePerHost = 500
  settings.retries = 0
  settings.maxBody = 1_000_000
  change(&settings)
  return SiteFetcher(settings: settings, environment: environment, pace: pace)
}

func quickPace(_ change: (inout Pace) -> Void = { _ in }) -> Pace {
  var pace = Pace()
  pace.retryDelay = 0.05...0.1
  pace.firstPause = 0.2
  pace.failuresInRow = 1000
  change(&pace)
  return pace
}
