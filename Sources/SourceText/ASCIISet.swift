/// Some characters of ASCII, to be looked for byte by byte: no other character has a byte in common with them.
package struct ASCIISet: Sendable {
  private let low: UInt64
  private let high: UInt64

  package init(_ characters: String) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in characters.utf8 where byte < 64 { low |= 1 << byte }
    for byte in characters.utf8 where 64..<128 ~= byte { high |= 1 << (byte - 64) }
    self.low = low
    self.high = high
  }

  package func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<64: low >> byte & 1 == 1
    case 64..<128: high >> (byte - 64) & 1 == 1
    default: false
    }
  }
}

extension String {
  /// The text with something else for each of these characters.
  package func replacing(_ characters: ASCIISet, with other: (Unicode.Scalar) -> String) -> String {
    withBytes { bytes in
      guard bytes.contains(where: characters.contains) else { return self }
      var written: [UInt8] = []
      written.reserveCapacity(bytes.count + 16)
      for byte in bytes {
        if characters.contains(byte) {
          written += other(Unicode.Scalar(byte)).utf8
        } else {
          written.append(byte)
        }
      }
      return String(decoding: written, as: UTF8.self)
    }
  }

  /// The text with a stroke before each of these characters.
  package func withStrokes(before characters: ASCIISet) -> String {
    replacing(characters) { "\\\($0)" }
  }

  /// What stands outside and between backticks, in turns.
  package var partedByBackticks: [Substring] {
    utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The bytes as they lie in memory.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
