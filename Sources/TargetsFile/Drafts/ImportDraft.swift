import DuwangCore

extension ColumnListImport {
  /// A Targets.yaml of the list. `home` is the site's; without it the host that most addresses share is taken.
  package static func draft(_ columns: [ImportedColumn], home: String? = nil) -> String {
    let addresses = columns.compactMap { $0.url.flatMap { WebAddress($0) } }
    let counts = Dictionary(addresses.map { ($0.authority, 1) }, uniquingKeysWith: +)
    let main = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let site =
      home.flatMap { WebAddress($0) }
      ?? addresses.first { $0.authority == main }.flatMap { WebAddress("\($0.scheme)://\($0.authority)/") }
    var draft = DraftFile(
      origin: "由栏目清单导入", siteName: "（请填写网站名称）", home: site?.description ?? "http://www.example.gov.cn/")
    draft.hosts =
      site.map { site in
        [site.authority] + counts.keys.filter { $0 != site.authority && isNeighbour($0, of: site.authority) }.sorted()
      } ?? []
    var places: [String: Int] = [:]
    for column in columns {
      let name = column.unit.isEmpty ? "政府办公室" : column.unit
      let place = places[name] ?? draft.units.count
      if place == draft.units.count {
        places[name] = place
        draft.units.append(unit(name, column, number: place + 1))
      }
      draft.units[place].reader = draft.units[place].reader ?? column.reader
      draft.units[place].phone = draft.units[place].phone ?? column.phone
      let entry = ColumnCatalogue.entry(for: column.name)
      let address = column.url.flatMap { WebAddress($0) }
      let isOurs = address.map { draft.hosts.contains($0.authority) } ?? false
      draft.units[place].add(
        column.name, url: isOurs ? address?.description : nil, category: column.category ?? entry.category,
        policy: column.update.flatMap(UpdateWords.policy) ?? entry.policy,
        note: isOurs ? nil : column.url.map { "清单所列网址不在本站：\($0)" })
    }
    if !draft.units.contains(where: { $0.kind == .office }) {
      draft.units.insert(.init(id: "office", name: "政府办公室", kind: .office), at: 0)
    }
    return draft.yaml
  }

  /// Hosts of one place: `zwfw.jingtai.gov.cn` beside `www.jingtai.gov.cn`. Others would be read as if they were ours.
  private static func isNeighbour(_ host: String, of main: String) -> Bool {
    func place(_ host: String) -> [Substring] {
      host.prefix { $0 != ":" }.split(separator: ".").suffix(3)
    }
    return place(host) == place(main)
  }

  private static func unit(_ name: String, _ column: ImportedColumn, number: Int) -> DraftFile.Unit {
    let kind = UnitKinds.kind(of: name, written: column.kind)
    return .init(id: UnitKinds.identifier(kind, number), name: name, kind: kind)
  }
}

/// What kind of unit a name or a word in a list tells of.
enum UnitKinds {
  static func kind(of name: String, written: String? = nil) -> OwnerUnit.Kind {
    let words = written ?? ""
    if words.contains("乡") || words.contains("镇") || words.contains("街道") { return .township }
    if name.hasSuffix("政府办公室") || name.hasSuffix("政府办") || name.contains("政务公开办") { return .office }
    let core = name.replacing("人民政府", with: "").replacing("办事处", with: "")
    if ["镇", "乡", "街道"].contains(where: core.hasSuffix) { return .township }
    return .department
  }

  static func identifier(_ kind: OwnerUnit.Kind, _ number: Int) -> String {
    switch kind {
    case .office: "office-\(number.padded(2))"
    case .township: "xz-\(number.padded(2))"
    case .department: "bm-\(number.padded(2))"
    }
  }
}
