import DuwangCore
import Pipeline

extension LinksRequest {
  /// For loopback: no waiting that a test does not need.
  static func quick(_ starts: [String]) -> LinksRequest {
    var request = LinksRequest(starts: starts)
    request.fetch.allowsPrivateAddresses = true
    request.fetch.ratePerHost = 0
    request.fetch.retries = 0
    request.fetch.recheckAfter = Period(0, .seconds)
    return request
  }
}
