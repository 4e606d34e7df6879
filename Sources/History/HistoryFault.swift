/// Why a history cannot be used; the message is for staff.
package enum HistoryFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Written by a later version of the program.
  case newer(path: String)
  /// The disk, the folder or the file refuses.
  case unusable(path: String, detail: String)
  /// Another run is under way.
  case locked(path: String, pid: Int32?)
  /// A stored text does not match its own fingerprint.
  case damagedText(url: String)
  case unknownRun(Int64)
  case unknownFinding(String)

  package var description: String {
    switch self {
    case .newer(let path): "历史库由更新版本的程序写成，请升级本程序后再运行：\(path)"
    case .unusable(let path, let detail): "历史库无法使用：\(path)（\(detail)）"
    case .locked(let path, let pid):
      "另一次读网正在进行\(pid.map { "（进程号\($0)）" } ?? "")，请待其结束后再运行：\(path)"
    case .damagedText(let url): "历史库中该页的正文已损坏：\(url)"
    case .unknownRun(let run): "历史库中没有编号为\(run)的读取"
    case .unknownFinding(let id): "台账中没有编号为\(id)的问题"
    }
  }
}

/// Something that happened to the history on opening and that staff must be told.
package enum HistoryNotice: Sendable, Hashable, CustomStringConvertible {
  /// A damaged file was renamed and a new one begun.
  case setAside(path: String, as: String, detail: String)
  /// The file of texts was damaged: pages are read anew and not compared.
  case textsSetAside(path: String, as: String, detail: String)

  package var description: String {
    switch self {
    case .setAside(let path, let name, let detail):
      "历史库已损坏，原文件改名保存为\(name)，现从新文件开始记录，本次读取按首次读取处理：\(path)（\(detail)）"
    case .textsSetAside(let path, let name, let detail):
      "历史正文库已损坏，原文件改名保存为\(name)，台账不受影响，本次读取不作正文比对：\(path)（\(detail)）"
    }
  }
}
