/// Architectures made up at random, the same ones for the same seed.
struct Generator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// One of about sixty lines: two agents, five components, two stores.
  mutating func architecture(_ number: Int) -> String {
    """
    memaudit: 1
    system:
      name: Assistant \(number)
      domain: \(pick("general", "customer-support", "coding", "finance", "research"))
      stage: \(pick("prototype", "pre-production", "production"))
      deployment: \(pick("service", "serverless"))
    workload:
      concurrent_conversations: \(whole(10, 400))
      concurrent_conversations_per_user: \(whole(1, 3))
      turns_per_conversation: {typical: \(whole(4, 12)), max: \(whole(20, 90))}
      tokens_per_turn: \(whole(200, 900))
      turn_interval: \(whole(10, 60))s
    model:
      context_window: \(pick("32k", "128k", "200k"))
      reserve_for_output: 4k
    objectives:
      lookup_p95: \(whole(20, 200))ms
      max_staleness: \(whole(5, 90))m
      fidelity: \(pick("verbatim", "faithful", "gist"))
    agents:
      - id: assistant
        role: assistant
        replicas: \(whole(1, 8))
        routing: \(pick("any", "by-conversation", "by-user"))
        reads: [history, summary, documents, preferences, instructions]
        writes: [history, summary, preferences]
      - id: extractor
        role: extractor
        replicas: \(whole(1, 2))
        work_from: queue
        delivery: \(pick("at-least-once", "at-most-once"))
        reads: [history]
        writes: [preferences]
    components:
      - id: history
        kind: conversation_buffer
        store: ledger
        scope: thread
        on_overflow: \(pick("summarize", "truncate", "window"))
      - id: summary
        kind: summarization
        summarizes: [history]
        trigger: {tokens: \(whole(8, 20))k}
        target_tokens: \(whole(1, 3))k
        keeps_source: \(pick("true", "false"))
      - id: documents
        kind: rag
        store: vectors
        coherence: {strategy: scheduled-reindex, interval: \(whole(5, 120))m}
        embedding_model_pinned: \(pick("true", "false"))
      - id: preferences
        kind: persistent_memory
        store: ledger
        scope: user
        write_control: {strategy: \(pick("optimistic", "last-write-wins", "lock"))}
      - id: instructions
        kind: system_prompt
        version: v\(whole(1, 9))
    stores:
      - id: ledger
        kind: \(pick("postgres", "redis", "dynamodb"))
        latency: {p95: \(whole(2, 60))ms}
        backup: {every: 1d, restore_tested: \(pick("true", "false"))}
      - id: vectors
        kind: vector-database
        latency: {p95: \(whole(20, 90))ms}
        on_unavailable: \(pick("fail", "degrade"))

    """
  }

  /// One with many components, five agents and ten stores.
  mutating func wide(components count: Int) -> String {
    var text = "memaudit: 1\nsystem: {name: Wide, stage: production}\nagents:\n"
    for agent in 0..<5 {
      text += "  - {id: a\(agent), replicas: 2, reads: [c0], writes: [c\(agent % count)]}\n"
    }
    text += "components:\n"
    for component in 0..<count {
      let kind = pick(
        "conversation_buffer", "windowed_buffer", "summarization", "rag", "persistent_memory")
      text +=
        "  - {id: c\(component), kind: \(kind), store: s\(component % 10), scope: user, injected_tokens: \(whole(10, 900))}\n"
    }
    text += "stores:\n"
    for store in 0..<10 { text += "  - {id: s\(store), kind: postgres}\n" }
    return text
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func whole(_ least: Int, _ most: Int) -> Int {
    least + Int(next() % UInt64(most - least + 1))
  }

  private mutating func pick(_ words: String...) -> String {
    words[Int(next() % UInt64(words.count))]
  }
}
