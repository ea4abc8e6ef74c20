import Testing

@testable import Analysis

@Suite struct TradeoffTests {
  /// The stand of a component to consistency, availability and partition tolerance, a letter each:
  /// k kept, c conceded, r at risk, ? undeclared.
  private func stands(_ component: String, _ rest: String = "") throws -> String {
    let system = try analyzed("components: [{id: it, \(component)}]\n" + rest)
    let tradeoff = system.tradeoff(of: system.components[0])
    return Corner.allCases.map { corner in
      switch tradeoff[corner].position {
      case .kept: "k"
      case .conceded: "c"
      case .atRisk: "r"
      case .undeclared: "?"
      }
    }.joined()
  }

  private let shared =
    "agents: [{id: a, replicas: 4, writes: [it]}]\nstores: [{id: s, kind: redis, latency: {p95: 2ms}}]"

  @Test(arguments: [
    ("{strategy: saga}", "r"), ("{strategy: saga, versioned: true}", "k"),
    ("{strategy: optimistic, versioned: false}", "r"), ("{strategy: optimistic}", "k"),
    ("{strategy: lock, reach: process}", "r"), ("{strategy: lock, reach: shared}", "k"),
    ("{strategy: read-modify-write}", "r"), ("{strategy: last-write-wins}", "r"),
  ])
  func whatNoticesNoOverwriteDoesNotKeepConsistency(control: String, consistency: String) throws {
    let stands = try stands(
      "kind: persistent_memory, store: s, scope: user, updates: sync, write_control: \(control)",
      shared)
    #expect(stands.first.map(String.init) == consistency, "\(stands)")
  }

