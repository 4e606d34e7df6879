// swift-tools-version: 6.1
import PackageDescription

/// Every target is compiled in the Swift 6 language mode; boxes of the spine import `DuwangCore` and libraries only.
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

func box(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: settings)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let webServer: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")

let package = Package(
  name: "duwang",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "duwang", targets: ["duwang"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // C doors: a module map and a shim.h each, nothing else.
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    // Language models as bytes in the executable; data.S names the files.
    .target(
      name: "CLanguageData", exclude: ["official.model", "confusions.table"], cSettings: [.headerSearchPath(".")]),

    // Libraries of our own.
    box("CurlClient", ["DuwangCore", "CCurl"]),
    .target(
      name: "HTMLTree", dependencies: ["CLibXML2"],
      swiftSettings: settings + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]),
    box("Tables", ["DuwangCore", "HTMLTree", "CZip", "CXlsxWriter"]),
    box(
      "Proofreading", ["DuwangCore", "CLanguageData", yams],
      resources: [
        .embedInCode("Resources/channel.tsv"), .embedInCode("Resources/pairs.tsv"),
        .embedInCode("Resources/severe.tsv"),
      ]),

    box("Documents", ["HTMLTree", "CZip"]),

    // The spine, in the order the data flows.
    box("DuwangCore"),
    box(
      "TargetsFile", ["DuwangCore", "Tables", "Proofreading", yams],
      resources: [.embedInCode("Profiles/profile-2019.yaml"), .embedInCode("Profiles/profile-2015.yaml")]),
    box("Planning", ["DuwangCore"]),
    box("Fetching", ["DuwangCore", "CurlClient"]),
    box("Extraction", ["DuwangCore", "HTMLTree", "CUchardet"]),
    box("Rendering", ["DuwangCore"]),
    box("Checks", ["DuwangCore", "Proofreading"]),
    box("History", ["DuwangCore"], resources: [.embedInCode("Holidays.tsv")]),
    box("HistorySQLite", ["DuwangCore", "History", "CZstd", "CCrypto", grdb]),
    box("DecisionFiles", ["DuwangCore", "Tables"]),
    box("ReadChecks", ["DuwangCore"]),
    box("Reporting", ["DuwangCore", "Tables", mustache], resources: [.embedInCode("Templates")]),
    box(
      "Pipeline",
      [
        "DuwangCore", "Planning", "Fetching", "Extraction", "Rendering", "Proofreading", "Documents", "Checks",
        "History",
        "DecisionFiles", "ReadChecks", "Reporting",
      ]),
    box("DemoPortal", ["DuwangCore", webServer]),
    .executableTarget(
      name: "duwang",
      dependencies: [
        "DuwangCore", "TargetsFile", "Proofreading", "Reporting", "History", "HistorySQLite", "DecisionFiles", "Tables",
        "Pipeline", "DemoPortal", arguments,
      ], swiftSettings: settings),

    // Measures; no part of the product.
    .executableTarget(name: "BareLoop", dependencies: ["CCurl", "CLibXML2"], path: "Benchmarks/BareLoop"),
    .executableTarget(
      name: "ExtractionBenchmark", dependencies: ["DuwangCore", "Extraction", "CLibXML2"],
      path: "Benchmarks/ExtractionBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "ProofreadingBenchmark", dependencies: ["DuwangCore", "Proofreading"],
      path: "Benchmarks/ProofreadingBenchmark", exclude: ["judged.tsv"], swiftSettings: settings),

    // Made by `make fuzz`, which gives it the fuzzer's main.
    .executableTarget(
      name: "ExtractionFuzzer", dependencies: ["DuwangCore", "Extraction"], path: "Benchmarks/ExtractionFuzzer",
      swiftSettings: settings),
    .executableTarget(
      name: "HistoryBenchmark", dependencies: ["DuwangCore", "Extraction", "History", "HistorySQLite"],
      path: "Benchmarks/HistoryBenchmark", swiftSettings: settings),

    // Tests.
    .target(name: "TestSupport", dependencies: ["DuwangCore"], path: "Tests/TestSupport", swiftSettings: settings),
    tests("DuwangCoreTests", ["DuwangCore"]),
    tests("CurlClientTests", ["CurlClient"]),
    tests("FetchingTests", ["DuwangCore", "Fetching", "CurlClient"]),
    tests("HTMLTreeTests", ["HTMLTree", "Extraction"]),
    tests(
      "ExtractionTests", ["DuwangCore", "Extraction"],
      exclude: ["Accuracy/figures.json", "LABELS.md", "Pages", "labels-articles.jsonl", "labels-lists.jsonl"]),
    tests("TargetsFileTests", ["DuwangCore", "TargetsFile", "CZip"]),
    tests("PlanningTests", ["DuwangCore", "Planning"]),
    tests("DocumentsTests", ["Documents"], exclude: ["Files"]),
    tests("ProofreadingTests", ["DuwangCore", "Proofreading"], exclude: ["Cases"]),
    tests("ChecksTests", ["DuwangCore", "Checks"]),
    tests("HistoryTests", ["DuwangCore", "Extraction", "History", "HistorySQLite"]),
    tests("TablesTests", ["Tables"]),
    tests("DecisionFilesTests", ["DuwangCore", "DecisionFiles", "Tables", "Reporting"], exclude: ["edit.py"]),
    tests("ReadChecksTests", ["DuwangCore", "ReadChecks", "TargetsFile"]),
    tests("ReportingTests", ["DuwangCore", "Reporting"]),
    tests(
      "DemoPortalTests",
      ["DuwangCore", "DemoPortal", "Pipeline", "History", "Reporting", "TargetsFile"]),
    tests("AcceptanceTests", ["duwang", webServer, grdb]),
    tests(
      "PipelineTests",
      [
        "DuwangCore", "Checks", "CurlClient", "Fetching", "Pipeline", "HistorySQLite", "History", "Reporting",
        "TargetsFile", webServer,
      ],
      exclude: ["Cases"]),
  ]
)
