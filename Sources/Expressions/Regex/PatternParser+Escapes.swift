extension PatternParser {
  mutating func parseEscape() throws(RegularExpressionError) {
    let start = reader.index
    switch reader.scalar(ahead: 1) {
    case "A": appendAssertion(.textStart)
    case "z": appendAssertion(.textEnd)
    case "b": appendAssertion(.wordBoundary)
    case "B": appendAssertion(.notWordBoundary)
    case "Q": appendQuoted()
    case "C":
      throw failure("`\\C` is not supported: text is matched by characters, not bytes", from: start)
    default:
      if let set = try parseShorthand() {
        append(.set(set))
      } else {
        appendLiteral(try parseEscapedScalar())
      }
    }
  }

  private mutating func appendAssertion(_ assertion: PatternAssertion) {
    reader.advance(2)
    append(.assertion(assertion))
  }

  private mutating func appendQuoted() {
    reader.advance(2)
    while reader.next != nil, !reader.skip("\\E") {
      if let scalar = reader.take() { appendLiteral(scalar.value) }
    }
  }

  /// An escape that stands for one scalar, in a class or outside.
  mutating func parseEscapedScalar() throws(RegularExpressionError) -> UInt32 {
    let start = reader.index
    reader.advance()
    guard let scalar = reader.take() else {
      throw failure("the pattern ends in the middle of an escape", from: start)
    }
    switch scalar {
    case "a": return 0x07
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "x": return try parseHexadecimal(from: start)
    case "0": return octalValue(startingWith: scalar)
    case "1"..."7" where reader.next.map(isOctal) ?? false:
      return octalValue(startingWith: scalar)
    case "1"..."9", "k", "g":
      throw notLinear("the backreference `\(reader.excerpt(from: start))`", from: start)
    default:
      guard scalar.isASCII, scalar == "_" || !ScalarSet.word.contains(scalar.value) else {
        throw failure("`\(reader.excerpt(from: start))` is no escape", from: start)
      }
      return scalar.value
    }
  }

  /// Up to three digits, the first of which has been read.
  private mutating func octalValue(startingWith first: Unicode.Scalar) -> UInt32 {
    var value = first.value - Unicode.Scalar("0").value
    for _ in 0..<2 {
      guard let digit = reader.next, isOctal(digit) else { break }
      value = value * 8 + digit.value - Unicode.Scalar("0").value
      reader.advance()
    }
    return value
  }

  private func isOctal(_ scalar: Unicode.Scalar) -> Bool { ("0"..."7").contains(scalar) }

  private mutating func parseHexadecimal(from start: Int) throws(RegularExpressionError) -> UInt32 {
    let isBraced = reader.skip("{")
    let digitsStart = reader.index
    while let scalar = reader.next, scalar.properties.isASCIIHexDigit {
      if !isBraced, reader.index - digitsStart == 2 { break }
      reader.advance()
    }
    let digits = reader.text(from: digitsStart)
    guard isBraced ? reader.skip("}") : digits.utf8.count == 2 else {
      throw failure("`\\x` takes two hexadecimal digits, or any in braces", from: start)
    }
    guard let value = UInt32(digits, radix: 16), value <= ScalarSet.lastCodePoint else {
      throw failure("`\(reader.excerpt(from: start))` is no Unicode code point", from: start)
    }
    return value
  }
}
