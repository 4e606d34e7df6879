import DuwangCore
import Foundation
import Yams

/// `notify` is checked in full, so that a file written today stays valid when it takes effect.
extension TargetsReader {
  private static let kinds = ["daily", "weekly", "monthly", "yearly"]

  func readNotify(_ root: Fields) {
    guard let fields = section(root, "notify", "“notify”", ["smtp", "webhooks"]) else { return }
    if let smtp = section(fields, "smtp", "“smtp”", ["url", "from", "to", "password_env"]) { readSMTP(smtp) }
    for node in fields.list("webhooks") {
      guard let hook = self.fields(node, "“webhooks”的条目", ["url_env", "on"]) else { continue }
      if !hook.has("url_env") { hook.missing("url_env", "请写存放推送地址的环境变量名") }
      _ = hook.variable("url_env")
      for kind in hook.texts("on") { check(kind) }
    }
  }

  private func readSMTP(_ smtp: Fields) {
    if let url = smtp.required("url", "请写邮件服务器，如smtps://mail.example.gov.cn") {
      let parts = URLComponents(string: url.text)
      if !["smtp", "smtps"].contains(parts?.scheme ?? "") || (parts?.host ?? "").isEmpty {
        smtp.error("url", "“url: \(url.text)”应以smtp://或smtps://开头并写明主机，如smtps://mail.example.gov.cn。")
      } else if url.text.contains("@") {
        smtp.error("url", "邮件服务器地址中不得写用户名和密码，密码请用password_env写环境变量名。")
      }
    }
    checkMail(smtp.required("from", "请写发件邮箱"))
    _ = smtp.variable("password_env")
    for (kind, node) in smtp.entries("to", renamed: renamed) {
      check(kind)
      guard let list = node.sequence else {
        diagnostics.error(node, "收件人应为列表，如weekly: [\"a@example.gov.cn\"]。")
        continue
      }
      for mail in list { checkMail(Located(text: mail.scalar?.string ?? "", mark: mail.mark)) }
    }
  }

  private func check(_ kind: Located) {
    guard !TargetsReader.kinds.contains(kind.text) else { return }
    diagnostics.error(kind.mark, "“\(kind.text)”不是报告种类，可选：\(TargetsReader.kinds.joined(separator: "、"))。")
  }

  private func checkMail(_ mail: Located?) {
    guard let mail, mail.text.wholeMatch(of: /[^@\s]+@[^@\s]+/) == nil else { return }
    diagnostics.error(mail.mark, "“\(mail.text)”不是邮箱地址。")
  }
}
