import Testing

@testable import Analysis

@Suite struct SharedStateForecastTests {
  private static let workload =
    "workload: {concurrent_conversations: 101, concurrent_conversations_per_user: 3, turns_per_conversation: 10, turn_interval: 10s}\n"

  @Test(arguments: [
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, coherence: {strategy: write-through}}]", "0.0 s"),
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, coherence: {strategy: ttl, interval: 1h}}]", "3600.0 s"),
    ForecastCase(
      "worst_staleness", of: "r", "components: [{id: r, kind: rag, coherence: {interval: 1h}}]",
      "? components.r.coherence.strategy"),
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, lag: 4s, coherence: {strategy: write-behind, interval: none}}]",
      "4.0 s"),
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, lag: 2h, coherence: {strategy: write-behind, interval: 5m}}]",
      "7200.0 s"),
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, lag: 1d, coherence: {strategy: scheduled-reindex, interval: 1d}}]",
      "86400.0 s"),
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, lag: none, coherence: {strategy: ttl, interval: 1h}}]",
      "3600.0 s"),
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, lag: 3s, coherence: {strategy: write-through}}]", "3.0 s"),
    ForecastCase(
      "worst_staleness", of: "r",
      "components: [{id: r, kind: rag, lag: 3s, coherence: {strategy: ttl, interval: none}}]",
      "none"),
    ForecastCase(
      "worst_staleness", of: "r", "components: [{id: r, kind: rag, coherence: none}]", "none"),
    ForecastCase(
      "worst_staleness", of: "c", "components: [{id: c, kind: semantic_cache, ttl: 1h}]", "3600.0 s"
    ),
    ForecastCase(
      "worst_staleness", of: "c",
      "components: [{id: c, kind: semantic_cache, ttl: 10m, rebuildable_from: r}, {id: r, kind: rag, coherence: {strategy: ttl, interval: 1h}}]",
      "4200.0 s"),
    ForecastCase(
      "worst_staleness", of: "c",
      "components: [{id: c, kind: tool_result_cache, ttl: 10m, rebuildable_from: r}, {id: r, kind: rag}]",
      "? components.r.coherence.interval, components.r.coherence.strategy"),
    ForecastCase(
      "worst_staleness", of: "c",
      "components: [{id: c, kind: semantic_cache, ttl: 10m, rebuildable_from: h}, {id: h, kind: conversation_buffer}]",
      "600.0 s"),
    ForecastCase(
      "worst_staleness", of: "p",
      "components: [{id: p, kind: system_prompt, coherence: {strategy: ttl, interval: 6h}}]",
      "21600.0 s"),
    ForecastCase(
      "meets_max_staleness", of: "p",
      "objectives: {max_staleness: 1h}\ncomponents: [{id: p, kind: system_prompt, coherence: {strategy: ttl, interval: 6h}}]",
      "false"),
    ForecastCase(
      "worst_staleness", of: "p", "components: [{id: p, kind: system_prompt, ttl: 1h}]", "none"),
    ForecastCase(
      "expected_staleness", of: "r",
      "components: [{id: r, kind: rag, coherence: {strategy: ttl, interval: 1h}}]", "1800.0 s"),
    ForecastCase(
      "stale_read_share", of: "r",
      "components: [{id: r, kind: rag, source: {documents: 10, changes: 240/day}, coherence: {strategy: ttl, interval: 1h}}]",
      "0.36787944117144233"),
    ForecastCase(
      "stale_read_share", of: "r",
      "components: [{id: r, kind: rag, source: {documents: 10, changes: none}}]", "0.0"),
    ForecastCase(
      "stale_read_share", of: "r",
      "components: [{id: r, kind: rag, source: {documents: 0, changes: 1/day}, coherence: {strategy: ttl, interval: 1h}}]",
      "none"),
    ForecastCase(
      "stale_read_share", of: "r", "components: [{id: r, kind: rag}]",
      "? components.r.coherence.interval, components.r.coherence.strategy, components.r.source.changes, components.r.source.documents"
    ),
    ForecastCase(
      "meets_max_staleness", of: "r",
      "objectives: {max_staleness: 1h}\ncomponents: [{id: r, kind: rag, coherence: {strategy: ttl, interval: 1h}}]",
      "true"),
    ForecastCase(
      "meets_max_staleness", of: "r",
      "objectives: {max_staleness: 1h}\ncomponents: [{id: r, kind: rag, coherence: none}]", "false"),
    ForecastCase(
      "meets_max_staleness", of: "r",
      "objectives: {max_staleness: 1h}\ncomponents: [{id: r, kind: rag, lag: 2h, coherence: {strategy: write-behind}}]",
      "false"),
    ForecastCase(
      "meets_max_staleness", of: "r",
      "objectives: {max_staleness: none}\ncomponents: [{id: r, kind: rag}]", "none"),
    ForecastCase(
      "meets_max_staleness", of: "r",
      "objectives: {max_staleness: 1h}\ncomponents: [{id: r, kind: rag, coherence: {strategy: ttl, interval: none}}]",
      "false"),
  ])
  func ofCopies(_ forecast: ForecastCase) throws { try forecast.check() }

  private static func memory(_ fields: String) -> String {
    workload + "components: [{id: m, kind: persistent_memory, \(fields)}]"
  }

  @Test(arguments: [
    ForecastCase("lag_read_share", of: "m", memory("lag: 10s"), "0.6321205588285577"),
    ForecastCase(
      "lag_read_share", of: "m", "components: [{id: m, kind: persistent_memory, lag: none}]", "0.0"),
    ForecastCase(
      "lag_read_share", of: "m", "components: [{id: m, kind: persistent_memory}]",
      "? components.m.lag, workload.turn_interval"),
    ForecastCase("extraction_utilization", of: "m", memory("extraction: {capacity: 2/s}"), "0.505"),
    ForecastCase("extraction_keeps_up", of: "m", memory("extraction: {capacity: 1/s}"), "false"),
    ForecastCase("extraction_keeps_up", of: "m", memory("extraction: {capacity: 2/s}"), "true"),
    ForecastCase("extraction_keeps_up", of: "m", memory("extraction: none"), "none"),
    ForecastCase(
      "extraction_keeps_up", of: "m", memory("extraction: {mode: sync}"),
      "? components.m.extraction.capacity"),
  ])
  func ofReadModels(_ forecast: ForecastCase) throws { try forecast.check() }

  private static let careless =
    "writes_per_conversation: 10, write_control: {strategy: last-write-wins, overlap: 100ms}"
  private static let schedulers =
    "agents: [{id: a, writes: [m], work_from: schedule}, {id: b, writes: [m], work_from: schedule}]\n"
  private static let optimistic =
    "writes_per_conversation: 10, write_control: {strategy: optimistic, overlap: 100ms, retries: 1}"

  @Test(arguments: [
    ForecastCase("competing_conversations", of: "m", memory("scope: user"), "2"),
    ForecastCase("competing_conversations", of: "m", memory("scope: global"), "100"),
    ForecastCase("competing_conversations", of: "m", memory("scope: turn"), "0"),
    ForecastCase(
      "competing_conversations", of: "m",
      "agents: [{id: a, writes: [m], work_from: schedule}]\n" + memory("scope: global"), "0"),
    ForecastCase(
      "competing_conversations", of: "m",
      "agents: [{id: a, writes: [m], work_from: schedule}, {id: b}]\n" + memory("scope: global"),
      "100"),
    ForecastCase(
      "competing_conversations", of: "m",
      "agents: [{id: a, writes: [m], concurrent_runs_per_key: allow}]\n" + memory("scope: thread"),
      "1"),
    ForecastCase(
      "competing_conversations", of: "m",
      "agents: [{id: a, writes: [m]}]\n" + memory("scope: thread"),
      "? agents.a.concurrent_runs_per_key"),
    ForecastCase("competing_conversations", of: "m", memory("scope: thread"), "? agents"),
    ForecastCase(
      "collision_share", of: "m", memory("scope: global, \(careless)"), "0.6321205588285577"),
    ForecastCase("collision_share", of: "m", memory("scope: turn"), "0.0"),
    ForecastCase(
      "collision_share", of: "m", "components: [{id: m, kind: rag, scope: global}]",
      "? components.m.write_control.overlap, components.m.writes_per_conversation, workload.concurrent_conversations, workload.turn_interval, workload.turns_per_conversation.typical"
    ),
    ForecastCase(
      "lost_per_thousand_writes", of: "m", memory("scope: global, \(careless)"), "632.1205588285577"
    ),
    ForecastCase(
      "lost_per_thousand_writes", of: "m", memory("write_control: {strategy: crdt}"), "0.0"),
    ForecastCase(
      "lost_per_thousand_writes", of: "m",
      memory("scope: user, writes_per_conversation: 1, write_control: none"), "none"),
    ForecastCase(
      "lost_updates_per_day", of: "m", memory("scope: user, writes_per_conversation: 0"), "0.0"),
    ForecastCase(
      "lost_updates_per_day", of: "m",
      memory(
        "scope: user, writes_per_conversation: 1, write_control: {strategy: saga, overlap: 0s}"),
      "0.0"),
    ForecastCase(
      "lost_updates_per_day", of: "m", schedulers + memory("scope: global, \(careless)"), "none"),
    ForecastCase("collision_share", of: "m", schedulers + memory("scope: global"), "none"),
    ForecastCase(
      "collision_share", of: "m", schedulers + memory("scope: global, writes_per_conversation: 0"),
      "0.0"),
    ForecastCase(
      "expected_retries", of: "m", memory("scope: user, \(optimistic)"), "0.01999200639360895"),
    ForecastCase(
      "refused_share", of: "m", memory("scope: global, \(optimistic)"), "0.6180339887498949"),
    ForecastCase(
      "expected_retries", of: "m", memory("scope: global, \(optimistic)"), "0.6180339887498949"),
    ForecastCase(
      "refused_share", of: "m",
      memory(
        "scope: global, writes_per_conversation: 10, write_control: {strategy: optimistic, overlap: 100ms}"
      ),
      "? components.m.write_control.retries"),
    ForecastCase(
      "lost_per_thousand_writes", of: "m",
      memory(
        "scope: global, writes_per_conversation: 10, write_control: {strategy: optimistic, versioned: false, overlap: 100ms}"
      ), "632.1205588285577"),
    ForecastCase(
      "lost_per_thousand_writes", of: "m",
      "agents: [{id: a, writes: [m], replicas: 2}]\n"
        + memory(
          "scope: global, writes_per_conversation: 10, write_control: {strategy: lock, reach: process, overlap: 100ms}"
        ), "632.1205588285577"),
    ForecastCase(
      "lost_per_thousand_writes", of: "m",
      "agents: [{id: a, writes: [m], replicas: 1}]\n"
        + memory(
          "scope: global, writes_per_conversation: 10, write_control: {strategy: lock, reach: process, overlap: 100ms}"
        ), "0.0"),
    ForecastCase("give_up_share", of: "m", memory("scope: user, \(careless)"), "none"),
    ForecastCase(
      "give_up_share", of: "m",
      memory("scope: user, writes_per_conversation: 10, write_control: {overlap: 100ms}"),
      "? components.m.write_control.retries, components.m.write_control.strategy"),
    ForecastCase("expected_retries", of: "m", memory("scope: global, \(careless)"), "none"),
    ForecastCase(
      "give_up_share", of: "m", memory("scope: user, \(optimistic)"), "0.0003996803196420295"),
  ])
  func ofConcurrentWrites(_ forecast: ForecastCase) throws { try forecast.check() }

  private static let repeated = "delivery: at-least-once, redelivery: {probability: 50%}"
  private static let nightly = "agents: [{id: a, work_from: schedule, \(repeated)}]"
  private static let indexer =
    "agents: [{id: a, work_from: queue, reads: [i], writes: [i], \(repeated)}]\n"

  private static func index(_ fields: String) -> String {
    "components: [{id: i, kind: rag, \(fields)}]"
  }

  @Test(arguments: [
    ForecastCase(
      "duplicates_per_thousand", of: "a",
      "agents: [{id: a, delivery: at-least-once, redelivery: {probability: 20%}}]", "250.0"),
    ForecastCase(
      "duplicates_per_thousand", of: "a", "agents: [{id: a, delivery: at-most-once}]", "0.0"),
    ForecastCase(
      "duplicates_per_thousand", of: "a",
      "agents: [{id: a, delivery: at-least-once, redelivery: {probability: 100%}}]", "none"),
    ForecastCase(
      "duplicates_per_thousand", of: "a", "agents: [{id: a}]",
      "? agents.a.delivery, agents.a.redelivery.probability"),
    ForecastCase(
      "duplicates_per_day", of: "a",
      workload + "agents: [{id: a, delivery: at-least-once, redelivery: {probability: 50%}}]",
      "872640.0"),
    ForecastCase("duplicates_per_day", of: "a", workload + nightly, "none"),
    ForecastCase(
      "duplicates_per_day", of: "a",
      "agents: [{id: a, work_from: schedule, delivery: at-most-once}]", "0.0"),
    ForecastCase(
      "duplicates_per_day", of: "a", workload + indexer + index("source: {changes: 40/day}"), "40.0"
    ),
    ForecastCase(
      "duplicates_per_day", of: "a", workload + indexer + index("scope: global"),
      "? components.i.source.changes"),
    ForecastCase(
      "duplicates_per_day", of: "a",
      workload + indexer + index("holds: [conversation], source: {changes: 40/day}"), "872640.0"),
    ForecastCase(
      "outlives_redelivery", of: "a",
      "agents: [{id: a, redelivery: {after: 5m}, idempotency: {retention: 5m}}]", "true"),
    ForecastCase(
      "outlives_redelivery", of: "a",
      "agents: [{id: a, redelivery: {after: 5m}, idempotency: {retention: 1m}}]", "false"),
    ForecastCase("outlives_redelivery", of: "a", "agents: [{id: a, idempotency: none}]", "false"),
    ForecastCase(
      "outlives_redelivery", of: "a", "agents: [{id: a, idempotency: {retention: none}}]", "true"),
    ForecastCase(
      "outlives_redelivery", of: "a", "agents: [{id: a, redelivery: {after: 5m}}]",
      "? agents.a.idempotency.retention"),
  ])
  func ofRedelivery(_ forecast: ForecastCase) throws { try forecast.check() }
}
