import CCurl

/// Prepares easy handles; the callbacks find their `Transfer` through the user pointer.
enum EasyHandle {
  /// Sets every option of `transfer.request`. `transfer` must outlive the handle's use.
  static func configure(_ transfer: Transfer, caFile: String?) {
    let (easy, request) = (transfer.easy, transfer.request)
    let user = Unmanaged.passUnretained(transfer).toOpaque()
    func set(_ option: CURLoption, _ value: Int) { _ = duw_set_long(easy, option, value) }
    func set(_ option: CURLoption, _ value: String) { _ = duw_set_text(easy, option, value) }

    set(CURLOPT_URL, request.url)
    _ = duw_set_pointer(easy, CURLOPT_PRIVATE, user)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_NOSIGNAL, 1)
    // Without it, ending a transfer waits for its name lookup and holds up all others.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_ACCEPT_ENCODING, "")
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(CURLOPT_DNS_CACHE_TIMEOUT, 300)
    set(CURLOPT_USERAGENT, request.userAgent)
    set(CURLOPT_BUFFERSIZE, 65536)
    set(CURLOPT_PROXY, request.proxy ?? "")
    set(CURLOPT_NOPROXY, "")
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.openTimeout))
    set(CURLOPT_TIMEOUT_MS, milliseconds(request.totalTimeout))
    set(CURLOPT_LOW_SPEED_LIMIT, 16)
    set(CURLOPT_LOW_SPEED_TIME, max(1, request.stallTimeout))
    set(CURLOPT_CERTINFO, 1)
    set(CURLOPT_SSL_VERIFYPEER, request.verifiesCertificate ? 1 : 0)
    set(CURLOPT_SSL_VERIFYHOST, request.verifiesCertificate ? 2 : 0)
    if request.overIPv6 { set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_V6)) }
    if let caFile { set(CURLOPT_CAINFO, caFile) }
    switch request.body {
    case .whole(let max): _ = duw_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max))
    case .prefix: break
    case .connectionOnly: set(CURLOPT_CONNECT_ONLY, 1)
    }
    setCallbacks(easy, user)
    setPost(transfer)
    setHeaders(transfer)
  }

  private static func milliseconds(_ seconds: Double) -> Int { max(1, Int(min(seconds, 1e6) * 1000)) }

  private static func setCallbacks(_ easy: UnsafeMutableRawPointer, _ user: UnsafeMutableRawPointer) {
    _ = duw_set_data_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, user in
      guard let bytes, let user else { return 0 }
      return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
        .receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    _ = duw_set_data_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, user in
      guard let bytes, let user else { return 0 }
      return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
        .receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    _ = duw_set_opensocket(easy) { user, _, address in
      guard let user, let address else { return -1 }
      return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue().openSocket(address)
    }
    for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA] {
      _ = duw_set_pointer(easy, option, user)
    }
  }

  private static func setPost(_ transfer: Transfer) {
    guard let body = transfer.request.post else { return }
    _ = duw_set_long(transfer.easy, CURLOPT_POST, 1)
    _ = duw_set_offset(transfer.easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
    body.withUnsafeBytes { bytes in
      _ = duw_set_pointer(transfer.easy, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
  }

  private static func setHeaders(_ transfer: Transfer) {
    var list: UnsafeMutablePointer<curl_slist>?
    // An empty Expect keeps libcurl from waiting a second for "100 Continue".
    let expect = transfer.request.post == nil ? [] : [CurlRequest.Header("Expect", "")]
    for header in transfer.request.headers + expect where isSafe(header) {
      let longer = curl_slist_append(list, "\(header.name):\(header.value.isEmpty ? "" : " " + header.value)")
      guard let longer else { break }
      list = longer
    }
    guard let list else { return }
    transfer.keep(list)
    _ = duw_set_list(transfer.easy, CURLOPT_HTTPHEADER, list)
  }

  /// A line break would let a value add headers of its own.
  private static func isSafe(_ header: CurlRequest.Header) -> Bool {
    !(header.name + header.value).utf8.contains { $0 == 0x0a || $0 == 0x0d || $0 == 0 }
  }
}
