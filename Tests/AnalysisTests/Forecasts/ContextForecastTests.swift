import Testing

@testable import Analysis

@Suite struct ContextForecastTests {
  @Test(arguments: [
    ForecastCase(
      "growth_per_turn",
      "workload: {tokens_per_turn: 450, tool_calls_per_turn: 0.6, tokens_per_tool_result: 350}",
      "660"),
    ForecastCase(
      "growth_per_turn", "workload: {tokens_per_turn: 450, tool_calls_per_turn: none}", "450"),
    ForecastCase(
      "growth_per_turn", "",
      "? workload.tokens_per_tool_result, workload.tokens_per_turn, workload.tool_calls_per_turn"),
    ForecastCase(
      "context_available", "model: {context_window: 8k, reserve_for_output: none}", "8000"),
    ForecastCase(
      "context_available", "model: {context_window: 8k, reserve_for_output: 7k}", "1000"),
    ForecastCase("context_available", "model: {context_window: none}", "none"),
    ForecastCase("context_available", "model: {context_window: 8k}", "? model.reserve_for_output"),
    ForecastCase(
      "fixed_tokens",
      "components: [{id: a, kind: rag, injected_tokens: 3k}, {id: b, kind: system_prompt, injected_tokens: none}, {id: c, kind: checkpoint}]",
      "3000"),
    ForecastCase(
      "fixed_tokens",
      "components: [{id: a, kind: rag, injected_tokens: 3k}, {id: b, kind: scratchpad}]",
      "? components.b.injected_tokens"),
    ForecastCase(
      "fixed_tokens",
      "agents: [{id: x, reads: [a]}]\ncomponents: [{id: a, kind: rag, injected_tokens: 3k}, {id: b, kind: scratchpad}]",
      "3000"),
    ForecastCase(
      "fixed_tokens",
      "agents: [{id: x, reads: [a]}, {id: y, reads: [b]}]\ncomponents: [{id: a, kind: rag, injected_tokens: 3k}, {id: b, kind: rag, injected_tokens: 5k}, {id: c, kind: system_prompt, injected_tokens: 1k}]",
      "6000"),
    ForecastCase(
      "fixed_tokens",
      "agents: [{id: x, reads: [a]}, {id: y}]\ncomponents: [{id: a, kind: rag, injected_tokens: 3k}, {id: b, kind: rag, injected_tokens: 5k}, {id: c, kind: system_prompt, injected_tokens: 1k}]",
      "9000"),
    ForecastCase(
      "fixed_tokens",
      "agents: [{id: x, reads: [a]}, {id: y, reads: [b]}]\ncomponents: [{id: a, kind: rag}, {id: b, kind: rag, injected_tokens: 5k}]",
      "? components.a.injected_tokens"),
    ForecastCase(
      "fixed_tokens",
      "agents: [{id: x, reads: [a]}]\ncomponents: [{id: a, kind: rag, injected_tokens: 3k}, {id: b, kind: system_prompt}]",
      "? components.b.injected_tokens"),
    ForecastCase(
      "turn_rate", "workload: {concurrent_conversations: 120, turn_interval: 40s}", "3.0"),
    ForecastCase(
      "turn_rate", "workload: {concurrent_conversations: 120, turn_interval: 0s}", "none"),
    ForecastCase("turn_rate", "workload: {concurrent_conversations: 0}", "0.0"),
    ForecastCase(
      "fixed_tokens",
      "agents: [{id: x, reads: [a]}, {id: y, reads: [b], sends_history: false}]\ncomponents: [{id: a, kind: rag, injected_tokens: 3k}, {id: b, kind: scratchpad}]",
      "3000"),
    ForecastCase(
      "conversation_rate",
      "workload: {concurrent_conversations: 120, turn_interval: 40s, turns_per_conversation: 6}",
      "0.5"),
    ForecastCase(
      "conversation_duration",
      "workload: {turns_per_conversation: {typical: 6}, turn_interval: 40s}",
      "240.0 s"),
    ForecastCase(
      "concurrent_agents", "agents: [{id: a, replicas: 3}, {id: b, replicas: {max: 4}}]", "7"),
    ForecastCase(
      "concurrent_agents", "agents: [{id: a, replicas: 3}, {id: b}]", "? agents.b.replicas.max"),
    ForecastCase(
      "concurrent_agents",
      "agents: [{id: a, process: crew, replicas: 3}, {id: b, process: crew, replicas: 3}, {id: c, replicas: 2}]",
      "5"),
    ForecastCase(
      "concurrent_agents",
      "agents: [{id: a, replicas: 3}, {id: nightly, work_from: schedule, replicas: 1}]", "3"),
    ForecastCase(
      "concurrent_agents",
      "agents: [{id: a, replicas: 3}, {id: batch, work_from: schedule, replicas: 200}]", "200"),
    ForecastCase("runs_many_agents", "agents: [{id: a, replicas: 300}, {id: b}]", "true"),
  ])
  func ofTheSystem(_ forecast: ForecastCase) throws { try forecast.check() }

