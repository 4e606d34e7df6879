import DuwangCore

/// Lists that are not in the page's own HTML: what the page holds instead, and the further answers.
struct DemoScripts: Sendable {
  let day: Int
  private var lists: DemoLists { DemoLists(day: day) }

  static let unitPath = "/api-gateway/jpaas-publish-server/front/page/build/unit"
  static let postPath = "/EWB-FRONT/rest/lightfrontaction/getgovinfolist"

  /// JPAAS: the page names a unit, the unit answers JSON that carries an HTML fragment.
  func unitShell(_ column: DemoColumn) -> String {
    """
    <div class="list-unit" id="\(column.id)"><script type="text/javascript" src="/static/AuthorizedRead/unitbuild.js" \
    url="\(DemoScripts.unitPath)" queryData="{'parseType':'bulidstatic','webId':'8a9d','tplSetId':'3fc1',\
    'pageType':'column','tagId':'信息列表','editType':'null','pageId':'\(column.key)'}"></script></div>
    """
  }

  func unitAnswer(_ items: [DemoItem]) -> DemoAnswer {
    let rows = items.map { "<li>\(lists.link($0))<span>\($0.date)</span></li>" }.joined()
    let html = "<ul class=\"list\">\(rows)</ul><div class=\"pagination\" rows=\"15\" count=\"\(items.count)\"></div>"
    let json = "{\"success\":true,\"code\":\"200\",\"message\":null,\"data\":{\"html\":\(quoted(html))}}"
    return .text(json, "application/json; charset=utf-8")
  }

  /// jcms: records inside a script island of the page.
  func island(_ column: DemoColumn, _ items: [DemoItem]) -> String {
    let records = items.map {
      """
      <record><![CDATA[<li><a href="\($0.path)" title="\($0.title)" target="_blank">\($0.title)</a>\
      <span>\($0.date)</span></li>]]></record>
      """
    }
    let number = 1000 + Int(StableHash.of(column.key) % 9000)
    return """
      <div class="default_pgContainer" id="\(number)"><script type="text/xml"><datastore>
      <nextgroup><![CDATA[]]></nextgroup>
      <recordset>
      \(records.joined(separator: "\n"))
      </recordset>
      <totalrecord>\(items.count)</totalrecord><totalpage>1</totalpage></datastore></script></div>
      <script src="/static/jpage.js"></script>
      """
  }

  /// Epoint: the page posts JSON for its list.
  func postShell(_ column: DemoColumn) -> String {
    """
    <ul class="list" id="infolist"></ul>
    <script src="/EWB-FRONT/js/webBuilderCommon.js"></script>
    <script>
    var siteInfo={"projectName":"/EWB-FRONT","siteGuid":"7eb5f7f1-9041-43ad-8e13-8fcb82ea831a"};
    $.ajax({type:"post",dataType:"json",contentType:"application/json;charset=utf-8",
      url:siteInfo.projectName+"/rest/lightfrontaction/getgovinfolist",
      data:JSON.stringify({"deptcode":"swj","categorynum":"\(column.key)","siteGuid":siteInfo.siteGuid,\
    "pageIndex":0,"pageSize":15})});
    </script>
    """
  }

  func postAnswer(_ items: [DemoItem]) -> DemoAnswer {
    let rows = items.map {
      "{\"title\":\(quoted($0.title)),\"infourl\":\(quoted($0.path)),\"infodate\":\"\($0.date)\"}"
    }
    let json = "{\"custom\":{\"code\":1,\"count\":\(items.count),\"data\":[\(rows.joined(separator: ","))]}}"
    return .text(json, "application/json; charset=utf-8")
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
