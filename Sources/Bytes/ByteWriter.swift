/// Writes what a `ByteReader` reads.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ byte: UInt8) { bytes.append(byte) }

  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Small numbers take one byte, of either sign.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Eight bytes, whatever the number.
  package mutating func write(fixed number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  package mutating func write<Item, Failure: Error>(
    _ items: some Swift.Collection<Item>,
    each: (inout ByteWriter, Item) throws(Failure) -> Void
  ) throws(Failure) {
    write(items.count)
    for item in items { try each(&self, item) }
  }

  /// One of several things, by its place among them.
  @inlinable
  package mutating func write<Item: Equatable>(place item: Item, among all: [Item]) {
    write(all.firstIndex(of: item) ?? all.count)
  }

  package mutating func write(_ texts: [String]) {
    write(texts) { writer, text in writer.write(text) }
  }

  package mutating func write<Value, Failure: Error>(
    _ value: Value?, some: (inout ByteWriter, Value) throws(Failure) -> Void
  ) throws(Failure) {
    write(value != nil)
    if let value { try some(&self, value) }
  }

  package mutating func write(_ text: String?) {
    write(text) { writer, text in writer.write(text) }
  }

  /// A part that a reader can pass over.
  package mutating func write<Failure: Error>(
    part: (inout ByteWriter) throws(Failure) -> Void
  ) throws(Failure) {
    var inner = ByteWriter()
    try part(&inner)
    write(inner.bytes.count)
    bytes += inner.bytes
  }

  /// Bytes as they are.
  package mutating func append(_ other: ByteWriter) { bytes += other.bytes }

  package mutating func append(_ slice: ByteSlice) {
    bytes.append(contentsOf: slice.blob.bytes[slice.first..<slice.end])
  }
}
