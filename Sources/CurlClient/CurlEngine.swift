import CCurl
import DuwangCore
import Glibc

/// The one thread that owns the multi handle and every easy handle. Others append a command and wake it up; it alone
/// resumes continuations, each exactly once.
final class CurlEngine: Sendable {
  private enum Command: Sendable {
    case add(id: UInt64, CurlRequest, CheckedContinuation<CurlAnswer, Never>)
    case cancel(UInt64)
    case stop
  }
  private struct State: Sendable {
    var inbox: [Command] = []
    var nextID: UInt64 = 1
    /// Cancelled before the continuation existed, or while it runs; only `perform` forgets an id.
    var cancelled: Set<UInt64> = []
    var isClosed = false
  }
  private struct Multi: @unchecked Sendable {
    // `@unchecked`: other threads use it for `curl_multi_wakeup` alone, under the lock that also guards its end.
    let handle: UnsafeMutableRawPointer
  }

  private static let isReady: Bool = {
    // libidn2 reads names in the locale's charset.
    setlocale(LC_CTYPE, "C.UTF-8")
    return curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
  }()

  private let state = Locked(State())
  private let multi: Multi
  private let caFile: String?
  private static let keptHandles = 64

  /// Nil when libcurl or the system gives no handle or no thread.
  init?(maxConnections: Int, maxPerHost: Int, caFile: String?) {
    self.caFile = caFile
    guard CurlEngine.isReady, let handle = curl_multi_init() else { return nil }
    multi = Multi(handle: handle)
    _ = duw_multi_set_long(handle, CURLMOPT_MAX_TOTAL_CONNECTIONS, maxConnections)
    _ = duw_multi_set_long(handle, CURLMOPT_MAX_HOST_CONNECTIONS, maxPerHost)
    _ = duw_multi_set_long(handle, CURLMOPT_MAXCONNECTS, maxConnections)
    let me = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let made = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<CurlEngine>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, me.toOpaque())
    guard made == 0 else {
      me.release()
      curl_multi_cleanup(handle)
      return nil
    }
    pthread_detach(thread)
  }

  func perform(_ request: CurlRequest) async -> CurlAnswer {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    defer { state.withLock { state in _ = state.cancelled.remove(id) } }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let refusal: CurlFailure? = state.withLock { state in
          if state.isClosed { return .closed }
          if state.cancelled.contains(id) { return .cancelled }
          state.inbox.append(.add(id: id, request, continuation))
          curl_multi_wakeup(multi.handle)
          return nil
        }
        if let refusal {
          var answer = CurlAnswer()
          answer.failure = refusal
          continuation.resume(returning: answer)
        }
      }
    } onCancel: {
      state.withLock { state in _ = state.cancelled.insert(id) }
      post(.cancel(id))
    }
  }

  func stop() { post(.stop) }

  private func post(_ command: Command) {
    state.withLock { state in
      guard !state.isClosed else { return }
      state.inbox.append(command)
      curl_multi_wakeup(multi.handle)
    }
  }

  // MARK: The thread

  private func run() {
    var live: [UInt64: Transfer] = [:]
    var idle: [UnsafeMutableRawPointer] = []
    while true {
      let commands = state.withLock { state in
        let commands = state.inbox
        state.inbox.removeAll(keepingCapacity: true)
        return commands
      }
      var isLast = false
      for command in commands {
        switch command {
        case .add(let id, let request, let continuation): add(id, request, continuation, &live, &idle)
        case .cancel(let id): if let transfer = live[id] { finish(transfer, &live, &idle) { $0.end(.cancelled) } }
        case .stop: isLast = true
        }
      }
      if isLast { return stopNow(&live, &idle) }
      var running: Int32 = 0
      curl_multi_perform(multi.handle, &running)
      let hasFinished = collectFinished(&live, &idle)
      let wait = endOverdue(&live, &idle)
      if !hasFinished { curl_multi_poll(multi.handle, nil, 0, wait, nil) }
    }
  }

  private func add(
    _ id: UInt64, _ request: CurlRequest, _ continuation: CheckedContinuation<CurlAnswer, Never>,
    _ live: inout [UInt64: Transfer], _ idle: inout [UnsafeMutableRawPointer]
  ) {
    guard let easy = idle.popLast() ?? curl_easy_init() else {
      var answer = CurlAnswer()
      answer.failure = .transfer(code: Int(CURLE_OUT_OF_MEMORY.rawValue), osError: ENOMEM, message: "no easy handle")
      return continuation.resume(returning: answer)
    }
    let transfer = Transfer(id: id, request: request, continuation: continuation, easy: easy)
    live[id] = transfer
    EasyHandle.configure(transfer, caFile: caFile)
    let code = curl_multi_add_handle(multi.handle, easy)
    if code != CURLM_OK {
      let message = String(cString: curl_multi_strerror(code))
      finish(transfer, &live, &idle) { $0.end(.transfer(code: 2, osError: 0, message: message)) }
    }
  }

  private func collectFinished(_ live: inout [UInt64: Transfer], _ idle: inout [UnsafeMutableRawPointer]) -> Bool {
    var (left, any): (Int32, Bool) = (0, false)
    while let message = curl_multi_info_read(multi.handle, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      let code = duw_message_result(message)
      var user: UnsafePointer<CChar>?
      guard duw_get_text(easy, CURLINFO_PRIVATE, &user) == CURLE_OK, let user else { continue }
      let transfer = Unmanaged<Transfer>.fromOpaque(UnsafeRawPointer(user)).takeUnretainedValue()
      finish(transfer, &live, &idle) { $0.complete(code) }
      any = true
    }
    return any
  }

  /// Ends transfers whose first byte is overdue. Returns milliseconds until the next one may be.
  private func endOverdue(_ live: inout [UInt64: Transfer], _ idle: inout [UnsafeMutableRawPointer]) -> Int32 {
    let now = Transfer.now()
    var wait = 1.0
    for transfer in Array(live.values) {
      guard let left = transfer.openTimeLeft(at: now) else { continue }
      if left <= 0 {
        finish(transfer, &live, &idle) { $0.end(.timedOut($0.timedOut)) }
      } else {
        wait = min(wait, left)
      }
    }
    return Int32(wait * 1000) + 1
  }

  /// The only way out of `live`: the handle leaves the multi handle, the continuation is resumed.
  private func finish(
    _ transfer: Transfer, _ live: inout [UInt64: Transfer], _ idle: inout [UnsafeMutableRawPointer],
    _ fill: (Transfer) -> Void
  ) {
    guard live.removeValue(forKey: transfer.id) != nil else { return }
    fill(transfer)
    curl_multi_remove_handle(multi.handle, transfer.easy)
    if idle.count < CurlEngine.keptHandles {
      curl_easy_reset(transfer.easy)
      idle.append(transfer.easy)
    } else {
      curl_easy_cleanup(transfer.easy)
    }
    transfer.continuation.resume(returning: transfer.answer)
  }

  private func stopNow(_ live: inout [UInt64: Transfer], _ idle: inout [UnsafeMutableRawPointer]) {
    let late = state.withLock { state in
      state.isClosed = true
      let late = state.inbox
      state.inbox = []
      return late
    }
    var closed = CurlAnswer()
    closed.failure = .closed
    for case .add(_, _, let continuation) in late { continuation.resume(returning: closed) }
    for transfer in Array(live.values) { finish(transfer, &live, &idle) { $0.end(.closed) } }
    for easy in idle { curl_easy_cleanup(easy) }
    curl_multi_cleanup(multi.handle)
  }
}
