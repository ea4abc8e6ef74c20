internal import Analysis
internal import Bytes
internal import Expressions

/// Checklists that go together, with the hash of their files: those that come with the program, for instance.
struct PreparedLibrary: Sendable {
  let checklists: [Checklist]
  let hash: FNVHash

  /// What the program has of them; nil where they have to be read.
  static let embedded = Preparation.embedded.flatMap { PreparedLibrary($0.library) }

  init(checklists: [Checklist], hash: FNVHash) {
    self.checklists = checklists
    self.hash = hash
  }

  init?(_ slice: ByteSlice) {
    var reader = ByteReader(slice)
    do throws(Unreadable) {
      hash = FNVHash(state: try reader.fixed())
      checklists = try reader.list { reader throws(Unreadable) in try Checklist(&reader) }
    } catch {
      return nil
    }
  }
}

extension ByteWriter {
  mutating func write(_ library: PreparedLibrary) throws(Unwritable) {
    write(fixed: library.hash.state)
    try write(library.checklists) { writer, checklist throws(Unwritable) in
      try writer.write(checklist)
    }
  }
}

extension Library {
  /// The bytes from which the built-in checklists, and what else comes with the program, are had without being read
  /// from their files; nil where a file is broken.
  package static var preparation: [UInt8]? {
    let compiled = compiledBuiltIn
    guard compiled.broken.isEmpty else { return nil }
    var writer = ByteWriter()
    do throws(Unwritable) {
      try writer.write(PreparedLibrary(checklists: compiled.checklists, hash: builtInHash))
    } catch {
      return nil
    }
    return Preparation.bytes(of: EmbeddedFiles.checksum, library: writer)
  }
}
