/// What the header of an open-information page (政府信息公开) says of its document; as published, nil where it is silent.
package struct DocumentHeader: Sendable, Hashable, Codable {
  /// 索引号.
  package var indexNumber: String?
  /// 文号 (发文字号): `景政办发〔2018〕31号`.
  package var documentNumber: String?
  /// 成文日期: when the document was made, no publication date.
  package var signedAt: Day?
  /// 发布机构, 发文机关.
  package var issuer: String?
  /// 有效性: 有效, 废止, 失效.
  package var validity: String?
  package init() {}
}
