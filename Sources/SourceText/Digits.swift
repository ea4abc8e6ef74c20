/// A number with zeros before it, so that it has so many digits.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension UInt64 {
  /// Writes its sixteen hexadecimal digits, for which there must be room.
  @inlinable
  package func writeHexadecimal(to digits: UnsafeMutableBufferPointer<UInt8>) {
    let all: StaticString = "0123456789abcdef"
    for place in 0..<16 {
      digits[place] = all.utf8Start[Int(truncatingIfNeeded: self >> UInt64(60 &- 4 &* place)) & 0xF]
    }
  }
}

extension UInt8 {
  /// Whether it is one of `0` to `9`.
  @inlinable package var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Whether it is a letter of ASCII.
  @inlinable package var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
}
