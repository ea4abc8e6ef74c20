/// A name as one number, by which it is found among others without comparing texts. Different names may have the same.
package struct NameStamp: Hashable, Sendable {
  @usableFromInline let bits: UInt64

  /// Reads no more than the beginning and the end: names that are long differ there.
  @inlinable @inline(__always)
  package init(_ start: UnsafeRawPointer, count: Int) {
    let first: UInt64
    let last: UInt64
    switch count {
    case 8...:
      first = start.loadUnaligned(as: UInt64.self)
      last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    case 4...:
      first = UInt64(start.loadUnaligned(as: UInt32.self))
      last = UInt64(start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    case 1...:
      first = UInt64(start.load(as: UInt8.self))
      let middle = start.load(fromByteOffset: count / 2, as: UInt8.self)
      last = UInt64(start.load(fromByteOffset: count - 1, as: UInt8.self)) << 8 | UInt64(middle)
    default:
      first = 0
      last = 0
    }
    bits =
      (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &* 0xC2B2_AE3D_27D4_EB4F) &+ UInt64(count) << 56
  }

  /// What a source names is known when it is compiled.
  @inlinable @inline(__always)
  package init(_ name: StaticString) {
    self.init(name.utf8Start, count: name.utf8CodeUnitCount)
  }

  @inlinable @inline(__always)
  package static func == (left: NameStamp, right: NameStamp) -> Bool { left.bits == right.bits }

  package init(_ name: String) {
    var name = name
    self = name.withUTF8 { NameStamp($0) }
  }

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let start = bytes.baseAddress {
      self.init(start, count: bytes.count)
    } else {
      self.init("" as StaticString)
    }
  }
}