  /// Two that talk, each with a history of its own, and one that condenses with a small model.
  private static let several = """
    model: {context_window: 8k, reserve_for_output: 1k}
    agents:
      - {id: chat, reads: [h, a]}
      - {id: long, reads: [notes, b], model: {context_window: 64k, reserve_for_output: 4k}}
      - {id: condenser, role: summarizer, reads: [h, b], model: {context_window: 2k, reserve_for_output: none}}
    components:
      - {id: h, kind: conversation_buffer}
      - {id: notes, kind: conversation_buffer}
      - {id: a, kind: rag, injected_tokens: 2k}
      - {id: b, kind: rag, injected_tokens: 6k}
    """

  private static let full =
    "components: [{id: h, kind: conversation_buffer, limit: none, on_overflow: error}]\n"

  @Test(arguments: [
    ForecastCase("fixed_tokens", of: "h", several, "2000"),
    ForecastCase("fixed_tokens", of: "notes", several, "6000"),
    ForecastCase("context_window", of: "h", several, "8000"),
    ForecastCase("context_window", of: "notes", several, "64000"),
    ForecastCase("context_available", of: "h", several, "7000"),
    ForecastCase("context_available", of: "notes", several, "60000"),
    ForecastCase("context_window", of: "h", full, "? model.context_window"),
    ForecastCase("context_at_typical", of: "h", small + full, "1000"),
    ForecastCase("context_at_max", of: "h", small + full, "5000"),
    ForecastCase("overflow_turn", of: "h", small + full, "10"),
    ForecastCase("overflows", of: "h", small + full, "true"),
    ForecastCase(
      "overflow_turn", of: "h",
      small
        + "components: [{id: h, kind: conversation_buffer, limit: {tokens: 400}, on_overflow: error}]",
      "5"),
    ForecastCase(
      "overflow_turn", of: "h",
      small
        + "components: [{id: h, kind: conversation_buffer, limit: {turns: 4}, on_overflow: truncate}]",
      "none"),
    ForecastCase(
      "overflows", of: "h",
      small
        + "components: [{id: h, kind: conversation_buffer, limit: {turns: 4}, on_overflow: truncate}]",
      "false"),
    ForecastCase(
      "context_at_max", of: "h",
      small
        + "components: [{id: h, kind: conversation_buffer, limit: {turns: 4}, on_overflow: truncate}]",
      "400"),
    ForecastCase(
      "overflow_turn", of: "h",
      small
        + "components: [{id: h, kind: conversation_buffer, limit: {tokens: 2k}, on_overflow: window}]",
      "10"),
    ForecastCase(
      "context_at_max", of: "h",
      small
        + "components: [{id: h, kind: conversation_buffer, limit: none, on_overflow: summarize}]",
      "900"),
    ForecastCase(
      "overflow_turn", of: "h",
      small
        + full.replacing(
          "components: [", with: "components: [{id: p, kind: system_prompt, injected_tokens: 2k}, "),
      "1"),
    ForecastCase(
      "overflow_turn", of: "h", small + "components: [{id: h, kind: conversation_buffer}]",
      "? components.h.limit.tokens, components.h.limit.turns, components.h.on_overflow"),
    ForecastCase("overflow_turn", of: "s", small + "components: [{id: s, kind: rag}]", "none"),
    ForecastCase(
      "overflow_turn", of: "w",
      small
        + "components: [{id: w, kind: windowed_buffer, window: {turns: 12}, limit: none, on_overflow: error}]",
      "10"),
    ForecastCase(
      "overflow_turn", of: "s",
      small
        + "components: [{id: s, kind: summarization, trigger: {tokens: 600}, target_tokens: 100, keeps_recent: none}]",
      "none"),
    ForecastCase(
      "overflow_turn", of: "s",
      small
        + "components: [{id: s, kind: summarization, trigger: {turns: 8}, target_tokens: 200, keeps_recent: none}]",
      "16"),
  ])
  func ofAConversation(_ forecast: ForecastCase) throws { try forecast.check() }

