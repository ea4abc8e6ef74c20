/// A regular expression of RE2's syntax that is matched in time linear in the text.
package struct RegularExpression: Sendable {
  let program: PatternProgram

  init(_ program: PatternProgram) {
    self.program = program
  }

  package init(_ pattern: String) throws(RegularExpressionError) {
    var parser = try PatternParser(pattern)
    program = try PatternProgram(try parser.parse())
  }

  /// Whether the pattern matches anywhere in the text.
  package func matches(_ text: String) -> Bool {
    var matcher = PatternMatcher(program)
    return matcher.finds(text)
  }

  /// An upper bound of the steps that matching a text of so many scalars takes.
  package func stepBound(forLength length: Int) -> Int {
    PatternMatcher.stepBound(program, length: length)
  }
}

/// Why a pattern is refused, and where in it.
package struct RegularExpressionError: Error, Equatable {
  package let message: String
  /// UTF-8 offset in the pattern.
  package let offset: Int
}

/// What keeps a hostile pattern small.
enum PatternLimit {
  static let patternLength = 10_000
  static let nesting = 250
  static let repetitions = 1_000
  static let instructions = 10_000
}
