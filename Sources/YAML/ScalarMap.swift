package import SourceText

/// Where each byte of a scalar's text stands in the file: through quotes, escapes, folding and indentation.
package struct ScalarMap: Sendable {
  private let origins: [Int]
  private let fallback: Span

  /// Reads the scalar again, from the span of its node.
  package init(_ scalar: Scalar, at span: Span, in file: SourceFile) {
    fallback = span
    let start = contentStart(of: span, in: file.bytes)
    let expected = Array(scalar.text.utf8)
    let traced: Traced? =
      switch scalar.style {
      case .plain: folding(file.bytes, Span(start, span.end), quote: nil)
      case .singleQuoted: folding(file.bytes, Span(start, span.end), quote: UInt8(ascii: "'"))
      case .doubleQuoted: folding(file.bytes, Span(start, span.end), quote: UInt8(ascii: "\""))
      case .literal, .folded:
        block(
          file.bytes, Span(start, span.end), isFolded: scalar.style == .folded,
          expected: expected)
      }
    origins = if let traced, traced.bytes == expected { traced.origins } else { [] }
  }

  /// Whether the text could be followed back to the file byte by byte.
  package var isExact: Bool { !origins.isEmpty }

  /// The file's offset of an offset in the text; the scalar's start where the text could not be followed.
  package func offset(of textOffset: Int) -> Int {
    guard isExact else { return fallback.start }
    return origins[min(max(textOffset, 0), origins.count - 1)]
  }

  /// The file's span of a span in the text.
  package func span(of text: Span) -> Span {
    guard isExact else { return fallback }
    guard !text.isEmpty else { return Span(at: offset(of: text.start)) }
    return Span(offset(of: text.start), offset(of: text.end - 1) + 1)
  }
}

/// Text under reconstruction: each byte with the offset that it came from, and the offset after the last.
struct Traced {
  private(set) var bytes: [UInt8] = []
  private(set) var origins: [Int] = []

  mutating func append(_ byte: UInt8, from offset: Int) {
    bytes.append(byte)
    origins.append(offset)
  }

  mutating func append(_ other: Traced) {
    bytes += other.bytes
    origins += other.origins
  }

  mutating func dropTrailing(while matches: (UInt8) -> Bool, downTo count: Int) {
    while bytes.count > count, let last = bytes.last, matches(last) {
      bytes.removeLast()
      origins.removeLast()
    }
  }

  mutating func end(at offset: Int) {
    origins.append(offset)
  }
}

/// The first byte of the scalar itself, after its anchor, its tag and what separates them.
private func contentStart(of span: Span, in bytes: [UInt8]) -> Int {
  var offset = span.start
  let end = min(span.end, bytes.count)
  while offset < end, bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!") {
    while offset < end, !bytes[offset].isBlankOrBreak { offset += 1 }
    offset = skipSeparation(bytes, from: offset, to: end)
  }
  return offset
}

private func skipSeparation(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var offset = start
  while offset < end {
    if bytes[offset].isBlankOrBreak {
      offset += 1
    } else if bytes[offset] == UInt8(ascii: "#") {
      while offset < end, bytes[offset] != .lineFeed, bytes[offset] != .carriageReturn {
        offset += 1
      }
    } else {
      break
    }
  }
  return offset
}
