/// The word lists that come with the product.
enum BuiltIn {
  static let pairs = WordPair.parse(String(decoding: PackageResources.pairs_tsv, as: UTF8.self)).pairs
  static let severe = SevereTerm.parse(String(decoding: PackageResources.severe_tsv, as: UTF8.self))
}
