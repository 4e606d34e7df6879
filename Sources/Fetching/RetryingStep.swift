import DuwangCore

/// Tries again after a fault that may pass, some seconds later and without holding a place at the host.
struct RetryingStep: Step {
  let next: any Step
  let retries: Int
  let pace: Pace
  let log: @Sendable (String) -> Void

  func send(_ hop: Hop) async -> FetchOutcome {
    let tries = hop.request.purpose.isTriedOnce ? 1 : max(0, retries) + 1
    var outcome = await next.send(hop)
    for attempt in 1..<max(tries, 1) {
      guard let fault = outcome.fault, RetryingStep.mayPass(fault), outcome.attempts > 0,
        outcome.headers["retry-after"] == nil
      else { break }
      let delay = Double.random(in: pace.retryDelay) * Double(1 << min(attempt - 1, 6))
      log("\(hop.address) \(fault.rawValue): again in \(Int(delay.rounded())) s")
      do { try await Task.sleep(for: .seconds(delay)) } catch {
        return hop.outcome(.cancelled, "cancelled", attempts: attempt)
      }
      let again = await next.send(hop)
      // A host that is now left alone was not asked again; the last real answer stands.
      if again.attempts == 0, again.fault != .cancelled { break }
      outcome = again
      outcome.attempts = attempt + 1
    }
    return outcome
  }

  /// A certificate stays wrong for longer than a few seconds; a wall must not be pressed.
  static func mayPass(_ fault: FetchFault) -> Bool {
    switch fault {
    case .nameNotResolved, .connectionRefused, .connectTimeout, .noRoute, .connectionReset, .emptyReply, .stalled,
      .timeout, .brokenBody, .protocolError, .serverError, .tlsHandshake, .localResources:
      true
    case .notFound, .gone, .clientError, .malformedAddress, .redirectLoop, .tooManyRedirects, .badRedirect,
      .tlsExpired, .tlsSelfSigned, .tlsWrongHost, .tlsUntrusted, .unauthorized, .forbidden, .methodRefused, .challenge,
      .rateLimited, .disallowedByRobots, .privateAddress, .unsupportedScheme, .bodyTooLarge, .offline, .cancelled:
      false
    }
  }
}
