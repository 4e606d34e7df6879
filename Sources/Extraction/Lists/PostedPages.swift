import DuwangCore

extension ListSource {
  /// The request for the page of the list after this one: the number of the page in the posted body plus one. Nil where
  /// nothing is posted or the body holds no such number.
  package var following: ListSource? {
    guard let body = postBody, let place = digits(after: Self.pageNumbers, in: body), let number = Int(body[place])
    else {
      return nil
    }
    var next = self
    next.postBody = "\(body[..<place.lowerBound])\(number + 1)\(body[place.upperBound...])"
    return next
  }

  /// Rows that are asked for at once; nil where the body does not say.
  package var pageSize: Int? {
    postBody.flatMap { body in digits(after: ["pagesize"], in: body).flatMap { Int(body[$0]) } }
  }

  private static let pageNumbers = ["pageindex", "pageno", "currpage", "pagenum"]

  /// Where the number stands that one of the fields has, in JSON or in a form's fields.
  private func digits(after names: [String], in body: String) -> Range<String.Index>? {
    let folded = body.lowercased()
    guard folded.utf8.count == body.utf8.count else { return nil }
    for name in names {
      guard let field = folded.firstRange(of: name) else { continue }
      let from = folded[field.upperBound...].prefix { "\": =".contains($0) }.endIndex
      let end = folded[from...].prefix(6).prefix { $0.isASCII && $0.isNumber }.endIndex
      if from < end { return from..<end }
    }
    return nil
  }
}
