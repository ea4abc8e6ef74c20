import Testing

@testable import Analysis

@Suite struct InjectedLimitTests {
  private static let injecting =
    "components: [{id: p, kind: system_prompt, injected_tokens: 200}, {id: h, kind: conversation_buffer, "

  /// 200 tokens are injected beside 100 tokens a turn. A limit that counts them holds so much less of the history.
  @Test(arguments: [
    ForecastCase(
      "overflow_turn", of: "h",
      small + injecting + "limit: {tokens: 600, includes_injected: true}, on_overflow: error}]", "5"
    ),
    ForecastCase(
      "overflow_turn", of: "h",
      small + injecting + "limit: {tokens: 600, includes_injected: false}, on_overflow: error}]",
      "7"),
    ForecastCase(
      "overflow_turn", of: "h",
      small + injecting + "limit: {tokens: 600}, on_overflow: error}]",
      "? components.h.limit.includes_injected"),
    ForecastCase(
      "overflow_turn", of: "h",
      small + injecting + "limit: {tokens: 100, includes_injected: true}, on_overflow: error}]", "1"
    ),
    ForecastCase(
      "overflow_turn", of: "h",
      small + injecting + "limit: {tokens: 600}, on_overflow: truncate}]", "none"),
    ForecastCase(
      "overflows", of: "h",
      small + injecting + "limit: {tokens: 800, includes_injected: true}, on_overflow: truncate}]",
      "false"),
    ForecastCase(
      "overflows", of: "h", small + injecting + "limit: {tokens: 600}, on_overflow: error}]", "true"
    ),
    ForecastCase(
      "context_at_max", of: "h",
      small + injecting + "limit: {tokens: 600, includes_injected: true}, on_overflow: truncate}]",
      "600"),
    ForecastCase(
      "context_at_max", of: "h",
      small + injecting + "limit: {tokens: 600}, on_overflow: truncate}]",
      "? components.h.limit.includes_injected"),
    ForecastCase(
      "context_at_typical", of: "h",
      small.replacing("typical: 10", with: "typical: 4") + injecting
        + "limit: {tokens: 600}, on_overflow: truncate}]", "600"),
    ForecastCase(
      "context_at_max", of: "h",
      small + injecting + "limit: {turns: 4, includes_injected: true}, on_overflow: truncate}]",
      "600"),
    ForecastCase(
      "replayed_tokens_max", of: "h",
      small + injecting + "limit: {tokens: 600, includes_injected: true}, on_overflow: truncate}]",
      "29400"),
  ])
  func ofALimitThatCountsWhatIsInjected(_ forecast: ForecastCase) throws { try forecast.check() }
}
