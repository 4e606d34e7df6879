import Foundation
import Proofreading

/// Makes the files that become part of the executable.
enum LanguageData {
  /// The model of official documents, from plain text with one paragraph a line.
  static func model(from texts: [String], to path: String) throws {
    let lines = try texts.flatMap { try codes($0) }
    var builder = CharacterModelBuilder(alphabetOf: lines, thresholds: [1, 2, 2, 3])
    for line in lines { builder.add(line) }
    try write(builder.build(), to: path)
  }

  /// The confusion set, from the folder of the Unihan database; what may replace another character is in `model`.
  static func confusions(unihan: String, model: String, to path: String) throws {
    var builder = ConfusionsBuilder()
    for file in ["Unihan_Readings.txt", "Unihan_DictionaryLikeData.txt", "Unihan_IRGSources.txt"] {
      builder.add(unihan: try String(contentsOfFile: unihan + "/" + file, encoding: .utf8))
    }
    let characters = try characterModel(model).alphabet.characters
    try write(builder.build(candidates: Set(characters.prefix(5000))), to: path)
  }

  /// Weights and thresholds, with the word model and without it. `heldOut` is text that `reduced` was not made from.
  static func weights(model: String, reduced: String, heldOut: String, to path: String) throws {
    guard let corpus = ProcessInfo.processInfo.environment["DUWANG_CORPUS"].map({ URL(filePath: $0) }),
      let standard = ChannelModels.standard()
    else { throw CocoaError(.fileNoSuchFile) }
    func models(_ path: String) throws -> ChannelModels {
      ChannelModels(
        characters: try characterModel(path), confusions: standard.confusions, words: standard.words,
        sounds: standard.sounds)
    }
    guard standard.words != nil else { throw CocoaError(.fileReadUnknown) }
    let learner = try Learner(
      corpus: corpus, full: models(model), reduced: models(reduced),
      heldOut: try String(contentsOfFile: heldOut, encoding: .utf8))
    let columns = [learner.learn(withWords: true), learner.learn(withWords: false)]
    var text = "# 错别字检查的权重与阈值（make language-data生成）：名称、有通用词语模型时、无通用词语模型时\n"
    let rows =
      [("bias", columns.map(\.bias)), ("certain", columns.map(\.certain)), ("suspected", columns.map(\.suspected))]
      + Evidence.names.enumerated().map { place, name in (name, columns.map { $0.weights[place] }) }
    for (name, values) in rows {
      text += ([name] + values.map { String(format: "%.5f", $0) }).joined(separator: "\t") + "\n"
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private static func characterModel(_ path: String) throws -> CharacterModel {
    guard let model = CharacterModel(try Bytes(mapping: path)) else { throw CocoaError(.fileReadCorruptFile) }
    return model
  }

  private static func codes(_ path: String) throws -> [[UInt32]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { folded(String($0)) }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
    print("\(path)：\(bytes.count)字节")
  }
}
