package import Bytes
internal import CChecklists
internal import Glibc
package import SourceText

/// The files of `checklists/` that were built into the program.
package enum EmbeddedFiles {
  /// The paths below a folder, in the order in which reports show checklists.
  package static func paths(in folder: String = "") -> [String] {
    entries.map { String(cString: $0.path) }.filter { $0.hasPrefix(folder) }
  }

  /// The file of a path below `checklists/`.
  package static func file(_ path: String) -> SourceFile? {
    entries.first { String(cString: $0.path) == path }
      .map { SourceFile(name: path, bytes: Array(bytes(at: $0.text))) }
  }

  /// Tells apart sets of files: their names, their order and all that is in them.
  package static var checksum: UInt64 {
    var checksum = Checksum()
    for entry in entries {
      checksum.add(bytes(at: entry.path))
      checksum.add(bytes(at: entry.text))
    }
    return checksum.value
  }

  /// What was made of the files when the program was built; nil where nothing was.
  package static var preparation: Blob? {
    var size = 0
    guard let start = embedded_preparation(&size), size > 0 else { return nil }
    return Blob(ofProgram: UnsafeRawBufferPointer(start: start, count: size))
  }

  private typealias Entry = (path: UnsafePointer<CChar>, text: UnsafePointer<CChar>)

  private static var entries: some Sequence<Entry> {
    sequence(state: 0) { index -> Entry? in
      guard let file = embedded_file(index)?.pointee, let path = file.path, let text = file.text
      else { return nil }
      index += 1
      return (path, text)
    }
  }

  private static func bytes(at text: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text, count: strlen(text))
  }
}
