import DuwangCore

/// A few traditional characters in a simplified text, once a text. A text that is traditional throughout, and old
/// texts in quotation marks, are no fault.
struct TraditionalCharacters: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    var (spots, han, depth) = ([Int](), 0, 0)
    for index in passage.folded.indices {
      let code = passage.folded[index]
      guard code >= 0x2018 else { continue }
      if code == 0x201c || code == 0x300a { depth += 1 }
      if code == 0x201d || code == 0x300b { depth = max(0, depth - 1) }
      guard Passage.isHan(code) else { continue }
      han += 1
      if depth == 0, Self.simplified(code) != nil { spots.append(index) }
    }
    // In a title one may be a twentieth already; a text that is traditional has more than one in four.
    guard let first = spots.first, spots.count * (han < 60 ? 5 : 20) <= han else { return [] }
    let wrong = passage.text(first..<first + 1)
    let right = Self.simplified(passage.folded[first]).map { String(Character($0)) }
    return [
      passage.suspicion(
        .traditionalCharacter, first..<first + 1, .suspected, suggestion: right,
        message: "简体文本中出现繁体字“\(wrong)”，全文共\(spots.count)处。", rule: Self.rule)
    ]
  }

  private static let traditional =
    "國與會為關開門問間聞長東車馬鳥魚龍飛風雲電學習書寫讀說話語詞請記設計議論證識試該詳調課談認讓許訴訪評詢護變後來個們這時見現規視覽觀覺親產業務動勞勝勢勵區醫華葉萬種積穩競節範築簡籌糧紀約級納純紙紛組細終經結給絕統絲線維網緊總縣績織繼續"
    + "義聖聯職聽肅腦臨舊節莊蘇藝藥蘭處虛號術衛裝補製複見貝財貢貨販貧貫責貯費貼貿賀資賓賞賠賢質賬賴購贈贊趕軍軟輕載較輛輔輪輯輸轉轄辦農遠運過達違遙適遲遷選遺還邊鄉鄭鄰醬釋針鋼錄錢錯鎮鏡鐘鐵鑒隊階際隨險雖雙雜難電靈頁頂項順須預領頭題額顧顯飯飲館驗驚體點齊齡樹橋檢樓標樣機權歡歲歷歸殺決沒淚淺漢潔澤濟濱灣為無煩熱爐爭爾獎獨獲環畫當療發盡監盤礎確禮離"
  private static let plain =
    "国与会为关开门问间闻长东车马鸟鱼龙飞风云电学习书写读说话语词请记设计议论证识试该详调课谈认让许诉访评询护变后来个们这时见现规视览观觉亲产业务动劳胜势励区医华叶万种积稳竞节范筑简筹粮纪约级纳纯纸纷组细终经结给绝统丝线维网紧总县绩织继续"
    + "义圣联职听肃脑临旧节庄苏艺药兰处虚号术卫装补制复见贝财贡货贩贫贯责贮费贴贸贺资宾赏赔贤质账赖购赠赞赶军软轻载较辆辅轮辑输转辖办农远运过达违遥适迟迁选遗还边乡郑邻酱释针钢录钱错镇镜钟铁鉴队阶际随险虽双杂难电灵页顶项顺须预领头题额顾显饭饮馆验惊体点齐龄树桥检楼标样机权欢岁历归杀决没泪浅汉洁泽济滨湾为无烦热炉争尔奖独获环画当疗发尽监盘础确礼离"
  private static func simplified(_ code: UInt32) -> Unicode.Scalar? {
    let place = Int(code) - 0x4e00
    guard table.indices.contains(place), table[place] != 0 else { return nil }
    return Unicode.Scalar(table[place])
  }
  /// For each character from U+4E00 its simplified one, 0 for itself.
  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0xa000 - 0x4e00)
    for (code, right) in zip(traditional.codes, plain.codes) where code != right && table[Int(code) - 0x4e00] == 0 {
      table[Int(code) - 0x4e00] = UInt16(right)
    }
    return table
  }()
  private static let rule = "《国家通用语言文字法》第九条：国家机关以普通话和规范汉字为公务用语用字"
}
