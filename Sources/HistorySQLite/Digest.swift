import CCrypto

/// SHA-256 of bytes: names a stored text by its content.
package enum Digest {
  /// 32 bytes. Nil only when libcrypto refuses, which it does when memory is out.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    return EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1 ? digest : nil
  }
}
