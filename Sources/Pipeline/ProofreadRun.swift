import Documents
import DuwangCore
import Foundation
import Proofreading

/// Content findings in texts and pages, outside any run.
package struct ProofreadRun: Sendable {
  private let extraction: ExtractionRun
  private let proofreader: Proofreader

  package init(today: Day, allowsPrivate: Bool, proofreader: Proofreader = Proofreader()) {
    extraction = ExtractionRun(today: today, allowsPrivate: allowsPrivate)
    self.proofreader = proofreader
  }

  /// What is missing for the whole of the check, as a sentence.
  package var lack: String? { proofreader.lack }

  /// The text of a file, an office document, a page or `-` (standard input); a page's text is its title and body.
  package func text(of input: String) async -> Result<(text: String, published: Day?), ExtractionRun.Problem> {
    if input == "-" { return .success((decoded(FileHandle.standardInput.readDataToEndOfFile()), nil)) }
    let isWeb = input.hasPrefix("http://") || input.hasPrefix("https://")
    let isPage = [".html", ".htm", ".shtml"].contains { input.lowercased().hasSuffix($0) }
    if isWeb || isPage {
      return await extraction.read(input, url: nil).map { ($0.title + "\n" + $0.body, $0.publishedAt) }
    }
    guard let data = FileManager.default.contents(atPath: input) else {
      return .failure(.init(description: "文件不存在或无法读取"))
    }
    let ending = input.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ["txt", "csv"].contains(ending) || !DocumentReader.extensions.contains(ending) {
      return .success((decoded(data), nil))
    }
    switch await DocumentReader().read([UInt8](data), name: input) {
    case .text(let text): return .success((text, nil))
    case .unreadable(let reason): return .failure(.init(description: "未能读取：\(reason)"))
    case .foreign: return .failure(.init(description: "未能读取：内容与文件名不符，或文件已损坏"))
    }
  }

  package func findings(in text: String, published: Day?) -> [Suspicion] {
    proofreader.findings(in: text, published: published)
  }

  private func decoded(_ data: Data) -> String {
    let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    return String(decoding: bytes, as: UTF8.self)
  }
}
