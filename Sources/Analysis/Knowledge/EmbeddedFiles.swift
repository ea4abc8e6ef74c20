internal import CChecklists
package import SourceText

/// The files of `checklists/` that were built into the program.
package enum EmbeddedFiles {
  /// The paths below a folder, in the order in which reports show checklists.
  package static func paths(in folder: String = "") -> [String] {
    entries.map(\.path).filter { $0.hasPrefix(folder) }
  }

  package static func file(_ path: String) -> SourceFile? {
    entries.first { $0.path == path }.map { SourceFile(name: path, text: String(cString: $0.text)) }
  }

  private static var entries: [(path: String, text: UnsafePointer<CChar>)] {
    sequence(first: 0) { $0 + 1 }.lazy
      .prefix { embedded_file($0) != nil }
      .compactMap { index in
        guard let file = embedded_file(index)?.pointee, let path = file.path, let text = file.text
        else { return nil }
        return (String(cString: path), text)
      }
  }
}
