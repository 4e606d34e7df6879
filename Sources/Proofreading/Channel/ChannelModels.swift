/// The models the noisy channel reads.
package struct ChannelModels: Sendable {
  package let characters: CharacterModel
  package let confusions: Confusions
  /// For each entry of the confusion set its token, 0 for what is never put in.
  let alternatives: [Alphabet.Token]
  /// The general word model and its words by sound; absent when the package is not installed.
  package var words: WordModel?
  package var sounds: SoundIndex?

  /// `sounds` is made anew when it is not at hand.
  package init(characters: CharacterModel, confusions: Confusions, words: WordModel?, sounds: SoundIndex? = nil) {
    (self.characters, self.confusions, self.words) = (characters, confusions, words)
    alternatives = (0..<confusions.entries.count).map { place in
      let code = confusions.entries[place] >> 16
      let token = characters.alphabet.token(code)
      return token < Alphabet.firstCharacter || PlaceSearch.isNumeral(code) ? 0 : token
    }
    self.sounds = sounds ?? words.map { SoundIndex($0, confusions) }
  }
}

extension ChannelModels {
  /// Where Debian's `libime-data-language-model` puts the word model.
  package static let wordModelPaths: [String] = {
    #if arch(x86_64)
      let triple = "x86_64-linux-gnu"
    #elseif arch(arm64)
      let triple = "aarch64-linux-gnu"
    #else
      let triple = "none"
    #endif
    return ["/usr/lib/\(triple)", "/usr/lib64", "/usr/lib", "/usr/local/lib"].map { $0 + "/libime/zh_CN.lm" }
  }()

  /// The model of official documents that is part of the executable, with the word model of this machine; nil only when
  /// the executable was built without its data.
  package static func standard(wordModelPaths: [String] = ChannelModels.wordModelPaths) -> ChannelModels? {
    wordModelPaths == ChannelModels.wordModelPaths ? installed : load(wordModelPaths)
  }

  /// Read once in the life of the process.
  private static let installed = load(ChannelModels.wordModelPaths)

  private static func load(_ paths: [String]) -> ChannelModels? {
    guard let characters = BuiltIn.characters, let confusions = BuiltIn.confusions else { return nil }
    let words = paths.lazy.compactMap { try? Bytes(mapping: $0) }.compactMap(WordModel.init).first
    return ChannelModels(characters: characters, confusions: confusions, words: words)
  }
}
