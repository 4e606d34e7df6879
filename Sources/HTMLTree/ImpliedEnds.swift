/// Elements that the beginning of another ends, even where `font`, `span` or `a` were left open in between: so browsers read
/// (HTML, "in body", "in cell"); libxml2 ends them only where nothing stands between.
struct ImpliedEnds {
  let ended: TagSet
  let stops: TagSet

  static func of(_ tag: Tag) -> ImpliedEnds? {
    switch tag {
    case .li: items
    case .dt, .dd: terms
    case .td, .th: cells
    case .tr: rows
    case .tbody, .thead, .tfoot: groups
    default: nil
    }
  }

  private static let items = ImpliedEnds(ended: [.li], stops: special)
  private static let terms = ImpliedEnds(ended: [.dt, .dd], stops: special)
  private static let cells = ImpliedEnds(ended: [.td, .th], stops: [.table, .tr])
  private static let rows = ImpliedEnds(ended: [.tr], stops: [.table])
  private static let groups = ImpliedEnds(ended: [.tbody, .thead, .tfoot], stops: [.table])

  private static let special: TagSet = [
    .ul, .ol, .menu, .dl, .table, .caption, .tbody, .thead, .tfoot, .tr, .td, .th, .section, .article, .nav, .aside,
    .header, .footer, .main, .form, .fieldset, .blockquote, .center, .object, .button, .marquee, .pre, .h1, .h2, .h3,
    .h4,
    .h5, .h6, .select, .frameset,
  ]
}