  private static let open = "components: [{id: h, kind: conversation_buffer, limit: none}]\n"

  /// What happens where the context is full need not be known of a conversation that never fills it.
  @Test(arguments: [
    ForecastCase("context_at_max", of: "h", small + open, "? components.h.on_overflow"),
    ForecastCase(
      "context_at_max", of: "h",
      small.replacing("typical: 10, max: 50", with: "typical: 9, max: 9") + open, "900"),
    ForecastCase(
      "replayed_tokens_max", of: "h",
      small.replacing("typical: 10, max: 50", with: "typical: 9, max: 9") + open, "4500"),
    ForecastCase("overflow_turn", of: "h", small + open, "? components.h.on_overflow"),
    ForecastCase("overflows", of: "h", small + open, "? components.h.on_overflow"),
    ForecastCase(
      "overflows", of: "h",
      small.replacing("typical: 10, max: 50", with: "typical: 9, max: 9") + open, "false"),
    ForecastCase(
      "overflows", of: "h",
      small.replacing("typical: 10, max: 50", with: "typical: 9, max: 9")
        + "components: [{id: h, kind: conversation_buffer, limit: {tokens: 800}}]",
      "? components.h.on_overflow"),
    ForecastCase("outgrows_model_at", of: "h", small + open, "10"),
    ForecastCase(
      "outgrows_model_at", of: "h",
      small + "components: [{id: h, kind: conversation_buffer, on_overflow: truncate}]", "10"),
    ForecastCase("outgrows_model_at", of: "w", small + "components: [{id: w, kind: rag}]", "none"),
  ])
  func ofAConversationWhoseEndIsOpen(_ forecast: ForecastCase) throws { try forecast.check() }

