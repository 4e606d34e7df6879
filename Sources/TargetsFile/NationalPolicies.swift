import DuwangCore

/// The update classes of the national tables, with the tier that warns before each limit.
///
/// 国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》栏目不更新（动态、要闻2周，通知公告、政策文件6个月）；
/// 国办发〔2015〕15号《全国政府网站普查评分表》基本信息（人事、规划计划1年）。
package enum NationalPolicies {
  package static let all: [String: UpdatePolicy] = [
    "动态要闻": age(10, .days, 2, .weeks),
    "通知公告": age(5, .months, 6, .months),
    "政策文件": age(5, .months, 6, .months),
    "人事任免": age(10, .months, 1, .years),
    "规划计划": age(10, .months, 1, .years),
    "其他": age(10, .months, 1, .years),
    "咨询留言": .reply(within: Period(3, .months)),
    "静态": .never,
  ]

  /// The class of a column that names none: one called like its category, else 其他.
  static func forCategory(_ category: String, among policies: [String: UpdatePolicy]) -> String {
    policies[category] == nil ? "其他" : category
  }

  private static func age(_ warn: Int, _ warnUnit: Period.Unit, _ limit: Int, _ limitUnit: Period.Unit) -> UpdatePolicy
  {
    .age(warn: Period(warn, warnUnit), limit: Period(limit, limitUnit))
  }
}
