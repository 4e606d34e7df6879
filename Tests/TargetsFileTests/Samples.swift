import DuwangCore
import Testing

@testable import TargetsFile

/// Files for the tests of this folder.
enum Sample {
  static let site = """
    version: 1
    sites:
      - id: portal
        name: 景泰县人民政府
        home: http://www.example.gov.cn/

    """

  /// The documented file, with addresses where the page of the interface has an ellipsis.
  static let documented = """
    version: 1
    sites:
      - id: portal
        name: 景泰县人民政府
        home: http://www.example.gov.cn/
        code: "6204230001"
        hosts: [www.example.gov.cn]
        probes: [{ name: 办事系统, url: "http://bs.example.gov.cn/" }]
    probe: { control: [] }
    fetch:
      timeout: 15s
      per_host: { connections: 4, rate: 8/s }
      total_connections: 64
      retries: 2
      recheck_after: 30s
      user_agent: "duwang/1.0 (+mailto:xxgk@example.gov.cn)"
      proxy_env: HTTPS_PROXY
      headers_env: { X-Reader: DUWANG_HEADER }
      max_body: 20MB
      robots: obey
      allow_private_addresses: false
      render: never
    scope: { max_pages: 20000, max_depth: 12, exclude: ["/search", "*.mp4"] }
    policies:
      动态要闻: { warn: 10d, limit: 2w }
      通知公告: { warn: 5mo, limit: 6mo }
      静态: never
    units:
      - id: zf-office
        name: 政府办公室
        kind: office
        home: http://www.example.gov.cn/bgs/
        paths: ["/bgs/"]
        reader: 张三
        contact: { phone: "0943-0000000", email: "a@example.gov.cn" }
        columns:
          - { id: news, name: 景泰要闻, url: "http://www.example.gov.cn/jtyw/", category: 新闻发布, policy: 动态要闻, level: 1 }
          - { id: mail, name: 县长信箱, url: "http://www.example.gov.cn/xzxx/", category: 政民互动, policy: { reply_within: 3mo } }
          - { id: old, name: 两学一做, url: "http://www.example.gov.cn/lxyz/", category: 其他, exempt: { reason: 已归档专题, until: 2030-01-01 } }
      - id: xz-yitiaoshan
        name: 一条山镇
        kind: township
        template: township
        vars: { channel: "1234" }
    templates:
      township:
        - { id: zcjd, name: 政策解读, url: "http://www.example.gov.cn/{channel}/zcjd/", category: 政策解读, policy: 通知公告 }
    content: { since: 1y, noisy_channel: on, dictionaries: [Dictionaries/local.tsv], units: Dictionaries/units.tsv, ignore: [{ kind: typo, text: "黄河石林" }, { url: "*/old/*" }] }
    notify: { smtp: { url: "smtps://mail.example.gov.cn", from: "a@example.gov.cn", to: { weekly: ["b@example.gov.cn"] }, password_env: DUWANG_SMTP_PASSWORD }, webhooks: [{ url_env: DUWANG_WEBHOOK, on: [daily, weekly] }] }
    """

  static func load(_ yaml: String) throws -> Targets {
    try TargetsFile.parse(yaml: yaml, file: "Targets.yaml").targets
  }

  /// `LINE:COLUMN: message` of every problem; empty for a valid file.
  static func problems(_ yaml: String) -> [String] {
    do {
      _ = try TargetsFile.parse(yaml: yaml, file: "Targets.yaml")
      return []
    } catch {
      return error.problems.map { "\($0.line):\($0.column): \($0.message)" }
    }
  }

  /// Whether there is one problem, it stands where `▸` marks the file and says `words`.
  static func only(_ words: String, in marked: String) -> Bool {
    let before = marked.prefix { $0 != "▸" }
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let problems = problems(marked.replacing("▸", with: ""))
    return problems.count == 1 && problems[0].hasPrefix("\(line):\(column):") && problems[0].contains(words)
  }
}
