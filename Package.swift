// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// A module of the house. It may import only what is listed, and only what stands above it.
func module(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(_ name: String, imports: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: imports + ["TestSupport"], swiftSettings: strict)
}

/// The folder of what the program makes of its checklists at each start, to be built in; `make build` sets this.
let prepared: [CSetting] =
  Context.environment["MEMAUDIT_PREPARED"].map {
    [.unsafeFlags(["--embed-dir=\($0)"])]
  } ?? []

let package = Package(
  name: "memaudit",
  products: [.executable(name: "memaudit", targets: ["memaudit"])],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CChecklists", cSettings: prepared),
    .target(name: "CThreads"),
    module("SourceText"),
    module("Bytes"),
    module("Threads", imports: ["CThreads"]),
    module("YAML", imports: ["CYAML", "SourceText"]),
    module("JSON", imports: ["SourceText"]),
    module("Expressions", imports: ["SourceText", "Bytes"]),
    module("Architecture", imports: ["SourceText", "Bytes", "YAML", "JSON"]),
    module(
      "Analysis",
      imports: ["CChecklists", "SourceText", "Bytes", "YAML", "Architecture"]),
    module(
      "Auditing",
      imports: [
        "SourceText", "Bytes", "Threads", "YAML", "JSON", "Expressions", "Architecture", "Analysis",
      ]),
    module(
      "Reporting",
      imports: [
        "SourceText", "JSON", "Expressions", "Architecture", "Analysis", "Auditing",
      ]),
    module(
      "Drafting",
      imports: ["SourceText", "YAML", "Architecture", "Analysis", "Auditing", "Reporting"]),
    module(
      "Documentation",
      imports: [
        "SourceText", "YAML", "Expressions", "Architecture", "Analysis", "Auditing", "Reporting",
      ]),
    .executableTarget(
      name: "memaudit",
      dependencies: [
        "SourceText", "Threads", "YAML", "JSON", "Architecture", "Analysis", "Auditing",
        "Reporting", "Drafting",
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "memaudit-bench", dependencies: ["Expressions", "SourceText"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "ExpressionSamples", dependencies: ["Expressions", "SourceText"],
      path: "Tests/ExpressionSamples", swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ExpressionSamples", "SourceText", "YAML", "JSON", "Expressions", "Architecture",
        "Analysis", "Auditing", "Reporting",
      ],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    tests("SourceText", imports: ["SourceText"]),
    tests("YAML", imports: ["SourceText", "YAML"]),
    tests("JSON", imports: ["JSON"]),
    tests("Expressions", imports: ["SourceText", "Bytes", "Expressions", "ExpressionSamples"]),
    tests("Architecture", imports: ["SourceText", "YAML", "JSON", "Architecture"]),
    tests("Analysis", imports: ["SourceText", "Architecture", "Analysis"]),
    tests(
      "Reporting",
      imports: [
        "SourceText", "JSON", "Expressions", "Architecture", "Analysis", "Auditing", "Reporting",
      ]),
    tests(
      "Auditing",
      imports: [
        "SourceText", "Bytes", "Threads", "JSON", "Expressions", "Architecture", "Analysis",
        "Auditing",
      ]),
    tests("Threads", imports: ["Threads"]),
    tests(
      "Drafting",
      imports: ["SourceText", "Architecture", "Analysis", "Auditing", "Reporting", "Drafting"]),
    tests(
      "Documentation",
      imports: [
        "ExpressionSamples", "SourceText", "Expressions", "Architecture", "Analysis", "Auditing",
        "Documentation",
      ]),
    tests("Command", imports: ["memaudit", "SourceText", "JSON", "Reporting"]),
    tests("Fuzz", imports: ["FuzzTargets"]),
  ]
)

// Its `main` comes with the sanitizer, so nothing else can link it: `make fuzz` sets this.
if Context.environment["MEMAUDIT_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "memaudit-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzzer",
      swiftSettings: strict))
}
