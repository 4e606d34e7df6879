/// What may have been meant in place of some characters, with the evidence for it.
package struct Proposal: Sendable {
  /// Tokens of the line.
  package var range: Range<Int>
  package var replacement: [UInt32]
  package var evidence: Evidence
  /// Log-odds that the text is wrong and this is right.
  package var score: Float = 0
}

/// The observations a proposal is judged by; logarithms are decimal, of probabilities.
package struct Evidence: Sendable {
  /// Gain of the line by the character model and by the word model.
  var charGain: Float = 0
  var wordGain: Float = 0
  /// Mean score of the tokens that feel the change, before and after it.
  var charBefore: Float = 0
  var charAfter: Float = 0
  /// Lengths of the n-grams found, summed, after minus before.
  var gramsGain: Float = 0
  /// Shares of the changed characters that sound the same, but for the tone, or are confused in speech.
  var sameSound: Float = 0
  var sameSyllable: Float = 0
  var nearSound: Float = 0
  /// Mean likeness of shape, 0 to 3.
  var shape: Float = 0
  /// Mean unigram score of the characters before and after.
  var rarityBefore: Float = 0
  var rarityAfter: Float = 0
  /// Characters changed.
  var changed: Float = 1
  var shareChanged: Float = 1
  /// Gain over the next best candidate for the place, and the place among them from 0.
  var margin: Float = 0
  var rank: Float = 0
  /// Mean score of the whole line and of the tokens near the change that do not feel it.
  var line: Float = 0
  var around: Float = 0
  /// Mean length of the words that hold the place, before and after.
  var wordBefore: Float = 0
  var wordAfter: Float = 0
  /// 1 when the place with a neighbour is a word.
  var isWordBefore: Float = 0
  var isWordAfter: Float = 0
  /// Share of one-character words near the place.
  var singlesAround: Float = 0
  /// Longest and shortest n-gram found at the place.
  var longestBefore: Float = 0
  var shortestBefore: Float = 0
  var longestAfter: Float = 0
  /// 1 when what follows ends the name of an organisation or place.
  var nameLike: Float = 0

  /// One character only is changed.
  package var isSingle: Bool { changed == 1 && shareChanged == 1 }

  /// As if there were no word model.
  package mutating func forgetWords() {
    (wordGain, wordBefore, wordAfter, isWordBefore, isWordAfter, singlesAround) = (0, 0, 0, 0, 0, 0)
  }

  package static let names = [
    "char_gain", "word_gain", "word_gain_limited", "word_loss", "least_gain", "char_before", "char_after", "grams_gain",
    "same_sound", "same_syllable", "near_sound", "no_sound", "shape", "shape_and_sound", "rarity_before",
    "rarity_after", "pair", "triple", "gain_many", "share_changed", "margin", "margin_small", "rank", "line",
    "line_odd", "gain_line_odd", "around", "around_odd", "word_before", "word_after", "is_word_before",
    "is_word_after", "gain_word_before", "new_word", "singles_around", "longest_before", "shortest_before",
    "longest_after", "unknown_before", "name_like", "name_singles",
  ]

  /// The values the score weighs, in the order of `names`: the observations, with limits and products of them.
  package var values: [Float] {
    let sound = sameSound + sameSyllable
    return [
      charGain, wordGain, min(max(wordGain, -2), 4), min(max(wordGain, -6), 0), min(charGain, wordGain), charBefore,
      charAfter, gramsGain, sameSound, sameSyllable, nearSound, sound + nearSound == 0 ? 1 : 0, shape,
      shape > 0 ? sound : 0, rarityBefore, rarityAfter, changed == 2 ? 1 : 0, changed > 2 ? 1 : 0,
      changed > 1 ? charGain : 0, shareChanged, margin, min(margin, 1), rank, line, max(-line - 2, 0),
      charGain * max(-line - 1.5, 0), around, max(-around - 2, 0), wordBefore, wordAfter, isWordBefore, isWordAfter,
      charGain * isWordBefore, isWordAfter * (1 - isWordBefore), singlesAround, longestBefore, shortestBefore,
      longestAfter, longestBefore <= 2 ? 1 : 0, nameLike, nameLike * singlesAround,
    ]
  }
}
