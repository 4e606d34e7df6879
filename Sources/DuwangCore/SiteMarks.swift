/// What a home page bears at its foot (国办发〔2017〕47号, 底部功能区), as it stands there; nil where it is not to be seen.
package struct FooterMarks: Sendable, Hashable, Codable {
  /// Digits of 网站标识码.
  package var siteCode: String?
  /// `陇ICP备18000001号`.
  package var icp: String?
  /// `甘公网安备62992302000123号`.
  package var police: String?
  /// 党政机关网站标识, “我为政府网站找错”, 网站地图, 主办单位, 联系电话.
  package var hasPartyMark = false
  package var hasErrorEntry = false
  package var hasSiteMap = false
  package var hasSponsor = false
  package var hasPhone = false
  package init() {}
}

/// A search box that asks by GET, as its form says.
package struct SearchForm: Sendable, Hashable, Codable {
  /// Absolute, with the form's fixed fields.
  package var url: String
  /// Name of the field for words.
  package var field: String
  package init(url: String, field: String) { (self.url, self.field) = (url, field) }
}

/// What one search for a title that the site itself lists came to.
package struct SearchReading: Sendable, Hashable, Codable {
  package enum Result: String, Sendable, Codable {
    case found
    /// The answer says itself that there is nothing.
    case nothing
    /// Filled by script, refused, or neither of the two.
    case unreadable
  }
  package var site: String
  package var url: String
  package var title: String
  package var result: Result
  package init(site: String, url: String, title: String, result: Result) {
    (self.site, self.url, self.title, self.result) = (site, url, title, result)
  }
}

/// An article that asks the public for opinions (公开征求意见), by its dates alone.
package struct Consultation: Sendable, Hashable, Codable {
  package var deadline: Day
  /// The article itself tells what came of it.
  package var hasResult: Bool
  package init(deadline: Day, hasResult: Bool) { (self.deadline, self.hasResult) = (deadline, hasResult) }
}
