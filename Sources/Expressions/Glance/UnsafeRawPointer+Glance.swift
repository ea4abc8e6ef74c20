/// Reads what a `GlanceWriter` wrote.
extension UnsafeRawPointer {
  @inline(__always)
  mutating func byte() -> UInt8 {
    defer { self += 1 }
    return load(as: UInt8.self)
  }

  @inline(__always)
  mutating func length() -> Int {
    defer { self += 4 }
    return Int(UInt32(littleEndian: loadUnaligned(as: UInt32.self)))
  }

  @inline(__always)
  mutating func fixed() -> UInt64 {
    defer { self += 8 }
    return UInt64(littleEndian: loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  func slot(_ level: Int) -> UInt16 { field(level) & ~GlanceCode.reference }

  func isReference(_ level: Int) -> Bool { field(level) & GlanceCode.reference != 0 }

  @inline(__always)
  private func field(_ level: Int) -> UInt16 {
    UInt16(littleEndian: loadUnaligned(fromByteOffset: 2 * level, as: UInt16.self))
  }

  mutating func skipText() { self += 1 + Int(load(as: UInt8.self)) }

  mutating func text() -> String {
    let count = Int(byte())
    defer { self += count }
    return String(decoding: UnsafeRawBufferPointer(start: self, count: count), as: UTF8.self)
  }
}
