import DuwangCore
import Foundation

/// Names of columns and units as they stand in navigation, made comparable.
enum NameMatch {
  /// One long name holds the other and little else: `财政预决算公开` for 财政预决算. Both normalised.
  static func nearly(_ text: String, _ name: String) -> Bool {
    let (short, long) = text.count < name.count ? (text, name) : (name, text)
    return short.count >= 5 && long.count - short.count <= 4 && long.contains(short)
  }

  /// Every way in which navigation may write a unit's name, normalised; `regions` are the sites' places (景泰县).
  static func unitKeys(_ name: String, regions: [String]) -> Set<String> {
    var keys: Set<String> = []
    for form in [name] + aliases(of: name) {
      keys.formUnion(variants(NavigationWords.normalised(form), regions: regions))
    }
    return keys
  }

  /// What is left of a text in navigation once place, 人民政府 and 信息公开 are taken off.
  static func variants(_ text: String, regions: [String]) -> Set<String> {
    var core = text
    for tail in ["法定主动公开内容", "政府信息公开", "信息公开专栏", "信息公开", "政务公开", "专栏", "网站", "平台"]
    where core.hasSuffix(tail) && core.count > tail.count + 1 { core = String(core.dropLast(tail.count)) }
    for region in regions where core.hasPrefix(region) && core.count > region.count + 1 {
      core = String(core.dropFirst(region.count))
    }
    if core.hasPrefix("县"), core.count > 3 { core = String(core.dropFirst()) }
    for tail in ["人民政府", "政府"] where core.hasSuffix(tail) && core.count > tail.count + 1 {
      core = String(core.dropLast(tail.count))
    }
    if core.hasSuffix("街道办事处") { core = String(core.dropLast(3)) }
    core = core.replacing("和", with: "").replacing("与", with: "")
    return [text, core]
  }

  /// `景泰县人民政府` → 景泰县, 景泰; empty when the site's name is no government's.
  static func regions(of site: String) -> [String] {
    let name = NavigationWords.normalised(site)
    guard let end = name.firstIndex(where: { "县市区旗州".contains($0) }), name[..<end].count >= 2 else { return [] }
    return [String(name[...end]), String(name[..<end])]
  }

  private static func aliases(of name: String) -> [String] {
    var forms: [String] = []
    for (full, short) in shortNames where name.contains(full) { forms.append(name.replacing(full, with: short)) }
    for (full, short) in shortNames where name.hasSuffix(short) {
      forms.append(String(name.dropLast(short.count)) + full)
    }
    if name.hasSuffix("政府办公室") { forms += ["政府办公室", "人民政府办公室", "县政府办公室", "政府办", "县政府办"] }
    return forms
  }

  /// Common short names of departments. Where one is part of another the longer stands first.
  private static let shortNames = [
    ("发展和改革局", "发改局"), ("工业和信息化局", "工信局"), ("人力资源和社会保障局", "人社局"),
    ("住房和城乡建设局", "住建局"), ("交通运输局", "交通局"), ("文化体育广电和旅游局", "文旅局"),
    ("文化体育广电和旅游局", "文体广电和旅游局"), ("卫生健康局", "卫健局"), ("卫生健康局", "卫健委"),
    ("退役军人事务局", "退役军人局"), ("应急管理局", "应急局"), ("市场监督管理局", "市场监管局"),
    ("林业和草原局", "林草局"), ("医疗保障局", "医保局"), ("科学技术局", "科技局"), ("自然资源局", "资源局"),
    ("供销合作社联合社", "供销社"), ("供销合作联社", "供销社"), ("残疾人联合会", "残联"), ("管理委员会", "管委会"),
  ]
}
