import DuwangCore

/// Tells what changed in files that were replaced under the same address (附件更换): their page shows nothing of it.
package struct FileChanges {
  private let letterColumns: Set<String>

  /// `letterColumns`: ids of columns of citizens' letters, whose files are never shown.
  package init(letterColumns: Set<String>) { self.letterColumns = letterColumns }

  /// In the order of addresses. A file that reads as before is no change.
  package func of(_ files: [ReplacedFile], on pages: [PageReading]) -> [PageChange] {
    let wanted = Set(files.map(\.page))
    let owners = Dictionary(pages.lazy.filter { wanted.contains($0.url) }.map { ($0.url, $0) }) { first, _ in first }
    return files.sorted { $0.url < $1.url }.compactMap { change($0, owners[$0.page]) }
  }

  private func change(_ file: ReplacedFile, _ owner: PageReading?) -> PageChange? {
    let fileName = file.url.split(separator: "/").last.map(String.init) ?? file.url
    var change = PageChange(url: file.url, type: .modified, title: "附件：\(file.name.isEmpty ? fileName : file.name)")
    (change.unit, change.column, change.publishedAt) = (owner?.unit, owner?.column, owner?.publishedAt)
    guard let before = file.before, let now = file.now else {
      change.blocks = [ChangedBlock(runs: [.init(.keep, "附件已更换，机器未能读出文字，须打开核对")], skipped: 0)]
      return change
    }
    let difference = TextDiff.between(PageText(text: before), PageText(text: now))
    guard !difference.blocks.isEmpty else { return nil }
    change.tell(difference, isHidden: owner?.column.map(letterColumns.contains) ?? false)
    return change
  }
}