  @Test func buffersGiveUpLatencyAndCostUnlessBounded() throws {
    #expect(
      try stands(
        "kind: conversation_buffer, store: s, limit: none, on_overflow: error, write_control: {strategy: append-only}",
        shared) == "kck")
    #expect(
      try stands(
        "kind: conversation_buffer, store: s, limit: {tokens: 8k}, on_overflow: truncate, write_control: {strategy: append-only}",
        shared) == "ckk")
  }

  @Test func windowsAndSummariesGiveUpRecall() throws {
    #expect(
      try stands("kind: windowed_buffer, store: s, write_control: {strategy: append-only}", shared)
        .hasPrefix("ck"))
    #expect(
      try stands("kind: summarization, store: s, write_control: {strategy: single-writer}", shared)
        .hasPrefix("ck"))
  }

  @Test func uncontrolledWritersPutRecallAtRisk() throws {
    #expect(
      try stands(
        "kind: persistent_memory, store: s, write_control: {strategy: last-write-wins}", shared)
        == "rkr")
    #expect(
      try stands(
        "kind: persistent_memory, store: s, updates: async, write_control: {strategy: optimistic}",
        shared) == "ckk")
    #expect(
      try stands(
        "kind: persistent_memory, store: s, updates: sync, write_control: {strategy: optimistic}",
        shared) == "kkk")
    #expect(try stands("kind: persistent_memory, store: s", shared) == "?k?")
  }

  @Test func runsThatTakeTurnsDoNotOverwriteEachOther() throws {
    let checkpoint = "kind: checkpoint, scope: thread, mode: sync, store: s"
    let unguarded = checkpoint + ", write_control: {strategy: none}"
    let turns = shared.replacing("replicas: 4", with: "replicas: 4, concurrent_runs_per_key: queue")
    #expect(try stands(unguarded, shared) == "rkr")
    #expect(try stands(unguarded, turns) == "kkk")
    #expect(try stands(checkpoint, turns) == "kkk")
  }

  @Test func aProcessOfItsOwnIsNoPartitionTolerance() throws {
    let local =
      "agents: [{id: a, replicas: 4, writes: [it]}]\nstores: [{id: s, kind: in-process, latency: {p95: 1ms}}]"
    #expect(
      try stands("kind: scratchpad, store: s, write_control: {strategy: lock}", local) == "kkc")
    // Copies that are brought together, and what is gone with its turn, give nothing up.
    for together in [
      "scope: turn", "write_control: {strategy: crdt}", "also_in: {store: s, reconciled: true}",
    ] {
      #expect(try stands("kind: scratchpad, store: s, \(together)", local).hasSuffix("k"))
    }
    #expect(
      try stands("kind: scratchpad, store: s, also_in: {store: s, reconciled: false}", local)
        .hasSuffix("c"))
  }

  @Test(arguments: [
    ("{tokens: 60k}", 120, "", "k"), ("{tokens: 60k}", 121, "", "c"), ("none", 1, "", "c"),
    // What else counts against the limit has to be known, and counts.
    ("{tokens: 60k, includes_injected: true}", 1, "", "c"),
    ("{tokens: 60k, includes_injected: true}", 119, "injected_tokens: 500", "k"),
    ("{tokens: 60k, includes_injected: true}", 119, "injected_tokens: 501", "c"),
  ])
  func aBufferThatIsNeverFullForgetsNothing(
    limit: String, turns: Int, injected: String, consistency: String
  ) throws {
    let system = try analyzed(
      """
      workload: {turns_per_conversation: {max: \(turns)}, tokens_per_turn: 500, tool_calls_per_turn: 0}
      agents: [{id: a, reads: [it, p], writes: [it]}]
      components:
        - {id: it, kind: conversation_buffer, on_overflow: truncate, limit: \(limit)}
        - {id: p, kind: rag, \(injected)}
      """)
    let stand = system.tradeoff(of: system.components[0]).consistency
    #expect((stand.position == .kept ? "k" : "c") == consistency)
  }

  @Test func aHostedServiceNeedsNoStoreToBeShared() throws {
    let one = "agents: [{id: a, replicas: 4, writes: [it]}]\nstores: none"
    #expect(
      try stands(
        "implementation: openai.Conversations, write_control: {strategy: append-only}", one
      )
      .hasSuffix("k"))
    #expect(
      try stands("implementation: openai.Conversations, write_control: none", one).hasSuffix("r"))
    #expect(try stands("implementation: openai.file_search", one).hasSuffix("k"))
    #expect(try stands("implementation: langgraph.InMemoryStore", one).hasSuffix("c"))
  }

  @Test func storesSlowerThanAllowedPutAvailabilityAtRisk() throws {
    #expect(
      try stands("kind: rag, store: s", "stores: [{id: s, kind: postgres, latency: {p95: 300ms}}]")
        == "crk")
    #expect(
      try stands(
        "kind: rag, store: s",
        "objectives: {lookup_p95: 500ms}\nstores: [{id: s, kind: postgres, latency: {p95: 300ms}}]")
        == "ckk")
    #expect(try stands("kind: rag, store: s", "stores: [{id: s, kind: postgres}]") == "c?k")
  }

  @Test func whatIsNotOnTheMapIsNotJudged() throws {
    let system = try analyzed("components: [{id: it, kind: custom, equivalent: tuple space}]")
    #expect(system.tradeoff(of: system.components[0]).consistency.missing == [])
    #expect(
      system.tradeoff(of: try analyzed("components: [{id: it}]").components[0]).consistency.missing
        == ["components.it.kind"])
  }

  /// The corner is latency and cost; that calls fail with their store is said, and changes no stand.
  @Test(arguments: [
    (
      "on_unavailable: fail",
      "no component gives it up, as long as stores answer: requests fail while s does not"
    ),
    ("on_unavailable: fail, fallback_store: t", "no component gives it up"),
    ("on_unavailable: degrade", "no component gives it up"),
    ("on_unavailable: fail, embedded: true", "no component gives it up"),
  ])
  func outagesOfStoresAreNoKeptPromise(store: String, because: String) throws {
    let system = try analyzed(
      """
      components: [{id: it, kind: rag, store: s}]
      stores: [{id: s, kind: postgres, latency: {p95: 2ms}, \(store)}, {id: t, kind: redis, on_unavailable: fail}]
      """)
    let overall = system.tradeoff(system.components.map { system.tradeoff(of: $0) })
    #expect(overall.availability.position == .kept)
    #expect(overall.availability.because == because)
  }

  @Test func theSystemIsAsItsWeakestPart() throws {
    let system = try analyzed(
      "components: [{id: a, kind: rag}, {id: b, kind: prompt_cache}]\nstores: []")
    let overall = system.tradeoff(system.components.map { system.tradeoff(of: $0) })
    #expect(overall.consistency.position == .conceded)
    #expect(overall.consistency.because.hasPrefix("a: "))
  }
}
