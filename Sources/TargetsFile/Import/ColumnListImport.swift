import DuwangCore
import Tables

/// One row of an office's column list (栏目清单).
package struct ImportedColumn: Sendable, Hashable {
  package var unit: String
  package var name: String
  package var url: String?
  package var category: String?
  /// As written: 每两周, 半年, 及时, or the name of a class.
  package var update: String?
  package var reader: String?
  package var phone: String?
  /// As written: 乡镇, 部门.
  package var kind: String?
}

/// Reads a column list as offices keep it: CSV (UTF-8 or GB18030, comma or tab) or XLSX.
package enum ColumnListImport {
  /// Throws one problem naming the file when it cannot be read or has no table of columns.
  package static func read(path: String) throws(TargetsProblems) -> [ImportedColumn] {
    let sheets: [TableSheet]
    do { sheets = try TableFile.sheets(path: path) } catch { throw problem(path, error.description) }
    for sheet in sheets {
      if let columns = ColumnTable.columns(of: sheet), !columns.isEmpty { return columns }
    }
    throw problem(path, "没有找到栏目清单：表头须有“栏目名称”，并最好有“责任单位”“网址”“更新周期”，且其下至少有一行。")
  }

  private static func problem(_ path: String, _ message: String) -> TargetsProblems {
    TargetsProblems(problems: [TargetsProblem(file: path, line: 1, column: 1, message: message)])
  }
}

/// Finds the header of a table and reads the rows below it.
enum ColumnTable {
  private enum Field: CaseIterable { case unit, name, url, category, update, reader, phone, kind }

  /// Header words, without blanks; the first field that fits a cell takes it.
  private static let words: [(Field, [String])] = [
    (.url, ["网址", "链接", "链接地址", "栏目网址", "栏目地址", "栏目链接", "地址", "url", "页面地址"]),
    (.kind, ["单位类型", "单位类别", "单位性质"]),
    (.reader, ["读网员", "责任人", "负责人", "读网人", "信息员", "联系人", "维护人", "管理员"]),
    (.phone, ["电话", "联系电话", "联系方式", "手机"]),
    (
      .update,
      ["更新周期", "更新频率", "更新要求", "更新时限", "更新期限", "更新时间要求", "公开时限", "期限", "更新类别", "周期"]
    ),
    (.unit, ["责任单位", "单位", "部门", "主办单位", "单位名称", "责任部门", "公开主体", "保障单位", "维护单位", "责任主体"]),
    (.category, ["分类", "类别", "栏目分类", "栏目类别", "栏目类型", "一级栏目", "上级栏目", "父栏目"]),
    (.name, ["栏目名称", "栏目", "栏目名", "二级栏目", "子栏目", "名称", "三级栏目"]),
  ]

  /// Nil without a header; the header is looked for in the first 30 rows.
  static func columns(of sheet: TableSheet) -> [ImportedColumn]? {
    for (index, row) in sheet.rows.prefix(30).enumerated() {
      let fields = header(row)
      guard fields[.name] != nil, fields.count >= 2 || row.count == 1 else { continue }
      return rows(of: sheet, from: index + 1, fields: fields)
    }
    return nil
  }

  private static func header(_ row: [String]) -> [Field: Int] {
    var fields: [Field: Int] = [:]
    for (index, cell) in row.enumerated() {
      let text = cell.lowercased().filter { !$0.isWhitespace && !"*：:".contains($0) }
      let plain = text.split(whereSeparator: { "（(".contains($0) }).first.map(String.init) ?? text
      for (field, names) in words where names.contains(text) || names.contains(plain) {
        if fields[field] == nil { fields[field] = index }
        break
      }
    }
    // A list with 一级栏目 alone has its columns there.
    if fields[.name] == nil, let category = fields.removeValue(forKey: .category) { fields[.name] = category }
    return fields
  }

  private static func rows(of sheet: TableSheet, from start: Int, fields: [Field: Int]) -> [ImportedColumn] {
    var (out, unit) = ([ImportedColumn](), "")
    for (index, row) in sheet.rows.enumerated().dropFirst(start) {
      func cell(_ field: Field) -> String? {
        guard let column = fields[field], row.indices.contains(column) else { return nil }
        let text = row[column].split(whereSeparator: \.isNewline).map(\.trimmed).joined()
        return text.isEmpty || ["/", "-", "—", "无"].contains(text) ? nil : text
      }
      // An empty cell of a unit means the one above, as merged cells come out in CSV.
      if let own = cell(.unit) { unit = own }
      guard let name = cell(.name), !["合计", "总计", "小计"].contains(name), header(row).count < 3 else { continue }
      let link = fields[.url].flatMap { sheet.links[index]?[$0] } ?? fields[.name].flatMap { sheet.links[index]?[$0] }
      let written = cell(.url)
      let url = written.flatMap { WebAddress($0) == nil ? nil : $0 } ?? link ?? written
      out.append(
        ImportedColumn(
          unit: unit, name: name, url: url, category: cell(.category), update: cell(.update), reader: cell(.reader),
          phone: cell(.phone), kind: cell(.kind)))
    }
    return out
  }
}
