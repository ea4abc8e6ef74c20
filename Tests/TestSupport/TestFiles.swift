package import Foundation

/// Files that tests read: the project's own, and package cases that live beside it.
package enum TestFiles {
  /// The root of the package.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func read(_ path: String) throws -> Data {
    try Data(contentsOf: root.appending(path: path))
  }
}
