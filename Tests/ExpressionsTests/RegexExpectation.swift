import Testing

@testable import Expressions

/// A pattern with texts in which it is found and texts in which it is not.
struct RegexExpectation: CustomTestStringConvertible, Sendable {
  let pattern: String
  let found: [String]
  let missed: [String]

  init(_ pattern: String, found: [String] = [], missed: [String] = []) {
    self.pattern = pattern
    self.found = found
    self.missed = missed
  }

  var testDescription: String { pattern }

  func check() throws {
    let expression = try RegularExpression(pattern)
    for text in found {
      #expect(expression.matches(text), "in \(text.debugDescription)")
    }
    for text in missed {
      #expect(!expression.matches(text), "in \(text.debugDescription)")
    }
  }
}
