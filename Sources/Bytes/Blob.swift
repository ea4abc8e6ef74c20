/// Bytes that never change and never move while anybody holds them.
package final class Blob: Sendable {
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// Bytes that are part of the program, and so are always there.
  package init(ofProgram bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwned = false
  }

  package init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    isOwned = true
  }

  deinit {
    if isOwned { bytes.deallocate() }
  }

  package var whole: ByteSlice { ByteSlice(blob: self, first: 0, end: bytes.count) }
}

/// A part of a blob, to be read later.
package struct ByteSlice: Sendable {
  let blob: Blob
  let first: Int
  let end: Int

  /// Where it is, as long as the slice is held; nil where it is empty.
  package var start: UnsafeRawPointer? {
    first < end ? blob.bytes.baseAddress.map { $0 + first } : nil
  }

  package var checksum: UInt64 {
    var checksum = Checksum()
    checksum.add(UnsafeRawBufferPointer(rebasing: blob.bytes[first..<end]))
    return checksum.value
  }
}
