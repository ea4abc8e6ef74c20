internal import Architecture

extension Fact {
  /// Where bytes are kept and who depends on it.
  static let storing: [Fact] = [
    survivesRestart,
    .of(
      .components, "is_shared_as_needed", .boolean,
      "Whether each process that serves an entry sees the same content: its store is shared, or routing keeps an entry's requests at one replica."
    ) { system, part, inputs in
      if part.reading.store.text == nil, let known = part.implementation?.isSharedAcrossProcesses {
        return .boolean(known)
      }
      guard let store = system.part(part.reading.store) else {
        if !part.reading.store.isNone { inputs.miss(part.reading.store.path) }
        return nil
      }
      if case .value(.boolean(true)) = isShared.outcome(in: system, of: store).result {
        return .boolean(true)
      }
      let users = Set(system.relations.writers[part.index] + system.relations.readers[part.index])
      let replicated = users.sorted().map { system.agents[$0] }.filter {
        processes(of: $0, &inputs).map { $0 > 1 } ?? true
      }
      let together = replicated.map { keepsTogether($0, part, &inputs) }
      if !together.isEmpty, !together.contains(false) {
        return together.contains(nil) ? nil : .boolean(true)
      }
      return isShared.value(in: system, of: store, &inputs)
    },
    .of(
      .stores, "holds_originals", .boolean,
      "Whether some component keeps content there that nothing else can restore: neither a cache nor rebuildable, nor what is kept in a first place as well."
    ) { system, part, inputs in
      let isRebuildable = part.reading.rebuildable_from.text != nil
      let holders = system.relations.residents[part.index].map { system.components[$0] }
        .filter { !isRebuildable && $0.holdsOriginals && !system.keepsFirst($0, apartFrom: part) }
      let unknown = holders.compactMap(\.unknownPatterns)
      guard unknown.isEmpty || unknown.count < holders.count else {
        inputs.miss(unknown.map(\.path))
        return nil
      }
      return .boolean(!holders.isEmpty)
    },
    .of(
      .stores, "holds_lone_index", .boolean,
      "Whether an index lives there of which nothing says what it could be made from again: no source, and no `rebuildable_from`."
    ) { system, part, _ in
      let isRebuildable = part.reading.rebuildable_from.text != nil
      let isLone = system.relations.residents[part.index].map { system.components[$0] }.contains {
        !Set($0.patterns).isDisjoint(with: [.rag, .knowledgeGraph]) && !$0.hasOriginal
      }
      return .boolean(!isRebuildable && isLone)
    },
    isLocal,
    .of(
      .agents, "record_survives_restart", .boolean,
      "Whether the record of finished work outlives the process and is seen by all replicas."
    ) { system, agent, inputs in
      let record = agent.reading.idempotency["record"]
      guard let place = system.part(record) else {
        if record.isUndeclared { inputs.miss(record.path) }
        return nil
      }
      let store = place.collection == .stores ? place : system.part(place.reading.store)
      if place.collection == .components,
        case .value(.boolean(false)) = survivesRestart.outcome(in: system, of: place).result
      {
        return .boolean(false)
      }
      if place.collection == .components, system.hasSharedOriginal(place) { return .boolean(true) }
      guard let store else {
        inputs.miss(place.reading.store.path)
        return nil
      }
      guard !isVolatile(store) else { return .boolean(false) }
      let isOnOneMachine = system.root.system.deployment.text == "local"
      let count = isOnOneMachine ? 1 : processes(of: agent, &inputs)
      if let count, count <= 1, store.reading.storeKind != .inProcess { return .boolean(true) }
      if moves(with: agent, place, store, &inputs) { return .boolean(true) }
      let isShared = isShared.value(in: system, of: store, &inputs)
      // Whether others miss what they cannot see hangs on whether there are others.
      if count == nil, case .boolean(false)? = isShared { return nil }
      return isShared
    },
    .of(
      .stores, "components", .list(.reference([.components])),
      "The components that keep their bytes in the store."
    ) { system, part, _ in
      .references(system.relations.residents[part.index].map { system.components[$0].id })
    },
    isShared,
    .of(
      .stores, "has_concurrent_writers", .boolean,
      "Whether at least two processes can be writing to the store at the same time."
    ) { system, part, inputs in
      var least = 0.0
      for component in system.relations.residents[part.index] {
        for agent in system.relations.writers[component].map({ system.agents[$0] }) {
          least = max(least, processes(of: agent, &inputs) ?? leastProcesses(of: agent, &inputs))
        }
      }
      let agents = Set(
        system.relations.residents[part.index].flatMap { system.relations.writers[$0] })
      let named = agents.compactMap { system.agents[$0].reading.process.text }
      let apart = agents.count - named.count + Set(named).count
      if least > 1 || apart > 1 { return .boolean(true) }
      inputs.miss(system.relations.unknownWriters)
      return inputs.isComplete ? .boolean(false) : nil
    },
    .of(
      .stores, "is_used_by_replicas", .boolean,
      "Whether an agent with more than one replica uses a component of the store."
    ) { system, part, inputs in
      isUsedByReplicas(system.relations.residents[part.index], in: system, &inputs)
    },
  ]

