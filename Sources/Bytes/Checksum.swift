/// Tells bytes apart that differ by accident or by editing. Eight bytes are taken at a time, in four lanes that do not
/// wait for each other; a change of any one byte changes the value for certain.
package struct Checksum: Sendable {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  private var count: UInt64 = 0

  package init() {}

  package var value: UInt64 {
    let first = Self.mixed(Self.mixed(lanes.0, lanes.1), lanes.2)
    return Self.mixed(Self.mixed(first, lanes.3), count)
  }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    count &+= UInt64(bytes.count)
    let whole = bytes.count & ~31
    var offset = 0
    while offset < whole {
      lanes.0 = Self.mixed(lanes.0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      lanes.1 = Self.mixed(
        lanes.1, bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
      lanes.2 = Self.mixed(
        lanes.2, bytes.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self))
      lanes.3 = Self.mixed(
        lanes.3, bytes.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self))
      offset &+= 32
    }
    for byte in bytes[whole...] { lanes.0 = Self.mixed(lanes.0, UInt64(byte)) }
    // The end of one piece of bytes is not the beginning of the next.
    lanes.0 = Self.mixed(lanes.0, UInt64(bytes.count))
  }

  /// One to one in either of the two.
  @inline(__always)
  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}
