package import Foundation

/// Files that tests read: the project's own, and package cases that live beside it.
package enum TestFiles {
  /// The root of the package.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func read(_ path: String) throws -> Data {
    try Data(contentsOf: root.appending(path: path))
  }

  /// The file that the environment variable names, or the shared one beside the project; nil, said aloud, where
  /// neither is there.
  package static func cases(variable: String, shared path: String) -> Data? {
    let named = ProcessInfo.processInfo.environment[variable]
    let url =
      named.map { URL(filePath: $0) } ?? root.appending(path: "../shared/" + path).standardized
    guard let data = try? Data(contentsOf: url) else {
      print("skipped: no cases at \(url.path)")
      return nil
    }
    return data
  }
}
