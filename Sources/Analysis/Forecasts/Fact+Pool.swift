internal import Architecture

extension Fact {
  /// Whether there are enough connections.
  static let poolForecasts: [Fact] = [
    .of(
      .stores, "connections_needed", .count,
      "Connections that are busy at the same time at the peak, by Little's law, if every lookup goes to this store and takes as long as its 95th percentile; none where no agent uses it.",
      formula:
        "⌈turn_rate × lookups_per_turn × latency.p95⌉, and no more than concurrent_conversations: a turn looks up one thing after the other"
    ) { system, store, inputs in
      .roundedUp(connectionsNeeded(by: store, in: system, &inputs))
    },
    .of(
      .stores, "pool_total", .count,
      "Connections that all processes may open together; none where no agent uses the store.",
      formula:
        "connection_pool.size × Σ replicas.max over the processes of the agents that use its components, record finished work there, or are served by it in another store's place"
    ) { system, store, inputs in
      let (least, isComplete) = connections(to: store, in: system, &inputs)
      return isComplete && !isUnused(store, in: system) ? .rounded(least) : nil
    },
    .of(
      .stores, "pools_fit_the_server", .boolean,
      "Whether the server accepts the connections of all processes together.",
      formula: "pool_total ≤ connection_limit"
    ) { system, store, inputs in
      guard let limit = inputs.operand(store.reading.connection_limit) else { return nil }
      let (least, isComplete) = connections(to: store, in: system, &inputs)
      if least > limit { return .boolean(false) }
      return isComplete ? .boolean(true) : nil
    },
    .of(
      .stores, "pool_suffices", .boolean,
      "Whether there are as many connections as the peak needs.",
      formula: "pool_total ≥ connections_needed; true as soon as it is concurrent_conversations"
    ) { system, store, inputs in
      if isUnused(store, in: system) { return .boolean(true) }
      let needed = connectionsNeeded(by: store, in: system, &inputs)?.rounded(.up)
      let (least, isComplete) = connections(to: store, in: system, &inputs)
      if let most = system.root.workload.concurrent_conversations.number, least >= most {
        return .boolean(true)
      }
      guard let needed else { return nil }
      if least >= needed { return .boolean(true) }
      return isComplete ? .boolean(false) : nil
    },
  ]

  private static func connectionsNeeded(
    by store: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    guard store.reading.storeKind != .inProcess, !isUnused(store, in: system) else { return nil }
    let lookups = inputs.number(system.root.workload.lookups_per_turn, none: 0)
    let latency = inputs.operand(store.reading.latency.p95)
    let turns = turnRate(in: system, &inputs)
    let busy = product(turns, lookups, latency)
    let conversations = inputs.number(system.root.workload.concurrent_conversations)
    return busy.map { min($0, conversations ?? $0) }
  }

  private static func connections(
    to store: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Sum {
    guard store.reading.storeKind != .inProcess else { return (0, false) }
    let pool = store.reading.connection_pool
    let size = pool.isNone ? 1 : inputs.operand(pool.size)
    let relations = system.relations
    let users = users(of: store, in: system)
    let unknown = Set(relations.unknownWriters + relations.unknownReaders).sorted()
    inputs.miss(unknown)
    let processes = processes(ofAll: users.sorted().map { system.agents[$0] }, &inputs)
    return (
      processes.least * (size ?? 0), processes.isComplete && size != nil && unknown.isEmpty
    )
  }

  /// The agents that reach a store: by its components, by what they record, or while another does not answer.
  private static func users(of store: Part, in system: AnalyzedSystem) -> Set<Int> {
    let relations = system.relations
    return Set(
      (relations.covered[store.index] + [store.index]).flatMap { place in
        relations.recorders[place]
          + relations.residents[place].flatMap { relations.writers[$0] + relations.readers[$0] }
      })
  }

  /// Whether all agents say what they use, and none of them uses a store.
  private static func isUnused(_ store: Part, in system: AnalyzedSystem) -> Bool {
    let relations = system.relations
    return relations.unknownWriters.isEmpty && relations.unknownReaders.isEmpty
      && users(of: store, in: system).isEmpty
  }
}
