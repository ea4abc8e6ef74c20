internal import SourceText

/// A 64-bit FNV-1a hash in sixteen hexadecimal digits.
package func hexadecimalHash(_ bytes: some Sequence<UInt8>) -> String {
  var hash = FNVHash()
  hash.add(bytes)
  return hash.text
}

/// The same, while bytes are still to come.
struct FNVHash: Sendable {
  private(set) var state: UInt64

  /// - Parameter state: That of a hash to which bytes are to be added.
  init(state: UInt64 = 0xCBF2_9CE4_8422_2325) {
    self.state = state
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    let isAdded: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      for byte in bytes { add(byte) }
    }
    if isAdded == nil { for byte in bytes { add(byte) } }
  }

  mutating func add(_ text: String) { add(text.utf8) }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var text: String {
    String(unsafeUninitializedCapacity: 16) { digits in
      state.writeHexadecimal(to: digits)
      return 16
    }
  }
}
