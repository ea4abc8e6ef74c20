import Testing

/// Where a model, a bound or an end is not as usual.
@Suite struct EdgeForecastTests {
  private static let turns =
    "workload: {turns_per_conversation: {typical: 5, max: 20}, tokens_per_turn: 1k, tool_calls_per_turn: 0}\n"

  private static func buffer(_ model: String) -> String {
    turns + model
      + "components: [{id: c, kind: conversation_buffer, limit: {tokens: 10k, includes_injected: false}, on_overflow: error}]"
  }

  /// The limit of a buffer refuses turns whatever the window of the model is.
  @Test(arguments: [
    ForecastCase("overflow_turn", of: "c", buffer("model: {context_window: none}\n"), "11"),
    ForecastCase("overflows", of: "c", buffer("model: {context_window: none}\n"), "true"),
    ForecastCase("overflows", of: "c", buffer(""), "true"),
    ForecastCase(
      "overflow_turn", of: "c", buffer(""), "? model.context_window, model.reserve_for_output"),
  ])
  func ofALimit(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func summary(_ fields: String) -> String {
    turns + "components: [{id: c, kind: summarization, \(fields)}]"
  }

  /// A compaction leaves no more than was said.
  @Test(arguments: [
    ForecastCase(
      "summarizer_input", of: "c",
      summary("trigger: {turns: 5}, keeps_recent: 10, target_tokens: 2k"), "17000"),
    ForecastCase(
      "context_at_typical", of: "c",
      summary("injected_tokens: 0, trigger: {turns: 5}, keeps_recent: 10, target_tokens: 2k"),
      "5000"),
    ForecastCase(
      "replayed_tokens_max", of: "c",
      summary("injected_tokens: 0, trigger: {turns: 5}, keeps_recent: 30, target_tokens: 2k"),
      "210000"),
  ])
  func ofACompaction(_ forecast: ForecastCase) throws { try forecast.check() }

  private static let tumbling =
    turns
    + "components: [{id: c, kind: windowed_buffer, injected_tokens: 0, limit: none, on_overflow: truncate, window: {type: tumbling, turns: 3}}]\nmodel: {context_window: 100k, reserve_for_output: 0}"

  @Test(arguments: [
    ForecastCase("context_at_max", of: "c", tumbling, "2000"),
    ForecastCase("replayed_tokens_max", of: "c", tumbling, "39000"),
  ])
  func ofATumblingWindow(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func window(_ window: String, max: String = "{max: 40}") -> String {
    "workload: {turns_per_conversation: \(max), tokens_per_turn: 1k, tool_calls_per_turn: 0}\n"
      + "components: [{id: c, kind: windowed_buffer, window: \(window)}]"
  }

  /// What a window lets through is bounded by what it counts, and by how long conversations are.
  @Test(arguments: [
    ForecastCase("window_tokens", of: "c", window("{turns: 20}"), "20000"),
    ForecastCase("window_tokens", of: "c", window("{turns: 20, tokens: 8k}"), "8000"),
    ForecastCase("window_tokens", of: "c", window("{turns: 60}"), "40000"),
    ForecastCase("window_tokens", of: "c", window("{turns: 60}", max: "{typical: 8}"), "60000"),
    ForecastCase("window_tokens", of: "c", window("{gap: 30m}"), "none"),
    ForecastCase(
      "window_tokens", of: "c", "components: [{id: c, kind: windowed_buffer, window: {turns: 2}}]",
      "? workload.tokens_per_tool_result, workload.tokens_per_turn, workload.tool_calls_per_turn"),
  ])
  func ofAWindow(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func replay(_ workload: String) -> String {
    "workload: {turns_per_conversation: 3, tokens_per_turn: 100, \(workload)}\n"
      + "model: {input_price_per_million_tokens: 2, cached_input_price_per_million_tokens: 1}\n"
      + "components:\n  - {id: c, kind: conversation_buffer, limit: none, on_overflow: error}"
  }

  private static let tools = "tool_calls_per_turn: 2, tokens_per_tool_result: 100"

  /// A turn that calls tools calls the model more than once, and each call carries the conversation.
  @Test(arguments: [
    ForecastCase("calls_per_turn", replay("tool_calls_per_turn: 0"), "1.0"),
    ForecastCase("calls_per_turn", replay(tools), "? workload.model_calls_per_turn"),
    ForecastCase("calls_per_turn", replay("\(tools), model_calls_per_turn: 3"), "3.0"),
    ForecastCase("full_replay_tokens_typical", replay("tool_calls_per_turn: 0"), "600"),
    ForecastCase("full_replay_tokens_typical", replay(tools), "1800"),
    ForecastCase(
      "full_replay_tokens_typical", replay("\(tools), model_calls_per_turn: 3"), "4500"),
    ForecastCase(
      "replayed_tokens_typical", of: "c", replay("\(tools), model_calls_per_turn: 3"), "4500"),
    ForecastCase(
      "cached_replay_cost_typical", replay("\(tools), model_calls_per_turn: 3"), "0.0054"),
    ForecastCase(
      "replay_cost_typical", of: "c", replay("\(tools), model_calls_per_turn: 3"), "0.009"),
    ForecastCase(
      "replay_cost_typical", of: "c",
      replay("\(tools), model_calls_per_turn: 3") + "\n  - {id: p, kind: prompt_cache}", "0.0054"),
    ForecastCase(
      "full_replay_tokens_typical", replay("\(tools), model_calls_per_turn: 0"), "0"),
    ForecastCase(
      "cached_replay_cost_typical", replay("\(tools), model_calls_per_turn: 0"), "0.0"),
  ])
  func ofSeveralCallsPerTurn(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func agent(_ fields: String) -> String {
    "agents: [{id: a, delivery: at-least-once, \(fields)}]"
  }

  /// Work that is set aside after some deliveries is not delivered more often.
  @Test(arguments: [
    ForecastCase(
      "duplicates_per_thousand", of: "a", agent("redelivery: {probability: 90%, attempts: 2}"),
      "900.0"),
    ForecastCase(
      "duplicates_per_thousand", of: "a", agent("redelivery: {probability: 50%, attempts: 1}"),
      "0.0"),
    ForecastCase(
      "duplicates_per_thousand", of: "a", agent("redelivery: {probability: 100%, attempts: 3}"),
      "2000.0"),
    ForecastCase(
      "duplicates_per_thousand", of: "a", agent("redelivery: {probability: 50%, attempts: none}"),
      "1000.0"),
    ForecastCase(
      "duplicates_per_thousand", of: "a", agent("redelivery: {probability: 100%}"), "none"),
    ForecastCase(
      "outlives_redelivery", of: "a",
      agent("redelivery: {after: 1h, probability: 0%}, idempotency: {retention: 30m}"), "true"),
    ForecastCase(
      "outlives_redelivery", of: "a",
      "agents: [{id: a, delivery: at-most-once, redelivery: {after: 1h}, idempotency: {retention: 30m}}]",
      "true"),
    ForecastCase(
      "outlives_redelivery", of: "a",
      agent("redelivery: {after: 1h}, idempotency: {retention: 30m}"), "false"),
  ])
  func ofRepeatedWork(_ forecast: ForecastCase) throws { try forecast.check() }

  private static let crowd =
    "workload: {concurrent_conversations: 2, turn_interval: 10s, lookups_per_turn: 50}\nagents: [{id: a, replicas: 1, reads: [h], writes: [h]}]\ncomponents: [{id: h, kind: conversation_buffer, store: s}]\n"

  private static func store(_ fields: String) -> String {
    "objectives: {recovery_point: 5m}\nstores: [{id: s, kind: redis, \(fields)}]"
  }

  /// A turn looks up one thing after the other; what is written at the end is lost whole.
  @Test(arguments: [
    ForecastCase(
      "connections_needed", of: "s",
      crowd + "stores: [{id: s, kind: postgres, latency: {p95: 1s}}]",
      "2"),
    ForecastCase(
      "connections_needed", of: "s",
      crowd + "stores: [{id: s, kind: postgres, latency: {p95: 100ms}}]", "1"),
    ForecastCase(
      "data_loss_on_crash", of: "s", store("persistence: {mode: on-exit, every: 1m}"), "none"),
    ForecastCase(
      "meets_recovery_point", of: "s", store("persistence: {mode: on-exit, every: 1m}"), "false"),
  ])
  func ofAStore(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func copy(_ coherence: String) -> String {
    "components: [{id: d, kind: rag, lag: 1h, source: {documents: 1, changes: 1/hour}, coherence: {\(coherence)}}]"
  }

  /// A copy that trails its source is always as late.
  @Test(arguments: [
    ForecastCase(
      "expected_staleness", of: "d", copy("strategy: write-behind, interval: none"), "3600.0 s"),
    ForecastCase(
      "stale_read_share", of: "d", copy("strategy: write-behind, interval: none"),
      "0.6321205588285577"),
    ForecastCase(
      "expected_staleness", of: "d", copy("strategy: scheduled-reindex, interval: 1h"), "1800.0 s"),
  ])
  func ofACopy(_ forecast: ForecastCase) throws { try forecast.check() }
}
