internal import SourceText

extension Parser {
  mutating func primary() throws(SyntaxError) -> Syntax {
    let span = token.span
    switch token.kind {
    case .keywordTrue: return try literal(.bool(true))
    case .keywordFalse: return try literal(.bool(false))
    case .keywordNull: return try literal(.null)
    case .int: return try literal(.int(try int(span, isNegative: false)))
    case .double: return try literal(.double(try double(span)))
    case .string: return try literal(.string(try StringLiteral(span, in: lexer.bytes).value()))
    case .uint:
      refuse(
        "unsigned numbers (uint) are", at: span,
        help: "write `\(text(Span(span.start, span.end - 1)))`")
      return try refused()
    case .bytes:
      refuse("bytes are", at: span, help: "write a string, without b")
      return try refused()
    case .name:
      let name = text(span)
      try advance()
      if token.kind == .leftParenthesis { return try call(name, at: span, of: nil) }
      return Syntax(.name(name), at: span, over: 0)
    case .dot:
      refuse("a name that begins with a dot is", at: span)
      try advance()
      return try primary()
    case .leftParenthesis:
      try advance()
      let inner = try expression()
      let end = token.span.end
      try expect(.rightParenthesis, ")")
      return inner.enclosed(at: Span(span.start, end))
    case .leftBracket: return try list()
    case .leftBrace: return try map()
    case .reserved:
      throw SyntaxError("`\(text(span))` is a reserved word", at: span)
    default: throw unexpected()
    }
  }

  private mutating func literal(_ value: Value) throws(SyntaxError) -> Syntax {
    let span = token.span
    try advance()
    return Syntax(.literal(value), at: span, over: 0)
  }

  private mutating func refused() throws(SyntaxError) -> Syntax {
    let span = token.span
    try advance()
    return Syntax(.refused, at: span, over: 0)
  }

  mutating func negativeNumber(from start: Int) throws(SyntaxError) -> Syntax {
    let span = token.span
    let value: Value =
      token.kind == .int
      ? .int(try int(span, isNegative: true)) : .double(-(try double(span)))
    try advance()
    return Syntax(.literal(value), at: Span(start, span.end), over: 0)
  }

  private func int(_ span: Span, isNegative: Bool) throws(SyntaxError) -> Int64 {
    let written = text(span)
    let isHexadecimal = written.hasPrefix("0x") || written.hasPrefix("0X")
    let digits = isHexadecimal ? String(written.dropFirst(2)) : written
    guard let number = Int64((isNegative ? "-" : "") + digits, radix: isHexadecimal ? 16 : 10)
    else {
      throw SyntaxError("the number is beyond 64 bits", at: span)
    }
    return number
  }

  private func double(_ span: Span) throws(SyntaxError) -> Double {
    guard let number = Double(text(span)), number.isFinite else {
      throw SyntaxError("the number is beyond what a double holds", at: span)
    }
    return number
  }

  private mutating func list() throws(SyntaxError) -> Syntax {
    let start = token.span.start
    try advance()
    var elements: [Syntax] = []
    while token.kind != .rightBracket {
      if token.kind == .question {
        refuse("optional elements are", at: token.span)
        try advance()
      }
      elements.append(try expression())
      guard try accept(.comma) else { break }
    }
    let end = token.span.end
    try expect(.rightBracket, "]")
    let height = elements.reduce(0) { max($0, $1.height) }
    return try node(.list(elements), from: start, to: end, over: height)
  }

  private mutating func map() throws(SyntaxError) -> Syntax {
    let start = token.span.start
    try advance()
    var entries: [Syntax.Entry] = []
    while token.kind != .rightBrace {
      if token.kind == .question {
        refuse("optional entries are", at: token.span)
        try advance()
      }
      let key = try expression()
      try expect(.colon, ":")
      entries.append(Syntax.Entry(key: key, value: try expression()))
      guard try accept(.comma) else { break }
    }
    let end = token.span.end
    try expect(.rightBrace, "}")
    let height = entries.reduce(0) { max($0, $1.key.height, $1.value.height) }
    return try node(.map(entries), from: start, to: end, over: height)
  }

  /// `Name{field: value}`, which is refused; read to its end, so that what follows is checked.
  mutating func message(_ name: Syntax) throws(SyntaxError) -> Syntax {
    refuse("messages (`Name{…}`) are", at: name.span)
    try advance()
    while token.kind != .rightBrace {
      if token.kind == .question { try advance() }
      guard token.kind == .name || token.kind == .reserved || token.kind == .quotedName else {
        throw unexpected()
      }
      try advance()
      try expect(.colon, ":")
      _ = try expression()
      guard try accept(.comma) else { break }
    }
    let end = token.span.end
    try expect(.rightBrace, "}")
    return try member(of: Syntax(.refused, at: Span(name.span.start, end), over: 0))
  }
}
