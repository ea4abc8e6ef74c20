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

let package = Package(
  name: "memaudit",
  targets: [
    module("SourceText"),
    module("Expressions", imports: ["SourceText"]),
    .executableTarget(
      name: "memaudit-bench", dependencies: ["Expressions", "SourceText"], swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("SourceText", imports: ["SourceText"]),
    tests("Expressions", imports: ["Expressions", "SourceText"]),
  ]
)
