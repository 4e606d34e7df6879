/// Numbers made by rule, so that nobody's own stands in a test.
package enum MadeUp {
  /// `body` of seventeen digits with its check digit (GB 11643).
  package static func idCard(_ body: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
    return body + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  /// `body` with the check digit of a bank card (Luhn).
  package static func bankCard(_ body: String) -> String {
    let digits = (body + "0").compactMap(\.wholeNumberValue).reversed().enumerated()
    let sum = digits.reduce(0) { sum, item in
      let doubled = item.offset % 2 == 1 ? item.element * 2 : item.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return body + String((10 - sum % 10) % 10)
  }
}
