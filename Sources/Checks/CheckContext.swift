import DuwangCore
import Proofreading

/// What a check may know besides its subject: the targets, the clock, what earlier runs left and the proofreader.
package struct CheckContext: Sendable {
  package var targets: Targets
  package var today: Day
  package var now: Moment
  package var past: Past
  package var proofreader: Proofreader

  package init(
    targets: Targets, today: Day, now: Moment, past: Past = Past(), proofreader: Proofreader = Proofreader()
  ) {
    (self.targets, self.today, self.now, self.past, self.proofreader) = (targets, today, now, past, proofreader)
  }

  /// The site to which an address belongs; the first one when its host is nobody's.
  func site(of url: String) -> Target? {
    let authority = WebAddress(url)?.authority
    return targets.sites.first { site in authority.map { site.hosts.contains($0) } ?? false } ?? targets.sites.first
  }

  func siteID(of url: String) -> String { site(of: url)?.id ?? "" }

  /// The office that answers for what belongs to no other unit.
  var office: String? { (targets.units.first { $0.kind == .office } ?? targets.units.first)?.id }

  /// Home pages of all sites as normalised addresses.
  package var homeURLs: Set<String> {
    Set(targets.sites.map { WebAddress($0.home)?.description ?? $0.home })
  }
}
