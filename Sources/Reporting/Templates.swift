import DuwangCore
import Foundation
import Mustache

/// Why a report could not be rendered.
package enum TemplateError: Error, CustomStringConvertible {
  case broken(name: String, reason: String)
  case missing(name: String)
  package var description: String {
    switch self {
    case .broken(let name, let reason): "模板\(name).mustache有误：\(reason)"
    case .missing(let name): "缺少模板\(name).mustache"
    }
  }
}

/// The templates of all pages: those embedded in the program, each replaced by the file of the same name in a folder of the user.
struct Templates {
  private let library: MustacheLibrary

  /// `folder` may hold any of `NAME.mustache`; what it has not is taken from the program.
  init(folder: String?) throws {
    var library = MustacheLibrary()
    for (name, bytes) in Templates.embedded {
      var text = String(decoding: bytes, as: UTF8.self)
      if let folder, let own = try? String(contentsOfFile: "\(folder)/\(name).mustache", encoding: .utf8) { text = own }
      do { try library.register(text, named: name) } catch {
        throw TemplateError.broken(name: name, reason: "\(error)")
      }
    }
    self.library = library
  }

  func render(_ name: String, _ view: any Sendable) throws -> String {
    guard let text = library.render(view, withTemplate: name) else { throw TemplateError.missing(name: name) }
    return text
  }

  private static let embedded: [String: [UInt8]] = [
    "daily": PackageResources.daily_mustache
  ]
}
