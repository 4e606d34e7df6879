import CurlClient
import Testing

/// Which addresses lead out to the public Internet.
@Suite struct AddressGuardTests {
  @Test(arguments: [
    "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.127.255.255", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[fd12::1]",
    "[ff02::1]", "[fec0::1]", "[::ffff:10.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::10.0.0.1]",
    "[2002:7f00:1::]", "[fe80::1%eth0]", "localhost", "a.localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1",
  ])
  func isPrivate(host: String) { #expect(AddressGuard.isPrivateLiteral(host)) }

  @Test(arguments: [
    "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "169.253.1.1", "192.167.1.1", "223.5.5.5",
    "[2400:3200::1]", "[::ffff:8.8.8.8]", "[64:ff9b::8.8.8.8]", "[2002:808:808::]", "www.gov.cn", "10.example.cn",
  ])
  func isPublic(host: String) { #expect(!AddressGuard.isPrivateLiteral(host)) }
}
