import ExpressionSamples
import Expressions
import SourceText
import Testing

/// Hostile expressions end quickly, with an error at a place.
@Suite struct LimitTests {
  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    ("(", "1", ")"), ("[", "1", "]"), ("{1: ", "1", "}"), ("size(", "''", ")"),
    ("true ? 1 : ", "1", ""),
    ("[1].all(x, ", "true", ")"), ("[0][", "0", "]"), ("", "1", " + 1"), ("", "[0]", "[0]"),
    ("", "subject", ".store"), ("1 - (", "1", ")"), ("!(", "true", ")"),
    ("cel.bind(x, 1, ", "x", ")"),
    ("has(", "subject.name", ")"), ("a.b(", "1", ")"), ("A{x: ", "1", "}"),
  ])
  func deepNestingIsRefused(_ open: String, _ core: String, _ close: String) {
    for depth in [300, 3_000, 30_000] {
      let text = repeated(open, depth) + core + repeated(close, depth)
      let found = Sample.diagnostics(of: text)
      #expect(!found.isEmpty)
      #expect(found.count <= Limits.diagnostics)
    }
  }

  @Test(arguments: [
    ("(", "1", ")"), ("[", "1", "]"), ("-(", "1", ")"), ("[1].all(x, ", "true", ")"),
    ("[0].map(x, ", "1", ")"), ("true ? true : ", "true", ""),
  ])
  func nestingUpToTheLimitRuns(_ open: String, _ core: String, _ close: String) {
    let text = repeated(open, 240) + core + repeated(close, 240)
    let outcome = Sample.outcome(of: text)
    #expect(!outcome.hasPrefix("wrong"))
    #expect(!outcome.hasPrefix("error"))
  }

  @Test func valuesAreNotDeeperThanExpressions() {
    var text = "cel.bind(a0, 1, "
    for level in 1...100 {
      let value = repeated("[", 140) + "a\(level - 1)" + repeated("]", 140)
      text += "cel.bind(a\(level), \(value), "
    }
    text += "a100 == a100" + repeated(")", 101)
    for options in [
      Options(), Options(allowsDyn: true), Options(allowsDyn: true, isChecked: false),
    ] {
      let outcome = Sample.outcome(of: text, options: options)
      #expect(outcome.hasPrefix("wrong: the value is nested deeper than 250 levels"))
    }
  }

  @Test func longRunsAreNotDeep() {
    #expect(Sample.outcome(of: repeated("true && ", 5_000) + "true") == "true")
    #expect(Sample.outcome(of: repeated("!", 5_001) + "true") == "false")
    #expect(Sample.outcome(of: repeated("-", 5_000) + "19") == "19")
    #expect(Sample.outcome(of: "[" + repeated("1, ", 5_000) + "1].size()") == "5001")
  }

  @Test func lengthIsBounded() {
    let found = Sample.diagnostics(of: "'" + repeated("a", Limits.length) + "'")
    #expect(found.map(\.message) == ["the expression is longer than 65536 bytes"])
  }

  /// Each would take ages, or more memory than there is.
  @Test(arguments: [
    String(repeating: "[1,2,3,4,5,6,7,8,9,0].map(x, ", count: 12) + "x"
      + String(repeating: ")", count: 12),
    String(repeating: "[1,2,3,4,5,6,7,8,9,0].all(x, ", count: 12) + "true"
      + String(repeating: ")", count: 12),
    String(repeating: "[1,2,3,4,5,6,7,8,9,0].exists(x, ", count: 12) + "1 / 0 == 1"
      + String(repeating: ")", count: 12),
    (0..<60).map { "cel.bind(a\($0 + 1), a\($0) + a\($0), " }.reduce("cel.bind(a0, 'x', ", +)
      + "a60" + String(repeating: ")", count: 61),
    (0..<60).map { "cel.bind(a\($0 + 1), a\($0) + a\($0), " }.reduce("cel.bind(a0, [1], ", +)
      + "a60" + String(repeating: ")", count: 61),
    (0..<60).map { "cel.bind(a\($0 + 1), [a\($0), a\($0)], " }.reduce("cel.bind(a0, 1, ", +)
      + "a60 == a60" + String(repeating: ")", count: 61),
    (0..<20).map { "cel.bind(a\($0 + 1), a\($0) + a\($0), " }.reduce("cel.bind(a0, 'aaaaaaaa', ", +)
      + "[1,2,3,4,5,6,7,8,9].map(i, a20.replace('a', a10)).size()"
      + String(repeating: ")", count: 21),
    (0..<16).map { "cel.bind(a\($0 + 1), a\($0) + a\($0), " }.reduce("cel.bind(a0, [1], ", +)
      + "a16.exists(x, a16.exists(y, x + y == 0))" + String(repeating: ")", count: 17),
    (0..<16).map { "cel.bind(a\($0 + 1), a\($0) + a\($0), " }.reduce("cel.bind(a0, 'ab', ", +)
      + "a16.matches('(a|b|ab)*c' + '') || a16.split('').all(x, a16.matches('(a*)*' + x))"
      + String(repeating: ")", count: 17),
  ])
  func costIsBounded(_ text: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let outcome = Sample.outcome(of: text, options: Options(allowsDyn: true), budget: 1_000_000)
      #expect(outcome == "error: the expression takes too many steps")
    }
    #expect(time < .seconds(60))
  }

  @Test func exponentialValuesPrintShortly() {
    let text =
      (0..<60).map { "cel.bind(a\($0 + 1), [a\($0), a\($0)], " }.reduce("cel.bind(a0, 1, ", +)
      + "a60"
      + repeated(")", 61)
    #expect(Sample.outcome(of: text).utf8.count < 3_000)
  }

  @Test func anUnknownDeepInConditionsIsEvaluatedOnce() {
    let text = repeated("(true && ", 200) + "subject.writers == 1" + repeated(")", 200)
    #expect(
      Sample.outcome(of: text, subject: Sample.history)
        == "undeclared(components.history.writers)")
  }

  @Test func theErrorHasAPlace() {
    let (expression, _) = Expression.compile(
      "true && components.all(c, c.id != '')", schema: Sample.schema, variables: Sample.variables)
    guard case .failure(let error)? = expression?.evaluate(Sample.values(), budget: 2) else {
      Issue.record("no error")
      return
    }
    #expect(error.span.start >= 8)
    #expect(error.isFinal)
  }

  @Test func anythingGivesAResult() {
    var random = Seeded(7)
    let words = [
      "subject", ".", "kind", "==", "'rag'", "(", ")", "[", "]", "{", "}", ",", ":", "?", "&&",
      "||", "!",
      "-", "1", "1.5", "0x", "has", "declared", "components", "exists", "c", "map", "in", "null",
      "//", "\n",
      "\"", "'", "\\", "r'", "b\"", "`", "cel", "bind", "size", "matches", "é", "\u{0}", "%", "…",
      "'''",
    ]
    for _ in 0..<8_000 {
      let text = (0..<random.below(14)).map { _ in words[random.below(words.count)] }.joined(
        separator: random.below(2) == 0 ? "" : " ")
      for options in [Options(), Options(allowsDyn: true, isChecked: false)] {
        let outcome = Sample.outcome(of: text, options: options)
        #expect(!outcome.isEmpty && outcome != "wrong: ", "\(text)")
      }
    }
  }
}

/// A small generator of numbers: the same seed gives the same ones.
struct Seeded {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(limit, 1)))
  }
}
