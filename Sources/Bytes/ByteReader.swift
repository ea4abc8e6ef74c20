/// Bytes that are not what was to be read.
package struct Unreadable: Error {
  package init() {}
}

/// Reads what a `ByteWriter` wrote. Whatever the bytes are, it reads or refuses them.
package struct ByteReader {
  private let blob: Blob
  private var position: Int
  private let end: Int

  package init(_ slice: ByteSlice) {
    blob = slice.blob
    position = slice.first
    end = slice.end
  }

  package var isAtEnd: Bool { position == end }

  /// What has not been read yet.
  package var rest: ByteSlice { ByteSlice(blob: blob, first: position, end: end) }

  package mutating func byte() throws(Unreadable) -> UInt8 {
    guard position < end else { throw Unreadable() }
    defer { position &+= 1 }
    return blob.bytes[position]
  }

  package mutating func flag() throws(Unreadable) -> Bool { try byte() != 0 }

  package mutating func int() throws(Unreadable) -> Int {
    if position < end, blob.bytes[position] < 0x80 {
      let byte = Int(blob.bytes[position])
      position &+= 1
      return byte >> 1 ^ -(byte & 1)
    }
    return try longInt()
  }

  private mutating func longInt() throws(Unreadable) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        return Int(truncatingIfNeeded: Int64(bitPattern: number >> 1) ^ -Int64(number & 1))
      }
      shift &+= 7
    }
    throw Unreadable()
  }

  package mutating func fixed() throws(Unreadable) -> UInt64 {
    guard end &- position >= 8 else { throw Unreadable() }
    defer { position &+= 8 }
    return UInt64(
      littleEndian: blob.bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  package mutating func text() throws(Unreadable) -> String {
    String(decoding: try run(), as: UTF8.self)
  }

  /// Whether the text that comes next is another one.
  package mutating func isText(_ other: String) throws(Unreadable) -> Bool {
    let run = try run()
    return run.count == other.utf8.count && run.elementsEqual(other.utf8)
  }

  /// How many of something follow, each of which takes a byte at least.
  package mutating func count() throws(Unreadable) -> Int {
    let count = try int()
    guard 0...(end &- position) ~= count else { throw Unreadable() }
    return count
  }

  @inlinable
  package mutating func list<Item>(
    _ item: (inout ByteReader) throws(Unreadable) -> Item
  ) throws(Unreadable) -> [Item] {
    let count = try count()
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try item(&self)) }
    return items
  }

  /// One of several things, which was written by its place among them.
  @inlinable
  package mutating func one<Item>(of all: [Item]) throws(Unreadable) -> Item {
    let place = try int()
    guard all.indices.contains(place) else { throw Unreadable() }
    return all[place]
  }

  package mutating func texts() throws(Unreadable) -> [String] {
    try list { reader throws(Unreadable) in try reader.text() }
  }

  @inlinable
  package mutating func optional<Value>(
    _ value: (inout ByteReader) throws(Unreadable) -> Value
  ) throws(Unreadable) -> Value? {
    try flag() ? try value(&self) : nil
  }

  package mutating func optionalText() throws(Unreadable) -> String? {
    try optional { reader throws(Unreadable) in try reader.text() }
  }

  /// A part, passed over.
  package mutating func part() throws(Unreadable) -> ByteSlice {
    let count = try run().count
    return ByteSlice(blob: blob, first: position &- count, end: position)
  }

  /// So many bytes as the number in front of them says.
  private mutating func run() throws(Unreadable) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { position &+= count }
    return UnsafeRawBufferPointer(rebasing: blob.bytes[position..<position &+ count])
  }
}
