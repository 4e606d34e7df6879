import CLanguageData

/// The word lists and language models that come with the product.
enum BuiltIn {
  static let pairs = WordPair.parse(String(decoding: PackageResources.pairs_tsv, as: UTF8.self)).pairs
  static let severe = SevereTerm.parse(String(decoding: PackageResources.severe_tsv, as: UTF8.self))

  static let characters = CharacterModel(bytes(duwang_official_model_data()))
  static let confusions = Confusions(bytes(duwang_confusions_data()))

  static func weights(withWords: Bool) -> ChannelWeights? {
    ChannelWeights.parse(String(decoding: PackageResources.channel_tsv, as: UTF8.self), column: withWords ? 1 : 2)
  }

  private static func bytes(_ data: duwang_data) -> Bytes { Bytes(base: data.start, count: data.count) }
}

/// The severe terms that come with the product, for tests that each of them fires.
package enum BuiltInTerms {
  package static var severe: [String] { BuiltIn.severe.map(\.term) }
}
