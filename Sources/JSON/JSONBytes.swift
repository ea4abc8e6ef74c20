internal import SourceText

/// Bytes that are written one behind the other, with less ado than into an array: whether there is room is asked once
/// for a whole string.
@usableFromInline
struct JSONBytes: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var room: Int

  init(room: Int) {
    self.room = room
    start = .allocate(capacity: room)
  }

  deinit { start.deallocate() }

  var text: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  @inlinable @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  mutating func append(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    append(unchecked: text)
  }

  mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// The name of a member and its colon, after a comma where it is not the first.
  @inlinable @inline(__always)
  mutating func append(name: StaticString, isFirst: Bool) {
    reserve(name.utf8CodeUnitCount + 4)
    if !isFirst { append(unchecked: UInt8(ascii: ",")) }
    append(unchecked: UInt8(ascii: "\""))
    append(unchecked: name)
    append(unchecked: UInt8(ascii: "\""))
    append(unchecked: UInt8(ascii: ":"))
  }

  mutating func append(quoted string: String) {
    append(UInt8(ascii: "\""))
    append(contentOf: string)
    append(UInt8(ascii: "\""))
  }

  /// What stands between quotes for a string.
  mutating func append(contentOf string: String) {
    let isCopied: Bool? = string.utf8.withContiguousStorageIfAvailable { copyIfPlain($0) }
    if isCopied == true { return }
    var escaped: [UInt8] = []
    escaped.escape(string)
    for byte in escaped { append(byte) }
  }

  /// Sixteen hexadecimal digits.
  mutating func append(hexadecimal number: UInt64) {
    reserve(16)
    number.writeHexadecimal(to: UnsafeMutableBufferPointer(start: start + count, count: 16))
    count &+= 16
  }

  mutating func append(digitsOf number: Int) {
    switch number {
    case 0..<10: append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    case 10..<100:
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    default: append(String(number))
    }
  }

  /// Copies eight bytes at a time as long as every one stands for itself; if not all do, nothing is written.
  private mutating func copyIfPlain(_ string: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let from = UnsafeRawPointer(string.baseAddress) else { return true }
    let length = string.count
    reserve(length)
    let to = UnsafeMutableRawPointer(start + count)
    var offset = 0
    if length >= 8 {
      while offset < length {
        // The last eight may be some of those before them once more.
        offset = min(offset, length &- 8)
        let word = from.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if word.mayHoldSpecialInJSON, !string[offset..<offset + 8].allSatisfy(\.isPlainInJSON) {
          return false
        }
        to.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        offset &+= 8
      }
    } else {
      while offset < length {
        guard string[offset].isPlainInJSON else { return false }
        to.storeBytes(of: string[offset], toByteOffset: offset, as: UInt8.self)
        offset &+= 1
      }
    }
    count &+= length
    return true
  }

  @inlinable @inline(__always)
  mutating func append(unchecked byte: UInt8) {
    start[count] = byte
    count &+= 1
  }

  @inlinable @inline(__always)
  mutating func append(unchecked text: StaticString) {
    (start + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count &+= text.utf8CodeUnitCount
  }

  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if room &- count < more { grow(more) }
  }

  @usableFromInline
  mutating func grow(_ more: Int) {
    room = max(2 * room, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
