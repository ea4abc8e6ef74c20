package import Bytes

/// What of a condition can be told from marks, as a `GlanceWriter` wrote it. It is there as long as whoever handed it
/// out: the bytes are held there, so that glancing counts no references.
package struct Glance: Sendable {
  nonisolated(unsafe) let start: UnsafeRawPointer

  /// Nil where there are no bytes.
  init?(_ bytes: ByteSlice) {
    guard let start = bytes.start else { return nil }
    self.start = start
  }
}

extension ByteReader {
  /// What can be told at a glance of the expression that is written here; the rest of it is passed over.
  package mutating func glance() throws(Unreadable) -> Glance? {
    _ = try int()
    _ = try part()
    return try optional { reader throws(Unreadable) in try reader.part() }.flatMap(Glance.init)
  }
}
