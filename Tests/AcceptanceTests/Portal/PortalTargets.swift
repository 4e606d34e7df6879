/// The Targets.yaml that the office of 清河县 would write for its portal.
enum PortalTargets {
  static func yaml(_ address: String) -> String {
    """
    version: 1
    sites:
      - id: portal
        name: 清河县人民政府
        home: \(address)/
        code: "1305990001"
    fetch:
      timeout: 30s
      per_host: { connections: 6, rate: 300/s }
      retries: 1
      recheck_after: 1s
      allow_private_addresses: true
    scope: { exclude: ["/search"] }
    policies:
      半月: { warn: 10d, limit: 2w }
      月报: { warn: 35d, limit: 45d }
    units:
      - id: zf-office
        name: 清河县政府办公室
        kind: office
        columns:
          - { id: news, name: 清河要闻, url: "\(address)/qhyw/", category: 新闻发布, policy: 动态要闻, level: 1 }
          - { id: notice, name: 通知公告, url: "\(address)/tzgg/", category: 政府文件, policy: 通知公告, level: 1 }
          - { id: policy, name: 政策文件, url: "\(address)/zcwj/", category: 政府文件, policy: 政策文件, level: 1 }
          - { id: plan, name: 规划计划, url: "\(address)/ghjh/", category: 规划报告, policy: 人事任免 }
          - { id: personnel, name: 人事任免, url: "\(address)/rsrm/", category: 人事任免, policy: 人事任免 }
          - { id: letters, name: 县长信箱, url: "\(address)/xzxx/", category: 政民互动, policy: { reply_within: 3mo } }
          - { id: study, name: 主题教育, url: "\(address)/ztjy/", category: 其他, policy: 动态要闻,
              exempt: { reason: 已归档专题, until: 2030-01-01 } }
          - { id: census, name: 人口普查, url: "\(address)/rkpc/", category: 其他, policy: 动态要闻,
              exempt: { reason: 专题期满, until: 2021-01-01 } }
          - { id: wall, name: 重大项目, url: "\(address)/zdxm/", category: 实事项目, policy: 通知公告 }
          - { id: refused, name: 决策公开, url: "\(address)/jcgk/", category: 决策公开, policy: 通知公告 }
          - { id: shell, name: 新闻发布会, url: "\(address)/xwfbh/", category: 新闻发布, policy: 通知公告 }
          - { id: budget, name: 财政预决算, url: "\(address)/czyjs/", category: 重点领域信息公开, policy: 通知公告 }
          - { id: meeting, name: 政府会议, url: "\(address)/zfhy/", category: 政府会议, policy: 通知公告 }
          - { id: emergency, name: 突发公共事件, url: "\(address)/tfsj/", category: 突发公共事件, policy: 通知公告 }
          - { id: down, name: 规范性文件, url: "\(address)/gfxwj/", category: 规范性文件, policy: 通知公告 }
          - { id: opinion, name: 回应关切, category: 回应关切, policy: 通知公告 }
          - { id: lost, name: 民生实事, category: 实事项目, policy: 通知公告 }
          - { id: data, name: 数据发布, url: "\(address)/sjfb/", category: 其他, policy: 通知公告 }
          - { id: inspection, name: 督查检查, url: "\(address)/dcjc/", category: 督查检查, policy: 半月 }
          - { id: undated, name: 办事指南, url: "\(address)/bszn/", category: 其他, policy: 通知公告 }
          - { id: frame, name: 领导活动, url: "\(address)/ldhd/", category: 新闻发布, policy: 月报 }
          - { id: more, name: 重点领域, url: "\(address)/zdly/", category: 重点领域信息公开, policy: 月报 }
          - { id: once, name: 公告公示, url: "\(address)/gggs/", category: 政府文件, policy: 通知公告 }
          - { id: moved, name: 社会民生, url: "\(address)/shms/", category: 社会民生, policy: 通知公告 }
          - { id: duties, name: 机构职能, url: "\(address)/jgzn/", category: 政府机构, policy: 静态 }
          - { id: inner, name: 内部资料, url: "\(address)/neibu/", category: 其他, policy: 通知公告 }
      - id: xz-baishui
        name: 白水镇
        kind: township
        reader: 李四
        columns:
          - { id: gzdt, name: 工作动态, category: 新闻发布, policy: 动态要闻 }
          - { id: zcjd, name: 政策解读, category: 政策解读, policy: 通知公告 }
      - id: xz-longtan
        name: 龙潭乡
        kind: township
        home: \(address)/ltx/
        paths: ["/ltx/"]
        template: township
        vars: { folder: ltx }
        columns:
          - { id: zcjd, name: 政策解读, category: 政策解读, policy: 通知公告 }
      - id: dep-education
        name: 教育局
        kind: department
        home: \(address)/jyj/
        columns:
          - { id: gzdt, name: 工作动态, url: "\(address)/col/col1234/index.html", category: 新闻发布, policy: 动态要闻 }
          - { id: work, name: 调研工作, url: "\(address)/jyj/dygz/", category: 其他, policy: 动态要闻 }
      - id: dep-finance
        name: 财政局
        kind: department
        home: \(address)/czj/
        columns:
          - { id: fund, name: 财政资金, url: "\(address)/czj/czzj/index.html", category: 财政资金, policy: 通知公告 }
          - { id: notice, name: 公示公告, url: "\(address)/czj/gsgg/", category: 其他, policy: 动态要闻 }
    templates:
      township:
        - { id: gzdt, name: 工作动态, url: "\(address)/{folder}/gzdt/", category: 新闻发布, policy: 动态要闻 }

    """
  }
}
