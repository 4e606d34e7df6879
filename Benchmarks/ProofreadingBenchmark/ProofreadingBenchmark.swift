import Foundation
import Proofreading

/// Makes the language data of the proofreader and measures it. Spelling sets and clean text are read from DUWANG_CORPUS.
@main
enum ProofreadingBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "model" where arguments.count > 2: try LanguageData.model(from: Array(arguments[2...]), to: arguments[1])
    case "confusions" where arguments.count == 4:
      try LanguageData.confusions(unihan: arguments[2], model: arguments[3], to: arguments[1])
    case "weights" where arguments.count == 5:
      try LanguageData.weights(
        model: arguments[2], reduced: arguments[3], heldOut: arguments[4], to: arguments[1])
    case "accuracy": try Accuracy.print()
    case "speed": try Speed.print()
    default:
      print("model OUT TEXT… | confusions OUT UNIHAN MODEL | weights OUT MODEL REDUCED-MODEL TEXT | accuracy | speed")
      exit(64)
    }
  }
}
