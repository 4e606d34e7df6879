import Mustache

/// The members of a view by name, taken once: for every word that it fills in, the template engine would reflect upon the
/// whole view and upon all that it stands in.
struct ViewFields: MustacheParent {
  private let members: [String: Any]

  /// `view` is a struct whose members are texts, numbers, other such structs, or arrays of them. What is nil is left out.
  init(_ view: Any) { self.init(Mirror(reflecting: view)) }

  private init(_ mirror: Mirror) {
    let named = mirror.children.compactMap { child in
      child.label.flatMap { label in ViewFields.value(child.value).map { (label, $0) } }
    }
    members = Dictionary(named) { first, _ in first }
  }

  func child(named name: String) -> Any? { members[name] }

  private static func value(_ member: Any) -> Any? {
    if member is String || member is Bool || member is Int || member is Double { return member }
    let mirror = Mirror(reflecting: member)
    return switch mirror.displayStyle {
    case .optional: mirror.children.first.flatMap { value($0.value) }
    case .collection: mirror.children.compactMap { value($0.value) }
    case .struct where !mirror.children.isEmpty: ViewFields(mirror)
    default: member
    }
  }
}