  /// What is declared can be too much already.
  @Test func anOverflowIsDecidedByTheLeastThatIsKnown() throws {
    let workload =
      "workload: {turns_per_conversation: {max: 50}, tokens_per_turn: 100}\nmodel: {context_window: 1000}\n"
    #expect(try outcome("overflows", of: "h", in: analyzed(workload + Self.full)) == "true")
    let short = workload.replacing("max: 50", with: "max: 5")
    #expect(
      try outcome("overflows", of: "h", in: analyzed(short + Self.full))
        == "? model.reserve_for_output, workload.tokens_per_tool_result, workload.tool_calls_per_turn"
    )
  }

  @Test(arguments: [
    ForecastCase("full_replay_tokens_typical", small, "? components.only.injected_tokens"),
    ForecastCase("full_replay_tokens_typical", small + full, "5500"),
    ForecastCase("full_replay_tokens_max", small + full, "127500"),
    ForecastCase("full_replay_cost_max", small + full, "0.255"),
    ForecastCase("cached_replay_cost_max", small + full, "0.07125"),
    ForecastCase("windowed_replay_tokens_max", small + full, "45500"),
    ForecastCase("summarized_replay_tokens_max", small + full, "28500"),
    ForecastCase(
      "replayed_tokens_max", of: "w",
      small
        + "components: [{id: w, kind: windowed_buffer, window: {tokens: 400}, limit: none, on_overflow: error}]",
      "19400"),
    ForecastCase(
      "replay_cost_max", of: "w",
      small.replacing("tokens: 2,", with: "tokens: none,")
        + "components: [{id: w, kind: windowed_buffer, window: {tokens: 400}, limit: none, on_overflow: error}]",
      "0.0"),
    ForecastCase("replay_cost_max", of: "r", small + "components: [{id: r, kind: rag}]", "none"),
  ])
  func ofReplay(_ forecast: ForecastCase) throws { try forecast.check() }

  @Test(arguments: [
    ForecastCase(
      "evicted_share_typical", of: "w",
      small + "components: [{id: w, kind: windowed_buffer, window: {turns: 20}}]", "0.0"),
    ForecastCase(
      "evicted_share_max", of: "w",
      small + "components: [{id: w, kind: windowed_buffer, window: {turns: 20}}]",
      "? components.w.window.type"),
    ForecastCase(
      "evicted_share_max", of: "w",
      small + "components: [{id: w, kind: windowed_buffer, window: {type: sliding, turns: 20}}]",
      "0.6"),
    ForecastCase(
      "evicted_share_max", of: "w",
      small
        + "components: [{id: w, kind: windowed_buffer, window: {type: sliding, turns: 20, tokens: 550}}]",
      "0.9"),
    ForecastCase(
      "evicted_share_max", of: "w",
      small + "components: [{id: w, kind: windowed_buffer, window: {type: tumbling, turns: 20}}]",
      "0.8"),
    ForecastCase(
      "evicted_share_max", of: "w",
      small + "components: [{id: w, kind: windowed_buffer, window: {type: session, gap: 1h}}]",
      "none"),
    ForecastCase(
      "evicted_share_max", of: "w", small + "components: [{id: w, kind: windowed_buffer}]",
      "? components.w.window.gap, components.w.window.tokens, components.w.window.turns"),
  ])
  func ofAWindow(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func summary(_ fields: String) -> String {
    small + "components: [{id: s, kind: summarization, \(fields)}]"
  }

  @Test(arguments: [
    ForecastCase(
      "compactions_max", of: "s",
      summary("trigger: {tokens: 1k}, target_tokens: 200, keeps_recent: 3"), "9"),
    ForecastCase(
      "compactions_typical", of: "s",
      summary("trigger: {turns: 4}, target_tokens: 200, keeps_recent: 3"), "1"),
    ForecastCase(
      "compactions_max", of: "s",
      summary("trigger: {turns: 4}, target_tokens: 200, keeps_recent: 60"), "0"),
    ForecastCase("compactions_max", of: "s", summary("trigger: {idle: 1h}"), "none"),
    ForecastCase("compactions_max", of: "s", summary("trigger: none"), "none"),
    ForecastCase(
      "compactions_max", of: "s", summary("trigger: {tokens: 1k}"),
      "? components.s.keeps_recent, components.s.target_tokens"),
    ForecastCase(
      "generations", of: "s",
      summary(
        "trigger: {turns: 4}, target_tokens: 200, keeps_recent: 3, summarizes_summaries: true"),
      "11"),
    ForecastCase(
      "generations", of: "s",
      summary(
        "trigger: {turns: 4}, target_tokens: 200, keeps_recent: 3, summarizes_summaries: false"),
      "1"),
    ForecastCase(
      "generations", of: "s", summary("trigger: {turns: 40}, target_tokens: 200, keeps_recent: 3"),
      "1"),
    ForecastCase(
      "compaction_leaves", of: "s",
      summary("trigger: {tokens: 1k}, target_tokens: 200, keeps_recent: 8"), "1000"),
    ForecastCase(
      "kept_turns_tokens", of: "s", summary("target_tokens: 200, keeps_recent: 8"), "800"),
    ForecastCase(
      "compaction_leaves", of: "s", summary("target_tokens: 200"), "? components.s.keeps_recent"),
    ForecastCase(
      "compaction_shrinks", of: "s",
      summary("trigger: {tokens: 1k}, target_tokens: 200, keeps_recent: 8"), "false"),
    ForecastCase(
      "compaction_shrinks", of: "s", summary("trigger: {tokens: 1k}, target_tokens: 1200"), "false"),
    ForecastCase(
      "compaction_shrinks", of: "s",
      summary("trigger: {tokens: 1k}, target_tokens: 200, keeps_recent: 7"), "true"),
    ForecastCase(
      "compaction_shrinks", of: "s", summary("trigger: {tokens: 1k}, target_tokens: 200"),
      "? components.s.keeps_recent"),
    ForecastCase(
      "summarizer_input", of: "s",
      summary("trigger: {tokens: 950}, target_tokens: 200, keeps_recent: none"), "1000"),
    ForecastCase(
      "exceeds_summarizer_window", of: "s",
      summary("trigger: {tokens: 950}, target_tokens: 200, keeps_recent: none"), "true"),
    ForecastCase(
      "exceeds_summarizer_window", of: "s",
      summary(
        "trigger: {tokens: 950}, target_tokens: 200, keeps_recent: none, model: {context_window: 2k}"
      ), "false"),
    ForecastCase("exceeds_summarizer_window", of: "s", summary("trigger: {tokens: 1001}"), "true"),
    ForecastCase(
      "exceeds_summarizer_window", of: "s", summary("trigger: {tokens: 900}"),
      "? components.s.keeps_recent, components.s.target_tokens"),
  ])
  func ofASummary(_ forecast: ForecastCase) throws { try forecast.check() }
}
