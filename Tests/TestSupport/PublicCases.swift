package import Foundation

/// Cases that others have published. They lie beside the project and are no part of it, so that they may be missing.
package enum PublicCases: String {
  case expressions = "cel/conformance.json"
  case unknowns = "cel/unknown-golden.json"
  case yaml = "yaml-test-suite/cases.json"

  package var areAtHand: Bool { FileManager.default.isReadableFile(atPath: url.path) }

  package func read() throws -> Data { try Data(contentsOf: url) }

  /// The file that the environment names, or the shared one.
  private var url: URL {
    ProcessInfo.processInfo.environment[variable].map { URL(filePath: $0) }
      ?? TestFiles.root.appending(path: "../shared/" + rawValue).standardized
  }

  private var variable: String {
    switch self {
    case .expressions: "MEMAUDIT_CEL_CASES"
    case .unknowns: "MEMAUDIT_UNKNOWN_CASES"
    case .yaml: "MEMAUDIT_YAML_CASES"
    }
  }
}
