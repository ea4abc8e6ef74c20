/// Bytes that never change and never move while anybody holds them.
package final class Blob: Sendable {
  @usableFromInline nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
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

  package var whole: ByteSlice { ByteSlice(blob: self, start: 0, end: bytes.count) }
}

/// A part of a blob, to be read later.
package struct ByteSlice: Sendable {
  @usableFromInline let blob: Blob
  @usableFromInline let start: Int
  @usableFromInline let end: Int

  @inlinable @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(blob) {
      body(UnsafeRawBufferPointer(rebasing: blob.bytes[start..<end]))
    }
  }

  package var checksum: UInt64 {
    var checksum = Checksum()
    checksum.add(UnsafeRawBufferPointer(rebasing: blob.bytes[start..<end]))
    return checksum.value
  }
}
