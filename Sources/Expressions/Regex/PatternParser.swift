/// Reads RE2's syntax. Open groups are on a stack of its own, so no pattern exhausts the machine's.
struct PatternParser {
  var reader: PatternReader
  var flags = PatternFlags()
  var group: PatternGroup
  var outerGroups: [PatternGroup] = []
  var groupNames: Set<String> = []
  var propertySets: [UnicodeProperty: ScalarSet] = [:]
  /// A search for the end of a class name that failed fails from there on.
  var hasNoMoreClassNames = false

  init(_ pattern: String) throws(RegularExpressionError) {
    guard pattern.utf8.count <= PatternLimit.patternLength else {
      throw RegularExpressionError(
        message: "the pattern is longer than \(PatternLimit.patternLength) bytes",
        offset: PatternLimit.patternLength)
    }
    reader = PatternReader(pattern)
    group = PatternGroup(opening: 0, outerFlags: flags)
  }

  mutating func parse() throws(RegularExpressionError) -> PatternSyntax {
    var repetition: RepetitionOperator?
    while let scalar = reader.next {
      let previous = repetition
      repetition = nil
      switch scalar {
      case "(": try openGroup()
      case ")": try closeGroup()
      case "|":
        reader.advance()
        group.startBranch()
      case "*", "+", "?", "{": repetition = try parseRepetition(after: previous)
      case "[": append(.set(try parseClass()))
      case "\\": try parseEscape()
      case ".":
        reader.advance()
        append(.set(flags.dotMatchesLineFeed ? .all : .notLineFeed))
      case "^":
        reader.advance()
        append(.assertion(flags.anchorsMatchLines ? .lineStart : .textStart))
      case "$":
        reader.advance()
        append(.assertion(flags.anchorsMatchLines ? .lineEnd : .textEnd))
      default:
        reader.advance()
        appendLiteral(scalar.value)
      }
    }
    guard outerGroups.isEmpty else {
      throw reader.failure("this group is never closed", at: group.opening)
    }
    return group.closed().syntax
  }

  mutating func append(_ syntax: PatternSyntax) {
    group.append(PatternPart(syntax: syntax))
  }

  mutating func appendLiteral(_ value: UInt32) {
    guard flags.ignoresCase else { return append(.scalar(value)) }
    let set = CaseFolding.unicode.orbit(of: value)
    append(set.count == 1 ? .scalar(value) : .set(ScalarSet(set.map { $0...$0 })))
  }

  func failure(_ message: String, from start: Int) -> RegularExpressionError {
    reader.failure(message, at: start)
  }

  /// The refusal of what would need memory or going back.
  func notLinear(_ construct: String, from start: Int) -> RegularExpressionError {
    failure("\(construct) is not supported: it cannot be matched in linear time", from: start)
  }
}
