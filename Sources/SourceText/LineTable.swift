/// Where the lines of a file begin: turns offsets into positions. A line ends at LF, CR LF or a lone CR.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  package init(_ file: SourceFile) {
    bytes = file.bytes
    starts = file.bytes.withUnsafeBufferPointer { bytes in
      var starts = [0]
      starts.reserveCapacity(bytes.count / 16 + 1)
      for offset in bytes.indices where bytes[offset] <= .carriageReturn {
        let endsLine =
          bytes[offset] == .lineFeed
          || bytes[offset] == .carriageReturn
            && !(offset + 1 < bytes.count && bytes[offset + 1] == .lineFeed)
        if endsLine { starts.append(offset + 1) }
      }
      return starts
    }
  }

  package var count: Int { starts.count }

  package func position(of offset: Int) -> Position {
    let line = lineIndex(of: offset)
    let end = min(max(offset, 0), bytes.count)
    let start = byteOrderMark(startsLine: line) ? min(3, end) : starts[line]
    let column = bytes[start..<end].count { !$0.continuesScalar }
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
    line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }
}

extension UInt8 {
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D

  /// Whether the byte is a second, third or fourth one of a UTF-8 sequence.
  package var continuesScalar: Bool { self & 0xC0 == 0x80 }
}
