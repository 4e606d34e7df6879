# awk -v root=DIR -v pages=5000 -f site.awk: a portal of that many pages of about 46 KB with 84 links each, written below
# DIR. A footer link on every page is dead, and 25 links in articles are.
BEGIN {
  columns = 50
  articles = pages - columns - 1
  split("乡村道路养护|农田灌溉设施|中小学校舍|基层卫生院|农村饮水安全|老旧小区改造|森林防火巡查|食品安全抽检|冬春培训课程|文化惠民演出|公共就业服务|养老服务站点", topics, "|")
  split("上沙窝|漫水滩|中泉|正路|寺滩|喜泉|草窝滩|红水|芦阳|五佛|一条山", towns, "|")
  split("组织人员逐户走访|对照清单逐项核实|召开现场会安排部署|建立台账并明确责任人|邀请技术人员到场指导|在公示栏公布进展情况", deeds, "|")
  system("mkdir -p " root "/col " root "/art")
  write(root "/index.html", "首页", links(1, 50, "col"), 0)
  for (c = 1; c <= columns; c++) write(root "/col/" c ".html", "第" c "栏目", rows(c), 0)
  for (a = 1; a <= articles; a++) write(root "/art/" a ".html", topics[a % 12 + 1] "工作进展（" a "）", "", a)
}
function links(from, to, folder,   i, out) {
  for (i = from; i <= to; i++) out = out "<li><a href=\"/" folder "/" i ".html\" title=\"第" i "项\">第" i "项内容</a></li>\n"
  return out
}
function rows(c,   i, a, out) {
  for (i = 0; i * columns + c <= articles; i++) {
    a = i * columns + c
    out = out "<li><span>2018-" sprintf("%02d-%02d", a % 12 + 1, a % 28 + 1) "</span><a href=\"/art/" a ".html\">" topics[a % 12 + 1] "工作进展（" a "）</a></li>\n"
  }
  return out
}
function text(a,   i, n, out) {
  for (i = 1; i <= 110; i++) {
    n = a * 131 + i * 17
    out = out "<p style=\"text-indent:2em;line-height:1.75\"><span style=\"font-size:16px;font-family:仿宋\">" towns[n % 11 + 1] "镇在" topics[(n + i) % 12 + 1] "工作中，" deeds[n % 6 + 1] "，涉及农户" (n % 900 + 20) "户，完成进度的百分之" (n % 80 + 10) "，其余部分列入下一阶段安排，由驻村工作队继续跟进。</span></p>\n"
  }
  return out
}
function write(file, title, list, a,   i, near) {
  near = ""
  for (i = 1; i <= 30 && a; i++) near = near "<li><a href=\"/art/" ((a + i * 37) % articles + 1) ".html\">相关内容之" i "</a></li>\n"
  if (a && a <= 25) near = near "<li><a href=\"/dead/" a ".html\">办事指南</a></li>\n"
  print "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" title "-某县人民政府</title>" \
    "<meta name=\"SiteName\" content=\"某县人民政府\"><meta name=\"ColumnName\" content=\"工作动态\"></head>\n<body>\n<div class=\"nav\"><ul>" \
    "<li><a href=\"/\">首页</a></li>\n" links(1, 50, "col") "</ul></div>\n<div class=\"position\">当前位置：<a href=\"/\">首页</a></div>\n" \
    (a ? "<div class=\"article\"><h1>" title "</h1><div class=\"info\">发布时间：2018-" sprintf("%02d-%02d", a % 12 + 1, a % 28 + 1) \
      " 来源：某县政府办公室</div>\n<div id=\"zoom\" class=\"content\">" text(a) "</div></div>\n<div class=\"near\"><ul>" near "</ul></div>" \
      : "<div class=\"list\"><ul>" list "</ul></div>") \
    "\n<div class=\"footer\"><a href=\"/wza/index.html\">无障碍浏览</a> 主办：某县人民政府办公室</div>\n</body></html>" > file
  close(file)
}
