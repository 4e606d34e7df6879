import DuwangCore
import Foundation
import Mustache

/// Why a report could not be rendered.
package enum TemplateError: Error, CustomStringConvertible {
  case broken(name: String, reason: String)
  case missing(name: String)
  package var description: String {
    switch self {
    case .broken(let name, let reason): "模板\(name)有误：\(reason)"
    case .missing(let name): "缺少模板\(name).mustache"
    }
  }
}

/// The templates of all pages: those embedded in the program, each replaced by the file of the same name in a folder of the user.
struct Templates {
  private let library: MustacheLibrary

  /// `folder` may hold files named as the embedded ones (`daily.mustache`, `style.css`); what it has not is taken from the program.
  init(folder: String?) throws {
    var (library, parts) = (MustacheLibrary(), Set<String>())
    for (file, bytes) in Templates.embedded {
      let name = String(file.prefix { $0 != "." })
      var text = String(decoding: bytes, as: UTF8.self)
      if let folder, let own = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) { text = own }
      do { try library.register(text, named: name) } catch {
        throw TemplateError.broken(name: file, reason: "\(error)")
      }
      parts.formUnion(text.matches(of: /{{> *([a-z]+) *}}/).map { String($0.1) })
    }
    // A part that is not there would be left out of the page without a word.
    if let part = parts.sorted().first(where: { library.getTemplate(named: $0) == nil }) {
      throw TemplateError.missing(name: part)
    }
    self.library = library
  }

  func render(_ name: String, _ view: any Sendable) throws -> String {
    guard let text = library.render(ViewFields(view), withTemplate: name) else {
      throw TemplateError.missing(name: name)
    }
    return text
  }

  /// File name → content.
  private static let embedded: [String: [UInt8]] = [
    "archive.mustache": PackageResources.archive_mustache,
    "change.mustache": PackageResources.change_mustache,
    "changelist.mustache": PackageResources.changelist_mustache,
    "changerow.mustache": PackageResources.changerow_mustache,
    "changerun.mustache": PackageResources.changerun_mustache,
    "columnlist.mustache": PackageResources.columnlist_mustache,
    "columnrow.mustache": PackageResources.columnrow_mustache,
    "columntable.mustache": PackageResources.columntable_mustache,
    "daily.mustache": PackageResources.daily_mustache,
    "detail.mustache": PackageResources.detail_mustache,
    "finding.mustache": PackageResources.finding_mustache,
    "findinghead.mustache": PackageResources.findinghead_mustache,
    "findingrow.mustache": PackageResources.findingrow_mustache,
    "findingsections.mustache": PackageResources.findingsections_mustache,
    "hatch.mustache": PackageResources.hatch_mustache,
    "head.mustache": PackageResources.head_mustache,
    "asklist.mustache": PackageResources.asklist_mustache,
    "barrows.mustache": PackageResources.barrows_mustache,
    "indicators.mustache": PackageResources.indicators_mustache,
    "lettertable.mustache": PackageResources.lettertable_mustache,
    "monthly.mustache": PackageResources.monthly_mustache,
    "openlist.mustache": PackageResources.openlist_mustache,
    "periodhead.mustache": PackageResources.periodhead_mustache,
    "periodmast.mustache": PackageResources.periodmast_mustache,
    "periodsign.mustache": PackageResources.periodsign_mustache,
    "periodunit.mustache": PackageResources.periodunit_mustache,
    "periodunread.mustache": PackageResources.periodunread_mustache,
    "pointtable.mustache": PackageResources.pointtable_mustache,
    "trendchart.mustache": PackageResources.trendchart_mustache,
    "unitfoot.mustache": PackageResources.unitfoot_mustache,
    "unithead.mustache": PackageResources.unithead_mustache,
    "unitrows.mustache": PackageResources.unitrows_mustache,
    "vetomonths.mustache": PackageResources.vetomonths_mustache,
    "unitreaders.mustache": PackageResources.unitreaders_mustache,
    "vetotable.mustache": PackageResources.vetotable_mustache,
    "weekly.mustache": PackageResources.weekly_mustache,
    "yearchart.mustache": PackageResources.yearchart_mustache,
    "yearly.mustache": PackageResources.yearly_mustache,
    "period.css": PackageResources.period_css,
    "recordform.mustache": PackageResources.recordform_mustache,
    "style.css": PackageResources.style_css,
    "unit.mustache": PackageResources.unit_mustache,
  ]
}
