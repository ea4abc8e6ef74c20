internal import Architecture

extension Fact {
  /// How long lookups take.
  static let latencyForecasts: [Fact] = [
    .ofSystem(
      "lookup_target", .duration,
      "The 95th percentile that every lookup of state has to keep.",
      formula:
        "min(\(milliseconds(ArticleFigures.lookupTarget)), objectives.lookup_p95); the objective alone where lookups_per_turn ≤ 1, or where all results are async"
    ) { system, inputs in
      .seconds(
        inputs.number(system.root.objectives.lookup_p95, none: ArticleFigures.lookupTarget)
          .map { lookupTarget(within: $0, in: system) })
    },
    .ofSystem(
      "lookup_time_per_turn", .duration,
      "How long the lookups of a turn take one after the other, if each takes as long as the slowest store's 95th percentile.",
      formula:
        "lookups_per_turn × max latency.p95 over stores, but for those that only agents read for which nobody waits"
    ) { system, inputs in
      let lookups = inputs.number(system.root.workload.lookups_per_turn, none: 0)
      if lookups == 0 { return .seconds(0) }
      if system.root.stores.isUndeclared { inputs.miss(system.root.stores.path) }
      var slowest: Double?
      var isComplete = !system.root.stores.isUndeclared
      for store in system.stores where !isReadUnawaited(store, in: system) {
        let latency = inputs.number(store.reading.latency.p95, none: 0)
        isComplete = isComplete && latency != nil
        slowest = max(slowest ?? 0, latency ?? 0)
      }
      return isComplete ? .seconds(product(lookups, slowest)) : nil
    },
    .of(
      .stores, "latency_class", .choice(Choice(LatencyClass.allCases.map { .init($0.rawValue) })),
      "The class of the store by how long a lookup usually takes.",
      formula:
        "in-memory: redis, valkey, memcached, in-process; local-volume: statefulset, sqlite, file and embedded stores; network-database: the others"
    ) { _, store, inputs in
      latencyClass(of: store, &inputs).map { .text($0.rawValue) }
    },
    .of(
      .stores, "usual_latency", .duration,
      "The longest lookup that is usual in the store's class, with what persistence adds in memory.",
      formula:
        "in-memory: \(longest(.inMemory)), and at most \(milliseconds(ArticleFigures.longestPersistenceOverhead)) more with persistence, where each write waits for its flush; local-volume: \(longest(.localVolume)); network-database: \(longest(.networkDatabase))"
    ) { _, store, inputs in
      guard let latency = latencyClass(of: store, &inputs) else { return nil }
      let longest = ArticleFigures.longestLookup(latency)
      guard latency == .inMemory, store.reading.storeKind != .inProcess else {
        return .seconds(longest)
      }
      return waitsForItsFlush(store, &inputs).flatMap {
        .seconds($0 ? longest + ArticleFigures.longestPersistenceOverhead : longest)
      }
    },
    .of(
      .stores, "meets_lookup_target", .boolean,
      "Whether the 95th percentile of lookups keeps the target.",
      formula: "latency.p95 ≤ lookup_target"
    ) { system, store, inputs in
      let latency = inputs.operand(store.reading.latency.p95)
      let objective = inputs.number(
        system.root.objectives.lookup_p95, none: ArticleFigures.lookupTarget)
      guard let latency else { return nil }
      if latency > lookupTarget(within: .infinity, in: system) { return .boolean(false) }
      return objective.map { .boolean(latency <= lookupTarget(within: $0, in: system)) }
    },
    .of(
      .stores, "is_measured_under_load", .boolean,
      "Whether the declared latency was seen at so many conversations that contention shows.",
      formula: "latency.at_concurrency ≥ \(Int(ArticleFigures.conversationsUnderLoad))"
    ) { _, store, inputs in
      inputs.number(store.reading.latency.at_concurrency, none: 0).map {
        .boolean($0 >= ArticleFigures.conversationsUnderLoad)
      }
    },
  ]

  private static func isReadUnawaited(_ store: Part, in system: AnalyzedSystem) -> Bool {
    let readers = system.relations.residents[store.index].flatMap { system.relations.readers[$0] }
    return system.relations.unknownReaders.isEmpty && !readers.isEmpty
      && !readers.contains { system.agents[$0].isWaitedFor }
  }

  /// A laxer objective is enough where the time of lookups does not add up, or nobody waits for it.
  private static func lookupTarget(within objective: Double, in system: AnalyzedSystem) -> Double {
    let isLoneLookup = system.root.workload.lookups_per_turn.number.map { $0 <= 1 } ?? false
    let nobodyWaits =
      !system.agents.isEmpty && system.agents.allSatisfy { $0.reading.results.text == "async" }
    return isLoneLookup || nobodyWaits
      ? objective : ArticleFigures.lookupTarget(within: objective)
  }

  /// Whether a write is answered only once it is on the disk. A snapshot is taken beside the writes.
  private static func waitsForItsFlush(_ store: Part, _ inputs: inout Inputs) -> Bool? {
    let persistence = store.reading.persistence
    if persistence.isNone { return false }
    let mode = inputs.text(persistence.mode, none: "none")
    if mode == "none" || mode == "snapshot" { return false }
    let every = inputs.number(persistence.every, none: .infinity)
    if let every, every > 0 { return false }
    return mode == nil || every == nil ? nil : true
  }

  private static func latencyClass(of store: Part, _ inputs: inout Inputs) -> LatencyClass? {
    switch inputs.text(store.reading.kind).flatMap(StoreKind.init) {
    case nil: return nil
    case .redis?, .valkey?, .memcached?, .inProcess?: return .inMemory
    case .statefulset?, .sqlite?, .file?: return .localVolume
    case .vectorDatabase?:
      return inputs.flag(store.reading.embedded).map { $0 ? .localVolume : .networkDatabase }
    case .postgres?, .mysql?, .dynamodb?, .mongodb?, .objectStore?, .externalDatabase?:
      return store.reading.embedded.flag == true ? .localVolume : .networkDatabase
    }
  }

  private static func longest(_ latency: LatencyClass) -> String {
    milliseconds(ArticleFigures.longestLookup(latency))
  }

  private static func milliseconds(_ seconds: Double) -> String {
    "\(Int((seconds * 1_000).rounded())) ms"
  }
}
