/// A general category and whether it is closed over case.
struct UnicodeProperty: Hashable {
  let name: String
  let ignoresCase: Bool
}

extension PatternParser {
  /// Reads `[…]`.
  mutating func parseClass() throws(RegularExpressionError) -> ScalarSet {
    let start = reader.index
    reader.advance()
    let isNegated = reader.skip("^")
    var members = ScalarSetBuilder()
    let first = reader.index
    while let scalar = reader.next {
      if scalar == "]", reader.index > first {
        reader.advance()
        return isNegated ? members.set.inverted : members.set
      }
      if let set = try parsePOSIX() {
        members.insert(set)
      } else if let set = try parseShorthand() {
        members.insert(set)
      } else {
        members.insert(folded(ScalarSet([try parseRange()])))
      }
    }
    throw failure("this class is never closed by `]`", from: start)
  }

  private mutating func parseRange() throws(RegularExpressionError) -> ClosedRange<UInt32> {
    let start = reader.index
    let low = try parseClassScalar()
    guard reader.next == "-", let end = reader.scalar(ahead: 1), end != "]" else {
      return low...low
    }
    reader.advance()
    let high = try parseClassScalar()
    guard low <= high else {
      throw failure("the range `\(reader.excerpt(from: start))` runs backwards", from: start)
    }
    return low...high
  }

  private mutating func parseClassScalar() throws(RegularExpressionError) -> UInt32 {
    if reader.next == "\\" { return try parseEscapedScalar() }
    guard let scalar = reader.take() else {
      throw failure("the class ends in the middle of a range", from: reader.index)
    }
    return scalar.value
  }

  /// Reads `[:name:]` inside a class; nil, unmoved, where it does not stand there.
  private mutating func parsePOSIX() throws(RegularExpressionError) -> ScalarSet? {
    let start = reader.index
    guard !hasNoMoreClassNames, reader.isAt("[:") else { return nil }
    var ahead = reader
    ahead.advance(2)
    let isNegated = ahead.skip("^")
    guard let name = ahead.take(upTo: ":]") else {
      hasNoMoreClassNames = true
      return nil
    }
    reader = ahead
    guard let set = ScalarSet.posix(name) else {
      throw failure("there is no class `\(reader.excerpt(from: start))`", from: start)
    }
    return isNegated ? folded(set).inverted : folded(set)
  }

  /// Reads `\d`, `\pL`, `\p{Lu}` and their like; nil, unmoved, where none stands there.
  mutating func parseShorthand() throws(RegularExpressionError) -> ScalarSet? {
    guard reader.next == "\\", let letter = reader.scalar(ahead: 1) else { return nil }
    switch letter {
    case "d": return parsePerl(.digit)
    case "s": return parsePerl(.whitespace)
    case "w": return parsePerl(.word)
    case "D": return parsePerl(.digit).inverted
    case "S": return parsePerl(.whitespace).inverted
    case "W": return parsePerl(.word).inverted
    case "p": return try parseProperty(isNegated: false)
    case "P": return try parseProperty(isNegated: true)
    default: return nil
    }
  }

  private mutating func parsePerl(_ set: ScalarSet) -> ScalarSet {
    reader.advance(2)
    return folded(set)
  }

  private mutating func parseProperty(
    isNegated: Bool
  ) throws(RegularExpressionError) -> ScalarSet {
    let start = reader.index
    reader.advance(2)
    var isNegated = isNegated
    var name = ""
    if reader.skip("{") {
      if reader.skip("^") { isNegated.toggle() }
      guard let braced = reader.take(upTo: "}") else {
        throw failure("the property's name is never closed by `}`", from: start)
      }
      name = braced
    } else if let letter = reader.take() {
      name = String(letter)
    }
    let set = try propertySet(UnicodeProperty(name: name, ignoresCase: flags.ignoresCase), start)
    return isNegated ? set.inverted : set
  }

  private mutating func propertySet(
    _ property: UnicodeProperty, _ start: Int
  ) throws(RegularExpressionError) -> ScalarSet {
    if let known = propertySets[property] { return known }
    guard let set = GeneralCategories.set(named: property.name) else {
      throw failure(
        "`\(reader.excerpt(from: start))` is not supported: of the Unicode properties only general "
          + "categories such as `\\pL` or `\\p{Lu}` are, no scripts", from: start)
    }
    let closed = folded(set)
    propertySets[property] = closed
    return closed
  }

  private func folded(_ set: ScalarSet) -> ScalarSet {
    flags.ignoresCase ? CaseFolding.unicode.closure(of: set) : set
  }
}
