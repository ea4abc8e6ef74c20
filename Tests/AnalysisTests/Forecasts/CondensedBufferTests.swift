import Testing

@testable import Analysis

/// A buffer that leaves its overflow to a summary carries what the summary carries: both are one conversation.
@Suite struct CondensedBufferTests {
  private static let buffer =
    "components:\n  - {id: h, kind: conversation_buffer, limit: {tokens: 800}, on_overflow: summarize}\n"
  private static let summary =
    "  - {id: s, kind: summarization, summarizes: h, trigger: {tokens: 600}, target_tokens: 100, keeps_recent: none}\n"
  private static let unsaid =
    "  - {id: s, kind: summarization, summarizes: h, target_tokens: 100}\n"

  @Test(arguments: [
    "context_at_typical", "context_at_max", "replayed_tokens_typical", "replayed_tokens_max",
    "replay_cost_max", "overflow_turn", "overflows",
  ])
  func isTheSameConversation(forecast: String) throws {
    let system = try analyzed(small + Self.buffer + Self.summary)
    let ofSummary = try outcome(forecast, of: "s", in: system)
    #expect(try outcome(forecast, of: "h", in: system) == ofSummary)
  }

  @Test(arguments: [
    ForecastCase("context_at_max", of: "h", small + buffer, "800"),
    ForecastCase("context_at_max", of: "h", small + buffer + summary, "500"),
    ForecastCase(
      "context_at_max", of: "h", small + buffer.replacing("800", with: "400") + summary, "400"),
    ForecastCase("overflow_turn", of: "h", small + buffer + unsaid, "none"),
    ForecastCase("overflows", of: "h", small + buffer + unsaid, "false"),
    ForecastCase(
      "overflow_turn", of: "h", small + buffer.replacing("800", with: "1k") + unsaid,
      "? components.s.keeps_recent, components.s.trigger.every, components.s.trigger.idle, components.s.trigger.tokens, components.s.trigger.turns"
    ),
    ForecastCase(
      "overflow_turn", of: "h", small + buffer.replacing("800", with: "1k") + summary, "none"),
  ])
  func condensesFirst(_ forecast: ForecastCase) throws { try forecast.check() }
}
