internal import SourceText

/// Cuts a text into tokens, one at a time.
struct Lexer {
  let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func byte(_ distance: Int) -> UInt8 {
    let index = offset + distance
    return index < bytes.count ? bytes[index] : 0
  }

  mutating func next() throws(SyntaxError) -> Token {
    skipSpace()
    guard offset < bytes.count else { return Token(kind: .end, span: Span(at: bytes.count)) }
    let first = bytes[offset]
    if first.beginsName {
      if let literal = try prefixedLiteral() { return literal }
      return name()
    }
    if first.isDigit || first == UInt8(ascii: ".") && byte(1).isDigit { return try number() }
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      return try string(prefix: 0, isRaw: false, kind: .string)
    }
    if first == UInt8(ascii: "`") { return try quotedName() }
    return try punctuation()
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), 0x09, 0x0A, 0x0C, 0x0D:
        offset += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      default:
        return
      }
    }
  }

  private mutating func token(_ kind: Token.Kind, length: Int) -> Token {
    let start = offset
    offset += length
    return Token(kind: kind, span: Span(start, offset))
  }

  // MARK: Names

  private mutating func name() -> Token {
    let start = offset
    while offset < bytes.count, bytes[offset].continuesName { offset += 1 }
    return Token(kind: Self.kind(ofWord: bytes[start..<offset]), span: Span(start, offset))
  }

  private static func kind(ofWord word: ArraySlice<UInt8>) -> Token.Kind {
    guard let first = word.first, lengths[Int(first)] & (1 << word.count) != 0 else {
      return .name
    }
    return words[String(decoding: word, as: UTF8.self)] ?? .name
  }

  /// For each first letter the lengths of the words that begin with it, as bits: most names are seen
  /// to be no such word without looking.
  private static let lengths: [Int] = {
    var lengths = Array(repeating: 0, count: 256)
    for word in words.keys {
      for first in word.utf8.prefix(1) { lengths[Int(first)] |= 1 << word.utf8.count }
    }
    return lengths
  }()

  private static let words: [String: Token.Kind] = {
    var words: [String: Token.Kind] = [
      "true": .keywordTrue, "false": .keywordFalse, "null": .keywordNull, "in": .keywordIn,
    ]
    for word in [
      "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
      "package", "namespace", "return", "var", "void", "while",
    ] {
      words[word] = .reserved
    }
    return words
  }()

  private mutating func quotedName() throws(SyntaxError) -> Token {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset].isInQuotedName { offset += 1 }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "`"), offset > start + 1 else {
      throw SyntaxError(
        "a name in backquotes has letters, digits, `_`, `.`, `-`, `/` or spaces, and ends with a backquote",
        at: Span(start, offset))
    }
    offset += 1
    return Token(kind: .quotedName, span: Span(start, offset))
  }

  // MARK: Numbers

  private mutating func number() throws(SyntaxError) -> Token {
    let start = offset
    var kind = Token.Kind.int
    if bytes[offset] == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x") {
      offset += 2
      guard byte(0).isHexDigit else {
        throw SyntaxError("`\(text(Span(start, offset)))` has no digits", at: Span(start, offset))
      }
      while byte(0).isHexDigit { offset += 1 }
    } else {
      skipDigits()
      if byte(0) == UInt8(ascii: "."), byte(1).isDigit {
        kind = .double
        offset += 1
        skipDigits()
      }
      let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
      if byte(0) | 0x20 == UInt8(ascii: "e"), byte(1 + sign).isDigit {
        kind = .double
        offset += 1 + sign
        skipDigits()
      }
    }
    if kind == .int, byte(0) | 0x20 == UInt8(ascii: "u"), !byte(1).continuesName {
      offset += 1
      kind = .uint
    }
    if byte(0).continuesName {
      while byte(0).continuesName { offset += 1 }
      throw SyntaxError(
        "`\(text(Span(start, offset)))` is not a number", at: Span(start, offset),
        help: "a span of time is written duration('15m')")
    }
    return Token(kind: kind, span: Span(start, offset))
  }

  private mutating func skipDigits() {
    while byte(0).isDigit { offset += 1 }
  }

  // MARK: Strings

  /// A string with a prefix: r for raw, b for bytes, in either case and order.
  private mutating func prefixedLiteral() throws(SyntaxError) -> Token? {
    var isRaw = false
    var isBytes = false
    var length = 0
    while length < 2 {
      let letter = byte(length) | 0x20
      if letter == UInt8(ascii: "r"), !isRaw {
        isRaw = true
      } else if letter == UInt8(ascii: "b"), !isBytes {
        isBytes = true
      } else {
        break
      }
      length += 1
    }
    guard length > 0, byte(length) == UInt8(ascii: "'") || byte(length) == UInt8(ascii: "\"") else {
      return nil
    }
    return try string(prefix: length, isRaw: isRaw, kind: isBytes ? .bytes : .string)
  }

  private mutating func string(prefix: Int, isRaw: Bool, kind: Token.Kind) throws(SyntaxError)
    -> Token
  {
    let start = offset
    offset += prefix
    let quote = bytes[offset]
    let isTriple = byte(1) == quote && byte(2) == quote
    offset += isTriple ? 3 : 1
    while offset < bytes.count {
      let current = bytes[offset]
      if current == quote, !isTriple || byte(1) == quote && byte(2) == quote {
        offset += isTriple ? 3 : 1
        return Token(kind: kind, span: Span(start, offset))
      }
      if !isTriple, current == 0x0A || current == 0x0D { break }
      offset += current == UInt8(ascii: "\\") && !isRaw ? 2 : 1
    }
    let end = min(offset, bytes.count)
    throw SyntaxError("the string has no end", at: Span(start, end))
  }

  // MARK: Punctuation

  private mutating func punctuation() throws(SyntaxError) -> Token {
    let isDoubled = byte(1) == byte(0)
    let isAssigned = byte(1) == UInt8(ascii: "=")
    switch bytes[offset] {
    case UInt8(ascii: "("): return token(.leftParenthesis, length: 1)
    case UInt8(ascii: ")"): return token(.rightParenthesis, length: 1)
    case UInt8(ascii: "["): return token(.leftBracket, length: 1)
    case UInt8(ascii: "]"): return token(.rightBracket, length: 1)
    case UInt8(ascii: "{"): return token(.leftBrace, length: 1)
    case UInt8(ascii: "}"): return token(.rightBrace, length: 1)
    case UInt8(ascii: "."): return token(.dot, length: 1)
    case UInt8(ascii: ","): return token(.comma, length: 1)
    case UInt8(ascii: ":"): return token(.colon, length: 1)
    case UInt8(ascii: "?"): return token(.question, length: 1)
    case UInt8(ascii: "+"): return token(.plus, length: 1)
    case UInt8(ascii: "-"): return token(.minus, length: 1)
    case UInt8(ascii: "*"): return token(.star, length: 1)
    case UInt8(ascii: "/"): return token(.slash, length: 1)
    case UInt8(ascii: "%"): return token(.percent, length: 1)
    case UInt8(ascii: "!"): return token(isAssigned ? .notEqual : .not, length: isAssigned ? 2 : 1)
    case UInt8(ascii: "<"):
      return token(isAssigned ? .lessOrEqual : .less, length: isAssigned ? 2 : 1)
    case UInt8(ascii: ">"):
      return token(isAssigned ? .greaterOrEqual : .greater, length: isAssigned ? 2 : 1)
    case UInt8(ascii: "=") where isDoubled: return token(.equal, length: 2)
    case UInt8(ascii: "&") where isDoubled: return token(.and, length: 2)
    case UInt8(ascii: "|") where isDoubled: return token(.or, length: 2)
    default: throw unexpected()
    }
  }

  private func unexpected() -> SyntaxError {
    var end = offset + 1
    while end < bytes.count, bytes[end].continuesScalar { end += 1 }
    let span = Span(offset, end)
    let help: String? =
      switch bytes[offset] {
      case UInt8(ascii: "="): "equality is written `==`"
      case UInt8(ascii: "&"): "write `&&`"
      case UInt8(ascii: "|"): "write `||`"
      default: nil
      }
    return SyntaxError("`\(text(span))` means nothing here", at: span, help: help)
  }

  func text(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}

extension UInt8 {
  var beginsName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  var continuesName: Bool { beginsName || isDigit }

  var isHexDigit: Bool {
    isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self | 0x20
  }

  fileprivate var isInQuotedName: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: " "): true
    default: continuesName
    }
  }
}
