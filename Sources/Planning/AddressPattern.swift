import DuwangCore

/// A pattern of addresses: `/search` is a path prefix, `*.mp4` a glob of the path, `http…` the same of the whole address.
package struct AddressPattern: Sendable, Hashable {
  private let text: [UInt8]
  private let isGlob: Bool
  private let isWhole: Bool

  package init(_ pattern: String) {
    let plain = pattern.percentDecoded.lowercased()
    isGlob = plain.contains("*")
    isWhole = plain.hasPrefix("http://") || plain.hasPrefix("https://")
    text = Array((isGlob || isWhole || plain.hasPrefix("/") ? plain : "/" + plain).utf8)
  }

  /// Letter case and percent-encoding make no difference.
  package func matches(_ address: WebAddress) -> Bool {
    if isWhole { return matches(address.description) }
    return matches(address.path) || matches(address.pathAndQuery) || (isGlob && matches(address.description))
  }

  private func matches(_ candidate: String) -> Bool {
    let candidate = Array(candidate.percentDecoded.lowercased().utf8)
    return isGlob ? AddressPattern.glob(text, candidate) : candidate.starts(with: text)
  }

  /// `*` stands for any run of bytes. Only the last star is ever tried again, so the work is at most pattern × text.
  private static func glob(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var (p, t) = (0, 0)
    var retry: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        p += 1
        retry = (p, t)
      } else if p < pattern.count, pattern[p] == text[t] {
        (p, t) = (p + 1, t + 1)
      } else if let last = retry {
        (p, t) = (last.pattern, last.text + 1)
        retry = (p, t)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
