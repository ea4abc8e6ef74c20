import Testing

@testable import Analysis

/// What one forecast comes to for one architecture.
struct ForecastCase: Sendable, CustomTestStringConvertible {
  let name: String
  var of: String?
  let given: String
  let expected: String

  init(_ name: String, of id: String? = nil, _ given: String, _ expected: String) {
    self.name = name
    of = id
    self.given = given
    self.expected = expected
  }

  var testDescription: String { "\(name): \(expected)" }

  func check() throws {
    let actual = try outcome(name, of: of, in: analyzed(given))
    if let number = Double(actual), let wanted = Double(expected) {
      #expect(abs(number - wanted) <= 1e-9 * abs(wanted))
    } else {
      #expect(actual == expected)
    }
  }
}

/// 100 tokens a turn, 10 turns or 50, 1,000 tokens of which 100 are reserved.
let small = """
  workload: {turns_per_conversation: {typical: 10, max: 50}, tokens_per_turn: 100, tool_calls_per_turn: 0}
  model: {context_window: 1000, reserve_for_output: 100, input_price_per_million_tokens: 2, cached_input_price_per_million_tokens: 0.5}

  """
