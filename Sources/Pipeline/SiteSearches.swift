import Checks
import DuwangCore
import Extraction
import Fetching
import Planning

/// Asks each site's own search once for a title that the site lists: one request, robots.txt and `scope.exclude` obeyed.
struct SiteSearches {
  let targets: Targets
  let fetcher: any Fetcher
  let reader: PageReader
  /// The home page as read now, by site.
  let home: (Target) -> Page?

  func ask(_ reading: SiteReading, today: Day) async -> [SearchReading] {
    guard !reading.isInterrupted else { return [] }
    let scope = SiteScope(targets)
    var answers: [SearchReading] = []
    for site in targets.sites where site.code != nil {
      guard let page = home(site), let form = page.search, page.charset.lowercased() == "utf-8",
        let title = SearchReading.title(in: reading.columns, today: today), let address = address(form, title),
        scope.site(of: address)?.id == site.id, !scope.isExcluded(address)
      else { continue }
      let outcome = await fetcher.fetch(FetchRequest(address.description, referer: page.url))
      guard outcome.isGood else { continue }
      let answer = reader.read(
        outcome.body, url: outcome.finalURL, contentType: outcome.headers["content-type"])
      answers.append(
        SearchReading(
          site: site.id, url: address.description, title: title, result: SearchReading.result(of: answer, title: title))
      )
    }
    return answers
  }

  private func address(_ form: SearchForm, _ title: String) -> WebAddress? {
    WebAddress("\(form.url)\(form.url.contains("?") ? "&" : "?")\(form.field)=\(title)")
  }
}
