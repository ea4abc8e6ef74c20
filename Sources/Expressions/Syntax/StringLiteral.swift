internal import SourceText

/// Reads the text between the quotes of a string literal.
struct StringLiteral {
  private let bytes: [UInt8]
  private let span: Span
  /// The part between the quotes.
  let content: Span
  private let isRaw: Bool

  /// The literal at a span that the lexer has found.
  init(_ span: Span, in bytes: [UInt8]) {
    self.bytes = bytes
    self.span = span
    var start = span.start
    isRaw = bytes[start] | 0x20 == UInt8(ascii: "r")
    if isRaw { start += 1 }
    let quote = bytes[start]
    let isTriple =
      span.end - start >= 6 && bytes[start + 1] == quote && bytes[start + 2] == quote
    let width = isTriple ? 3 : 1
    content = Span(start + width, span.end - width)
  }

  /// Whether the text is the value as it stands.
  var isPlain: Bool {
    isRaw || !bytes[content.start..<content.end].contains(UInt8(ascii: "\\"))
  }

  func value() throws(SyntaxError) -> String {
    let raw = bytes[content.start..<content.end]
    if isPlain { return String(decoding: raw, as: UTF8.self) }
    var text = ""
    var offset = content.start
    while offset < content.end {
      let plain = bytes[offset..<content.end].prefix { $0 != UInt8(ascii: "\\") }
      text += String(decoding: plain, as: UTF8.self)
      offset += plain.count
      if offset < content.end { text.unicodeScalars.append(try escape(&offset)) }
    }
    return text
  }

  /// One escape, from its backslash.
  private func escape(_ offset: inout Int) throws(SyntaxError) -> Unicode.Scalar {
    let start = offset
    let letter = bytes[start + 1]
    offset += 2
    switch letter {
    case UInt8(ascii: "a"): return "\u{07}"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "v"): return "\u{0B}"
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      return Unicode.Scalar(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return try scalar(&offset, from: start, digits: 2, radix: 16)
    case UInt8(ascii: "u"): return try scalar(&offset, from: start, digits: 4, radix: 16)
    case UInt8(ascii: "U"): return try scalar(&offset, from: start, digits: 8, radix: 16)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      offset -= 1
      return try scalar(&offset, from: start, digits: 3, radix: 8)
    default:
      throw SyntaxError(
        "a string has no such escape", at: Span(start, start + 2),
        help: "write `\\\\` for a backslash, or begin the string with r")
    }
  }

  private func scalar(_ offset: inout Int, from start: Int, digits: Int, radix: Int)
    throws(SyntaxError) -> Unicode.Scalar
  {
    let end = min(offset + digits, content.end)
    let written = String(decoding: bytes[offset..<end], as: UTF8.self)
    guard end == offset + digits, bytes[offset..<end].allSatisfy(\.isHexDigit),
      let number = UInt32(written, radix: radix), let scalar = Unicode.Scalar(number)
    else {
      throw SyntaxError("the escape names no character", at: Span(start, end))
    }
    offset = end
    return scalar
  }
}
