import Foundation
import TestSupport
import Testing

/// What the manifest lists for a target is what the target imports: no more, so that it tells what stands on what, and no
/// less.
@Suite struct ManifestTests {
  @Test func targetsImportWhatTheyList() throws {
    let listed = try Self.listed()
    #expect(listed.count > 20)
    let names = Set(listed.keys).union(["CYAML", "CChecklists", "CThreads"])
    for (target, folder) in try Self.folders() {
      let imports = try Self.imports(in: folder).intersection(names)
      let list = try #require(listed[target], "\(target) is not in the manifest")
      #expect(imports.subtracting(list) == [], "\(target) imports what it does not list")
      #expect(list.subtracting(imports) == [], "\(target) lists what it does not import")
    }
  }

  /// The names that the manifest lists for each target that it makes by its own functions or by name.
  private static func listed() throws -> [String: Set<String>] {
    let text = String(decoding: try TestFiles.read("Package.swift"), as: UTF8.self)
    var listed: [String: Set<String>] = [:]
    for match in text.matches(of: /(module|tests)\(\s*"(\w+)"(?:,\s*imports:\s*\[([^\]]*)\])?/) {
      let isTests = match.output.1 == "tests"
      listed[match.output.2 + (isTests ? "Tests" : "")] = names(in: match.output.3)
    }
    for match in text.matches(of: /name: "([\w-]+)",\s*dependencies: \[([^\]]*)\]/) {
      listed[String(match.output.1)] = names(in: match.output.2)
    }
    listed["TestSupport"] = []
    return listed
  }

  private static func names(in list: Substring?) -> Set<String> {
    Set((list ?? "").matches(of: /"(\w+)"/).map { String($0.output.1) })
  }

  private static func folders() throws -> [(target: String, folder: URL)] {
    try ["Sources", "Tests"].flatMap { parent in
      try FileManager.default.contentsOfDirectory(
        at: TestFiles.root.appending(path: parent), includingPropertiesForKeys: nil)
    }
    .map { ($0.lastPathComponent, $0) }
    .filter { try !files(in: $0.1).isEmpty && $0.0 != "Fuzzer" }
  }

  private static func files(in folder: URL) throws -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  /// All tests may use what is there for tests.
  private static func imports(in folder: URL) throws -> Set<String> {
    let texts = try files(in: folder).map { try String(contentsOf: $0, encoding: .utf8) }
    let imports = texts.flatMap { text in
      text.matches(of: /(?m)^(?:@testable )?(?:\w+ )?import (?:\w+ )?(\w+)$/)
        .map { String($0.output.1) }
    }
    return Set(imports).subtracting(["TestSupport"])
  }
}
