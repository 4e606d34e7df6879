import Foundation

/// Right answers by figure and by the system or site of the page, with every miss.
struct AccuracyTable {
  /// What the rows of the table stand for.
  private let group: (LabelledPage) -> String
  struct Count: Codable, Equatable {
    var right = 0
    var all = 0
    var share: Double { all == 0 ? 1 : Double(right) / Double(all) }
  }
  private(set) var figures: [String: Count] = [:]
  private var groups: [String: [String: Count]] = [:]
  private var misses: [(figure: String, text: String)] = []
  private var order: [String] = []

  init(by group: @escaping (LabelledPage) -> String = { $0.family }) { self.group = group }

  mutating func add(_ figure: String, _ page: LabelledPage, _ isRight: Bool, _ miss: @autoclosure () -> String) {
    if figures[figure] == nil { order.append(figure) }
    figures[figure, default: Count()].all += 1
    groups[group(page), default: [:]][figure, default: Count()].all += 1
    if isRight {
      figures[figure]?.right += 1
      groups[group(page)]?[figure]?.right += 1
    } else {
      misses.append((figure, "\(page.file): \(miss())"))
    }
  }

  func text(_ name: String, listsMisses: Bool = true) -> String {
    var lines = [cells(name, order)]
    for (group, counts) in groups.sorted(by: { $0.key < $1.key }) { lines.append(row(group, counts)) }
    lines.append(row("合计", figures))
    if listsMisses { lines += misses.map { "    \($0.figure)  \($0.text)" } }
    return lines.joined(separator: "\n")
  }

  /// Rows with at least `pages` answers to a figure of which less than `share` are right.
  func weak(below share: Double, of pages: Int) -> [String] {
    groups.flatMap { group, counts in
      counts.filter { $0.value.all >= pages && $0.value.share < share }
        .map { "\(group) \($0.key) \($0.value.right)/\($0.value.all)" }
    }
  }

  private func row(_ name: String, _ counts: [String: Count]) -> String {
    cells(name, order.map { figure in counts[figure].map { "\($0.right)/\($0.all)" } ?? "" })
  }

  private func cells(_ name: String, _ cells: [String]) -> String {
    let width = name.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2e80 ? 2 : 1) }
    return name + String(repeating: " ", count: max(1, 56 - width))
      + cells.map { $0.padding(toLength: max(10, $0.count + 1), withPad: " ", startingAt: 0) }.joined()
  }
}
