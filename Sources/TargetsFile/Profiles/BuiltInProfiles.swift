import DuwangCore

/// The national tables that come with the program, as files of the same form as an office's own.
package enum BuiltInProfiles {
  package static let names = ["2019", "2015"]

  /// Nil for any other name.
  package static func profile(_ name: String) -> IndicatorProfile? {
    switch name {
    case "2019": read(PackageResources.profile_2019_yaml, "profile-2019.yaml")
    case "2015": read(PackageResources.profile_2015_yaml, "profile-2015.yaml")
    default: nil
    }
  }

  private static func read(_ bytes: [UInt8], _ file: String) -> IndicatorProfile? {
    try? ProfileFile.parse(yaml: String(decoding: bytes, as: UTF8.self), file: file)
  }
}
