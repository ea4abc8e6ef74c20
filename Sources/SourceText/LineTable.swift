/// Where the lines of a file begin: turns offsets into positions. A line ends at LF, CR LF or a lone CR.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// Whether every byte is a character, so that columns need not be counted.
  private let isASCII: Bool

  package init(_ file: SourceFile) {
    bytes = file.bytes
    (starts, isASCII) = bytes.withUnsafeBytes(Self.lines)
  }

  private static func lines(_ bytes: UnsafeRawBufferPointer) -> (starts: [Int], isASCII: Bool) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 16 + 1)
    var all: UInt64 = 0
    // Eight bytes at a time, of which mostly none is looked at.
    let words = bytes.count & ~7
    var offset = 0
    while offset < words {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      all |= word
      var ends = word.bytes(equalTo: .lineFeed) | word.bytes(equalTo: .carriageReturn)
      while ends != 0 {
        let end = offset &+ ends.trailingZeroBitCount / 8
        if endsLine(bytes, at: end) { starts.append(end &+ 1) }
        ends &= ends &- 1
      }
      offset &+= 8
    }
    for offset in words..<bytes.count {
      all |= UInt64(bytes[offset])
      if endsLine(bytes, at: offset) { starts.append(offset &+ 1) }
    }
    return (starts, all & 0x8080_8080_8080_8080 == 0)
  }

  private static func endsLine(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    bytes[offset] == .lineFeed
      || bytes[offset] == .carriageReturn
        && !(offset + 1 < bytes.count && bytes[offset + 1] == .lineFeed)
  }

  package var count: Int { starts.count }

  /// The line and column of a UTF-8 offset, from one.
  package func position(of offset: Int) -> Position {
    let line = lineIndex(of: offset)
    let end = min(max(offset, 0), bytes.count)
    let start = byteOrderMark(startsLine: line) ? min(3, end) : starts[line]
    let column = isASCII ? end - start : bytes[start..<end].count { !$0.continuesScalar }
    return Position(line: line + 1, column: column + 1)
  }

  /// The span of a line without its line break; empty for a line that the file does not have.
  package func span(ofLine line: Int) -> Span {
    guard line >= 1, line <= starts.count else { return Span(at: bytes.count) }
    let start = byteOrderMark(startsLine: line - 1) ? 3 : starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn {
      end -= 1
    }
    return Span(start, end)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func byteOrderMark(startsLine line: Int) -> Bool {
    line == 0 && !isASCII && bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }
}

extension UInt64 {
  /// The top bit of each of eight bytes that is equal to one, and perhaps of what follows such a byte.
  fileprivate func bytes(equalTo byte: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = self ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & (ones &* 0x80)
  }
}

extension UInt8 {
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D

  /// Whether the byte is a second, third or fourth one of a UTF-8 sequence.
  package var continuesScalar: Bool { self & 0xC0 == 0x80 }
}
