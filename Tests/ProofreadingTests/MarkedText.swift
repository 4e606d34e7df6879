import DuwangCore
import Proofreading
import Testing

/// A text in which `1️⃣`, `2️⃣`, … mark where findings are expected to begin.
struct MarkedText {
  let text: String
  /// Unicode scalars from the start.
  let offsets: [Int]

  init(_ marked: String) {
    var (scalars, offsets) = ([Unicode.Scalar](), [Int]())
    for scalar in marked.unicodeScalars {
      guard scalar == "\u{20e3}" else {
        scalars.append(scalar)
        continue
      }
      scalars.removeLast(2)  // The digit and its variation selector.
      offsets.append(scalars.count)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    (text, self.offsets) = (String(view), offsets)
  }
}

/// Expects findings of `kind` to begin exactly at the marks of `marked`; no marks, no findings.
@discardableResult
func expect(
  _ marked: String, _ kind: FindingKind, _ confidence: Confidence? = nil, published: String? = nil,
  settings: Proofreader.Settings? = nil, sourceLocation: SourceLocation = #_sourceLocation
) -> [Suspicion] {
  let input = MarkedText(marked)
  let reader = settings.map { Proofreader(settings: $0) } ?? standard
  let found = reader.findings(in: input.text, published: published.flatMap { Day($0) }).filter { $0.kind == kind }
  #expect(found.map(\.offset) == input.offsets, "\(found)", sourceLocation: sourceLocation)
  if let confidence {
    #expect(found.allSatisfy { $0.confidence == confidence }, "\(found)", sourceLocation: sourceLocation)
  }
  return found
}

let standard = Proofreader()
/// The rules and pairs without the noisy channel, whose figures on long texts its own benchmark prints.
let rulesAlone = Proofreader(settings: .init(noisyChannel: false))
