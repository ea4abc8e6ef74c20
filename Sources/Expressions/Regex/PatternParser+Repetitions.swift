/// An operator that has just been read: another one must not follow it.
struct RepetitionOperator {
  /// Where it begins and ends, without the `?` of a lazy one.
  let place: Range<Int>
  let isLazy: Bool
}

extension PatternParser {
  /// Reads `*`, `+`, `?`, `{2}`, `{2,}` or `{2,3}`; a brace that opens none of them is a literal.
  mutating func parseRepetition(
    after previous: RepetitionOperator?
  ) throws(RegularExpressionError) -> RepetitionOperator? {
    let start = reader.index
    guard let (least, most) = takeCounts() else {
      reader.advance()
      appendLiteral(Unicode.Scalar("{").value)
      return nil
    }
    let place = start..<reader.index
    let isLazy = reader.skip("?")
    if let previous {
      let text = reader.excerpt(of: place)
      if text == "+", !previous.isLazy {
        throw notLinear(
          "the possessive repetition `\(reader.excerpt(of: previous.place))+`", from: start)
      }
      throw failure("`\(text)` repeats the repetition before it: group that first", from: start)
    }
    try checkCounts(place, least: least, most: most)
    guard let part = group.takeLast() else {
      throw failure("`\(reader.excerpt(of: place))` has nothing before it to repeat", from: start)
    }
    group.append(try repeated(part, least: least, most: most, from: start))
    return RepetitionOperator(place: place, isLazy: isLazy)
  }

  private func checkCounts(
    _ place: Range<Int>, least: Int, most: Int?
  ) throws(RegularExpressionError) {
    guard max(least, most ?? 0) <= PatternLimit.repetitions else {
      throw failure(
        "`\(reader.excerpt(of: place))` exceeds \(PatternLimit.repetitions) repetitions",
        from: place.lowerBound)
    }
    if let most, most < least {
      throw failure(
        "`\(reader.excerpt(of: place))` asks for at least \(least) and at most \(most)",
        from: place.lowerBound)
    }
  }

  private func repeated(
    _ part: PatternPart, least: Int, most: Int?, from start: Int
  ) throws(RegularExpressionError) -> PatternPart {
    let copies = most == 0 ? 1 : part.copies * max(most ?? least, 1)
    guard copies <= PatternLimit.repetitions else {
      throw failure(
        "repetitions in one another exceed \(PatternLimit.repetitions) together", from: start)
    }
    guard part.repetitionDepth < PatternLimit.nesting else {
      throw failure(
        "repetitions are nested more than \(PatternLimit.nesting) deep", from: start)
    }
    return PatternPart(
      syntax: .repeating(part.syntax, least: least, most: most), copies: copies,
      repetitionDepth: part.repetitionDepth + 1)
  }

  private mutating func takeCounts() -> (least: Int, most: Int?)? {
    if reader.skip("*") { return (0, nil) }
    if reader.skip("+") { return (1, nil) }
    if reader.skip("?") { return (0, 1) }
    var ahead = reader
    guard ahead.skip("{"), let least = ahead.takeCount() else { return nil }
    var most: Int? = least
    if ahead.skip(",") {
      most = nil
      if ahead.next != "}" {
        guard let count = ahead.takeCount() else { return nil }
        most = count
      }
    }
    guard ahead.skip("}") else { return nil }
    reader = ahead
    return (least, most)
  }
}

extension PatternReader {
  /// A decimal number without leading zeros.
  fileprivate mutating func takeCount() -> Int? {
    let digits = takeWhile { ("0"..."9").contains($0) }
    guard !digits.isEmpty, digits == "0" || !digits.hasPrefix("0") else { return nil }
    return Int(digits) ?? .max
  }
}
