internal import Foundation
package import Testing

/// Files that hold what a user sees. With `MEMAUDIT_RECORD=1` they are written anew, and the test fails all the same.
package enum Golden {
  package static func expect(
    _ actual: String, toBe path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let url = TestFiles.root.appending(path: path)
    let expected = try? String(contentsOf: url, encoding: .utf8)
    guard actual != expected else { return }
    if ProcessInfo.processInfo.environment["MEMAUDIT_RECORD"] == "1" {
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(actual.utf8).write(to: url)
      Issue.record("recorded \(path)", sourceLocation: sourceLocation)
    } else {
      Issue.record(
        "\(path) differs; `make record` writes it anew. This is what came:\n\(actual)",
        sourceLocation: sourceLocation)
    }
  }

  /// The names, without extension, of a folder's files.
  package static func files(in folder: String, withExtension wanted: String) -> [String] {
    let url = TestFiles.root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    let found = names.filter { $0.hasSuffix("." + wanted) }
    // A test of nothing would pass.
    precondition(!found.isEmpty, "no file .\(wanted) in \(folder)")
    return found.map { String($0.dropLast(wanted.count + 1)) }.sorted()
  }

  package static func folders(in folder: String) -> [String] {
    let url = TestFiles.root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let path = url.appending(path: name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }.sorted()
  }
}