  static let isLocal: Fact = .of(
    .stores, "is_local", .boolean,
    "Whether it lives in a process or on its disk: in-process, files, SQLite, or embedded."
  ) { _, part, inputs in
    if let embedded = part.reading.embedded.flag, embedded { return .boolean(true) }
    return inputs.text(part.reading.kind).flatMap(StoreKind.init).map {
      .boolean($0 == .inProcess || $0.isOfFiles)
    }
  }

  static let isShared: Fact = .of(
    .stores, "is_shared", .boolean,
    "Whether all replicas see the same content: as declared, as known of the implementation, or as the kind tells."
  ) { _, part, inputs in
    if let declared = part.reading.shared_across_replicas.flag { return .boolean(declared) }
    if let known = part.implementation?.isSharedAcrossProcesses { return .boolean(known) }
    if part.reading.embedded.flag == true { return .boolean(false) }
    switch part.reading.storeKind {
    case .inProcess?, .statefulset?: return .boolean(false)
    case .redis?, .valkey?, .memcached?, .postgres?, .mysql?, .dynamodb?, .mongodb?, .objectStore?,
      .externalDatabase?:
      return .boolean(true)
    case .vectorDatabase?: if part.isReachedOverTheNetwork { return .boolean(true) }
    case .file?, .sqlite?: if part.reading.volume.text == "temporary" { return .boolean(false) }
    case nil: break
    }
    inputs.miss(part.reading.shared_across_replicas.path)
    return nil
  }

  static let survivesRestart: Fact = .of(
    .components, "survives_restart", .boolean,
    "Whether its content outlives the process and its container: as declared, as known of the implementation, or as its store tells."
  ) { system, part, inputs in
    if let durability = part.reading.durability.text { return .boolean(durability != "ephemeral") }
    if part.reading.durability.isNone { return .boolean(false) }
    if let known = part.implementation?.isDurable { return .boolean(known) }
    guard let store = system.part(part.reading.store) else {
      inputs.miss(part.reading.durability.path)
      return nil
    }
    if isVolatile(store) { return .boolean(false) }
    switch store.reading.storeKind {
    case .postgres?, .mysql?, .dynamodb?, .mongodb?, .objectStore?, .externalDatabase?,
      .statefulset?:
      return .boolean(true)
    case .redis?, .valkey?:
      if !store.reading.persistence.isUndeclared { return .boolean(true) }
    case .file?, .sqlite?:
      if store.reading.volume.text == "persistent" { return .boolean(true) }
    case .vectorDatabase?, .memcached?, .inProcess?, nil: break
    }
    inputs.miss(part.reading.durability.path)
    return nil
  }

  /// Whether an entry is served by one owner, and its store goes where the owner goes.
  private static func moves(
    with agent: Part, _ component: Part, _ store: Part, _ inputs: inout Inputs
  ) -> Bool {
    component.collection == .components
      && store.reading.high_availability.failover.text == "automatic"
      && keepsTogether(agent, component, &inputs) == true
  }

  /// Whether a store is declared to lose its content with the process, the container or a crash.
  fileprivate static func isVolatile(_ store: Part) -> Bool {
    let reading = store.reading
    let kind = reading.storeKind
    let isInMemory = kind == .redis || kind == .valkey
    return kind?.isVolatile == true || isInMemory && reading.persistence.isNone
      || reading.volume.text == "temporary" || reading.on_shutdown.text == "delete"
      || store.implementation?.isDurable == false
  }
}

extension AnalyzedSystem {
  /// Whether a store that is the second place of a component has a first one beside it that lasts.
  fileprivate func keepsFirst(_ component: Part, apartFrom store: Part) -> Bool {
    part(component.reading.store).map { $0.index != store.index && !Fact.isVolatile($0) } ?? false
  }

  /// Whether a component can be made again from what outlives every process and is seen by all of them.
  func hasSharedOriginal(_ part: Part) -> Bool {
    guard let original = self.part(part.reading.rebuildable_from) else { return false }
    let store = original.collection == .stores ? original : self.part(original.reading.store)
    guard let store, !Fact.isVolatile(store) else { return false }
    guard case .value(.boolean(let isShared)) = Fact.isShared.outcome(in: self, of: store).result
    else { return false }
    return isShared
  }
}

extension Part {
  /// Whether a store is known to be a server of its own.
  fileprivate var isReachedOverTheNetwork: Bool {
    reading.embedded.flag == false || reading.access.text != nil || reading.network.text != nil
  }
}
