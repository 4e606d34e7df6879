import DuwangCore

/// Category and update class of a column by its name, as far as a name tells.
enum ColumnCatalogue {
  struct Entry: Equatable {
    var category: String
    var policy: String
  }

  /// The first rule with a word in the name decides.
  static func entry(for name: String) -> Entry {
    for (words, category, policy) in rules where words.contains(where: { name.contains($0) }) {
      return Entry(category: category, policy: policy)
    }
    return Entry(category: "其他", policy: "其他")
  }

  private static let rules: [([String], String, String)] = [
    (["信箱", "留言", "咨询", "投诉", "诉求", "来信", "问政"], "政民互动", "咨询留言"),
    (["要闻", "动态", "快讯", "新闻", "时政"], "新闻发布", "动态要闻"),
    (["政策解读", "解读"], "政策解读", "政策文件"),
    (["规范性文件"], "规范性文件", "政策文件"),
    (["通知", "公告", "公示", "通告"], "政府文件", "通知公告"),
    (["人事", "任免", "招考", "招聘"], "人事任免", "人事任免"),
    (["预算", "决算", "财政", "资金", "收费", "采购"], "财政资金", "其他"),
    (["规划", "计划", "工作报告", "年报", "年度报告"], "规划报告", "规划计划"),
    (["领导", "县长之窗", "负责人"], "领导介绍", "静态"),
    (["机构", "职能", "职责", "内设", "概况", "简介", "历史", "指南", "制度", "区划", "办公地址"], "政府机构", "静态"),
    (["会议"], "政府会议", "政策文件"), (["督查", "检查", "审计", "处罚", "执法"], "督查检查", "政策文件"),
    (["决策", "征求意见", "征集", "听证"], "决策公开", "政策文件"), (["回应"], "回应关切", "政策文件"),
    (["应急", "突发", "预案", "预警"], "突发公共事件", "其他"), (["实事", "项目"], "实事项目", "其他"),
    (["民生", "就业", "社保", "救助", "养老"], "社会民生", "政策文件"),
    (["文件", "政策", "法规", "规章", "法律"], "政府文件", "政策文件"),
    (["重点领域", "环境", "安全", "教育", "医疗", "卫生", "扶贫", "脱贫", "征地", "保障房", "食品", "药品"], "重点领域信息公开", "政策文件"),
  ]
}
