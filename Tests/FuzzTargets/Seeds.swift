internal import Auditing
internal import Expressions
package import Foundation

/// What to show a door first: the files of the repository, and public cases that may lie beside it.
package struct Seeds: Sendable {
  private let root: URL

  package init(root: URL) {
    self.root = root
  }

  /// In an order that is the same everywhere.
  package func bytes(for target: FuzzTarget) -> [[UInt8]] {
    let own = ["Seeds", "Regressions"].flatMap { files(below: "Tests/\($0)/\(target.rawValue)") }
    switch target {
    case .yaml:
      return own + architectures
        + cases("yaml-test-suite/cases.json") { (test: YAMLCase) in test.yaml }
    case .architecture: return own + architectures
    case .expression:
      return own + rules + cases("cel/conformance.json") { (test: ExpressionCase) in test.expr }
    case .checklist:
      return own + files(below: "checklists", "yaml") + files(below: "Tests/Hostile", "yaml")
    case .evidence: return own + files(below: "examples", "json")
    case .configuration, .report: return own
    }
  }

  /// What once went wrong, by name.
  package func regressions(of target: FuzzTarget) -> [(name: String, bytes: [UInt8])] {
    paths(below: "Tests/Regressions/\(target.rawValue)", "").map { ($0, read($0)) }
  }

  /// Fills a folder, which need not be there.
  package func write(for target: FuzzTarget, to folder: String) throws {
    let url = URL(filePath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (index, bytes) in bytes(for: target).enumerated() {
      try Data(bytes).write(to: url.appending(path: "seed-\(index)"))
    }
  }

  private var architectures: [[UInt8]] {
    ["examples", "Tests/Cases", "Tests/Hostile"].flatMap { files(below: $0, "yaml") }
  }

  private var rules: [[UInt8]] {
    (Library.load().library?.rules ?? []).map { Array($0.requirement.text.utf8) }
  }

  private struct YAMLCase: Decodable {
    let yaml: String
  }

  private struct ExpressionCase: Decodable {
    let expr: String
  }

  private func cases<Case: Decodable>(_ path: String, _ text: (Case) -> String) -> [[UInt8]] {
    let url = root.appending(path: "../shared/" + path).standardized
    guard let data = try? Data(contentsOf: url) else { return [] }
    let cases = (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    return cases.map { Array(text($0).utf8) }
  }

  private func files(below folder: String, _ ending: String = "") -> [[UInt8]] {
    paths(below: folder, ending).map(read)
  }

  private func read(_ path: String) -> [UInt8] {
    (try? Data(contentsOf: root.appending(path: path))).map { Array($0) } ?? []
  }

  private func paths(below folder: String, _ ending: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (found?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(ending) && !isFolder("\(folder)/\($0)") }
      .sorted().map { "\(folder)/\($0)" }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let path = root.appending(path: path).path
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
