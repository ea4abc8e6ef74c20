import Testing

@testable import Expressions

@Suite struct RegexLimitTests {
  private func steps(_ pattern: String, _ text: String) throws -> (found: Bool, steps: Int) {
    var parser = try PatternParser(pattern)
    var matcher = PatternMatcher(try PatternProgram(try parser.parse()))
    let found = matcher.finds(text)
    return (found, matcher.steps)
  }

  @Test(arguments: [
    "^(a+)+$", "(a*)*c", "(a|a)*c", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)(.*)(.*)(.*)c",
    "(a?){20}a{20}c", "(?:a{1,10}){1,10}c", "(|a)*(|a)*c", "(?i)(\\w+\\s?)*c", "(\\b|a)*c",
  ])
  func stepsGrowWithTheTextOnly(pattern: String) throws {
    let expression = try RegularExpression(pattern)
    for length in [0, 1, 10, 100, 2_000] {
      let run = try steps(pattern, String(repeating: "a", count: length) + "b")
      #expect(!run.found)
      #expect(run.steps <= expression.stepBound(forLength: length + 1))
    }
    let runs = try [500, 1_000, 1_500].map {
      try steps(pattern, String(repeating: "a", count: $0) + "b").steps
    }
    #expect(runs[2] - runs[1] == runs[1] - runs[0])
  }

  @Test func aLongTextIsReadOnce() throws {
    let run = try steps("^(a+)+$", String(repeating: "a", count: 100_000) + "b")
    #expect(!run.found)
    #expect(run.steps < 1_000_000)
  }

  @Test func theFirstMatchEndsTheSearch() throws {
    let run = try steps("a", "a" + String(repeating: "b", count: 10_000))
    #expect(run.found)
    #expect(run.steps < 10)
  }

  @Test func theBoundIsThatOfPlacesAndInstructions() throws {
    let expression = try RegularExpression("ab")
    #expect(expression.stepBound(forLength: 0) == 3)
    #expect(expression.stepBound(forLength: 9) == 30)
    #expect(expression.stepBound(forLength: -5) == 3)
    #expect(expression.stepBound(forLength: .max) == .max)
    #expect(expression.stepBound(forLength: .max / 2) == .max)
  }

  @Test func groupsNestToALimit() throws {
    let limit = PatternLimit.nesting
    #expect(try RegularExpression(nested("(", ")", limit, around: "a")).matches("xa"))
    #expect(try RegularExpression(nested("(|b", ")*", limit, around: "a")).matches("xa"))
    #expect(try RegularExpression(nested("(?:cb|", "d)?", limit, around: "a")).matches("xa"))
    #expect(refusal(nested("(", ")", limit + 1, around: "a"))?.offset == limit)
    #expect(refusal(nested("(", "", 5_000, around: "a"))?.offset == limit)
    #expect(refusal(nested("(?i:", ")", 1_500, around: "a"))?.offset == 4 * limit)
  }

  @Test func repetitionsNestToALimit() throws {
    let stacked = String(repeating: "*(?i)", count: PatternLimit.nesting)
    #expect(try RegularExpression("a" + stacked).matches(""))
    #expect(refusal("a" + stacked + "*")?.message.contains("nested more than") == true)
  }

  @Test func patternsAreBounded() throws {
    let limit = PatternLimit.patternLength
    let longest = String(repeating: "x", count: limit - 1)
    #expect(try !RegularExpression(longest).matches("x"))
    #expect(refusal(String(repeating: "x", count: limit + 1))?.offset == limit)
  }

  @Test(arguments: [
    "(?:abcdefghijkl){1000}", "(?:a{10}b{10}){50}(?:a{500}){2}[^a]{1000}.{1000}(?:abcdefghi){900}",
    "(?:a|b|c|d){1000}", "a{1000}b{1000}c{1000}d{1000}e{1000}f{1000}g{1000}h{1000}i{1000}j{1000}k",
  ])
  func programsAreBounded(pattern: String) {
    #expect(refusal(pattern)?.message.contains("too large") == true)
  }

  @Test(arguments: [
    "(?:" + String(repeating: "()", count: 4_900) + "){1000}",
    String(repeating: "(?:){1000}", count: 900),
    "[" + String(repeating: "[:", count: 4_900),
    "[^" + String(repeating: "\\pL", count: 3_000) + "]",
    "(?i)" + String(repeating: "\\PL", count: 1_000),
    String(repeating: "|", count: 9_900), String(repeating: "{1", count: 5_000),
    "\\Q" + String(repeating: "\\", count: 9_900), String(repeating: "(?i)", count: 2_400),
    String(repeating: "[", count: 9_900), String(repeating: "(?P<n", count: 1_900),
  ])
  func hostilePatternsEnd(pattern: String) {
    _ = (try? RegularExpression(pattern))?.matches("aaa")
  }

  private func nested(_ open: String, _ close: String, _ depth: Int, around core: String) -> String
  {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  private func refusal(_ pattern: String) -> RegularExpressionError? {
    #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
  }
}
