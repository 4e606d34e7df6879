import Testing

struct PlaceholderTests {
  @Test(arguments: ["政策解读1️⃣测试测试正文", "发布日期：1️⃣undefined", "1️⃣测试", "1️⃣lorem ipsum dolor"])
  func textThatStoodInForTextIsFound(_ text: String) { expect(text, .placeholder, .certain) }

  @Test(arguments: ["开展核酸检测试点测试工作", "申请表样式：XXXX年XX月XX日", "null.gov.cn", "变量undefined_x", "张××等3人", "“undefined”是什么意思"])
  func formsMaskedNamesAndCodePass(_ text: String) { expect(text, .placeholder) }

  @Test func fieldsOfATemplateAreSuspected() {
    expect("现将1️⃣XXX项目环评文件予以公示", .placeholder, .suspected)
    expect("本办法自20181️⃣年××月××日起施行", .placeholder, .suspected)
  }
}
