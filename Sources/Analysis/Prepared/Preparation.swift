package import Bytes

/// What was made of the embedded files ahead of time, so that it need not be made at each start. It is a copy, never a
/// source: where it was made of other files, or in another way, it counts for nothing.
package struct Preparation: Sendable {
  package let knowledge: ByteSlice
  package let library: ByteSlice

  /// Those of the files that are embedded; nil where they have to be read.
  package static let embedded = EmbeddedFiles.preparation.flatMap { Preparation($0) }

  /// To be raised whenever the bytes come to mean something else.
  private static let format: UInt64 = 0x6D65_6D61_7564_0003

  /// - Parameters:
  ///   - files: The checksum of the files of which it must have been made; nil where it is part of the program. Then it
  ///     is as sound as the code that reads it, and neither files nor bytes are gone through at each start.
  package init?(_ blob: Blob, of files: UInt64? = nil) {
    var reader = ByteReader(blob.whole)
    do throws(Unreadable) {
      let format = try reader.fixed()
      let ofFiles = try reader.fixed()
      let checksum = try reader.fixed()
      guard format == Self.format else { return nil }
      if let files, ofFiles != files || reader.rest.checksum != checksum { return nil }
      knowledge = try reader.part()
      library = try reader.part()
    } catch {
      return nil
    }
  }

  /// The bytes of the knowledge that comes with the program and of a library.
  package static func bytes(of files: UInt64, library: ByteWriter) -> [UInt8] {
    var parts = ByteWriter()
    parts.write { $0.writeKnowledge() }
    parts.write { $0.append(library) }
    var whole = ByteWriter()
    whole.write(fixed: format)
    whole.write(fixed: files)
    whole.write(fixed: Blob(copying: parts.bytes).whole.checksum)
    whole.append(parts)
    return whole.bytes
  }
}
