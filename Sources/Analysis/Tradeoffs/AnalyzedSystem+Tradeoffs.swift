internal import Architecture
internal import SourceText

extension AnalyzedSystem {
  /// How a component stands to consistency, availability and partition tolerance; a composite as its weakest pattern.
  package func tradeoff(of part: Part) -> Tradeoff {
    Tradeoff(
      consistency: part.patterns.map { consistency(of: part, as: $0) }.weakest(part),
      availability: part.patterns.map { availability(of: part, as: $0) }.weakest(part)
        .worse(promptness(of: part)),
      partitionTolerance: part.patterns.isEmpty
        ? Stand.unmapped(part) : partitionTolerance(of: part))
  }

  /// How the system stands, through the parts that decide it.
  package func tradeoff(_ parts: [Tradeoff]) -> Tradeoff {
    Tradeoff(
      consistency: overall(.consistency, parts), availability: overall(.availability, parts),
      partitionTolerance: overall(.partitionTolerance, parts))
  }

  private func overall(_ corner: Corner, _ parts: [Tradeoff]) -> Stand {
    let stands = zip(components, parts).map { (id: $0.id, stand: $1[corner]) }
    for position in [Stand.Position.atRisk, .conceded] {
      let deciding = stands.filter { $0.stand.position == position }
      guard let first = deciding.first else { continue }
      let others = deciding.count > 1 ? ", and \(deciding.count - 1) more" : ""
      return Stand(
        position: position, because: "\(first.id): \(first.stand.because)\(others)", missing: [])
    }
    let missing = Set(stands.flatMap(\.stand.missing))
    guard missing.isEmpty else { return .undeclared(Array(missing)) }
    return .kept("no component gives it up" + (corner == .availability ? outages : ""))
  }

  /// What the corner says nothing of: latency and cost are those of stores that answer.
  private var outages: String {
    let failing = stores.filter { store in
      var inputs = Inputs()
      return store.reading.on_unavailable.text == "fail"
        && store.reading.fallback_store.text == nil
        && !relations.residents[store.index].isEmpty
        && flag(.isLocal, of: store, &inputs) == false
    }
    guard let first = failing.first else { return "" }
    let others = failing.count > 1 ? " or one of \(failing.count - 1) more" : ""
    return ", as long as stores answer: requests fail while \(first.id)\(others) does not"
  }

  // MARK: Consistency

  private func consistency(of part: Part, as pattern: ComponentKind) -> Stand {
    let reading = part.reading
    switch pattern {
    case .conversationBuffer:
      return bufferConsistency(of: part)
    case .windowedBuffer:
      return .conceded("what leaves the window leaves the context")
    case .summarization:
      return .conceded(
        reading.keeps_source.flag == true
          ? "a call has what a summary kept of it" : "a summary cannot be undone")
    case .rag:
      return .conceded("what a search does not find is not recalled")
    case .semanticCache:
      return .conceded("what is like an earlier question gets its answer")
    case .toolResultCache:
      if reading.deterministic.flag == true { return .kept("the same call has the same result") }
      if let age = reading.ttl.number, let allowed = root.objectives.max_staleness.number,
        age <= allowed
      {
        return .kept("a result is no older than the objective allows")
      }
      return .conceded("a result may be as old as its time to live")
    case .promptCache:
      return .kept("only an identical beginning is reused")
    case .systemPrompt:
      if reading.version.isUndeclared { return .undeclared([reading.version.path]) }
      return reading.version.isNone
        ? .atRisk("nobody can tell which version is running") : .kept("its version is known")
    case .checkpoint:
      switch reading.mode.text {
      case "sync"?: return writeConsistency(of: part)
      case .some: return .conceded("a crash loses the steps since the last save")
      case nil: return .undeclared([reading.mode.path])
      }
    case .persistentMemory, .knowledgeGraph:
      let writes = writeConsistency(of: part)
      guard writes.position == .kept else { return writes }
      switch reading.updates.text {
      case "sync"?: return writes
      case .some: return .conceded("reads may come before the latest write is visible")
      case nil: return .undeclared([reading.updates.path])
      }
    case .scratchpad:
      return writeConsistency(of: part)
    case .custom:
      return .unmapped(part)
    }
  }

  private func bufferConsistency(of part: Part) -> Stand {
    if Fact.fitsItsLimit(part, in: self) { return .kept("the longest conversation fits whole") }
    switch part.reading.on_overflow.text {
    case "truncate"?: return .conceded("the oldest turns are cut off when it is full")
    case "window"?: return .conceded("only a window remains when it is full")
    case "summarize"?: return .conceded("older turns become a summary when it is full")
    case "error"?: return .kept("every turn is replayed, until a call fails")
    case .some: return .kept("every turn is replayed")
    case nil:
      if part.reading.on_overflow.isNone { return .kept("every turn is replayed") }
      return .undeclared([part.reading.on_overflow.path])
    }
  }

  /// Whether concurrent writes can destroy each other.
  private func writeConsistency(of part: Part) -> Stand {
    var inputs = Inputs()
    guard let isContended = flag(.hasConcurrentWriters, of: part, &inputs) else {
      return .undeclared(inputs.missing)
    }
    guard isContended else { return .kept("one writer at a time") }
    if flag(.runsTakeTurns, of: part, &inputs) == true {
      return .kept("the runs of a conversation take turns")
    }
    let strategy = part.reading.write_control.strategy
    guard let mechanism = strategy.text else {
      return strategy.isNone
        ? .atRisk("nothing controls concurrent writes") : .undeclared([strategy.path])
    }
    guard let isGuarded = Fact.isGuarded(part, by: mechanism, in: self, &inputs) else {
      return .undeclared(inputs.missing)
    }
    if isGuarded { return .kept("concurrent writes are controlled (\(mechanism))") }
    switch mechanism {
    case "last-write-wins": return .atRisk("the later of two writes replaces the earlier")
    case "read-modify-write":
      return .atRisk("two writers that read the same state overwrite each other")
    default: return .atRisk("what is declared (\(mechanism)) notices no overwrite here")
    }
  }

  // MARK: Availability

  private func availability(of part: Part, as pattern: ComponentKind) -> Stand {
    guard pattern == .conversationBuffer else {
      return .kept("its share of the context is bounded")
    }
    let reading = part.reading
    if let tokens = reading.limit.tokens.number {
      return .kept("bounded at \(grouped(tokens)) tokens")
    }
    if let turns = reading.limit.turns.number { return .kept("bounded at \(grouped(turns)) turns") }
    switch reading.on_overflow.text {
    case "error"?: return .conceded("calls fail once the history no longer fits")
    case .some: return .kept("it gives way when it is full")
    case nil:
      return reading.limit.isNone || reading.on_overflow.isNone
        ? .conceded("the history grows with the conversation")
        : .undeclared([reading.limit.path])
    }
  }

  /// Whether the part's store answers in time.
  private func promptness(of part: Part) -> Stand {
    guard let store = self.part(part.reading.store), store.reading.storeKind != .inProcess else {
      return .kept("no store to wait for")
    }
    let latency = store.reading.latency.p95
    guard let seconds = latency.number else {
      return latency.isNone ? .kept("no latency to speak of") : .undeclared([latency.path])
    }
    let objective = root.objectives.lookup_p95.number
    let told = "lookups take \(Int64((seconds * 1000).rounded())) ms at the 95th percentile"
    if seconds <= ArticleFigures.lookupTarget(within: objective) { return .kept(told) }
    guard let objective, seconds <= objective else { return .atRisk(told) }
    return .kept("\(told), which the objective allows")
  }

  // MARK: Partition tolerance

  private func partitionTolerance(of part: Part) -> Stand {
    let reading = part.reading
    if reading.store.text == nil, let isShared = part.implementation?.isSharedAcrossProcesses {
      return isShared
        ? toleranceOfSharing(part, because: "all replicas see the same service")
        : .conceded("its implementation lives in one process")
    }
    guard let store = self.part(reading.store) else {
      let isStateless = part.patterns == [.systemPrompt] || part.patterns == [.promptCache]
      return isStateless
        ? .kept("every process has the same") : .undeclared([reading.store.path])
    }
    var inputs = Inputs()
    guard let isShared = flag(.isShared, of: store, &inputs) else {
      return .undeclared(inputs.missing)
    }
    guard isShared else {
      if reading.scope.text == "turn" { return .kept("nothing of it is left after its turn") }
      if reading.write_control.strategy.text == "crdt" || reading.also_in.reconciled.flag == true {
        return .kept("copies that went apart are brought together")
      }
      if hasSharedOriginal(part) {
        return .kept("each process makes its copy from what all of them see")
      }
      if Fact.isNeverWritten(part.index, in: self) {
        return .kept("each process has the same copy of what no agent writes")
      }
      if reading.client_sends.text == "whole-history" {
        return .kept("the client brings it with each request")
      }
      return staysWithItsProcess(part)
        ? .kept("whoever it belongs to is always answered by the process that has it")
        : .conceded("each process has a store of its own")
    }
    return toleranceOfSharing(part, because: "all replicas see the same store")
  }

  /// Whether each conversation has a process of its own, to which all that is about it comes.
  private func staysWithItsProcess(_ part: Part) -> Bool {
    let users = Set(relations.readers[part.index] + relations.writers[part.index])
    guard !users.isEmpty, relations.unknownReaders.isEmpty, relations.unknownWriters.isEmpty else {
      return false
    }
    let belongsToOne = ["turn", "thread"].contains(part.reading.scope.text)
    return users.allSatisfy { user in
      let agent = agents[user].reading
      return agent.runtime.text == "per-conversation"
        && (belongsToOne || ["by-user", "single-owner"].contains(agent.routing.text))
    }
  }

  /// Replicas that see the same content still need their writes kept apart.
  private func toleranceOfSharing(_ part: Part, because reason: String) -> Stand {
    let writes = part.holdsOriginals ? writeConsistency(of: part) : .kept("")
    return writes.position == .kept ? .kept(reason) : writes
  }

  private func flag(_ fact: Fact, of part: Part, _ inputs: inout Inputs) -> Bool? {
    if case .boolean(let flag)? = fact.value(in: self, of: part, &inputs) { flag } else { nil }
  }
}

extension Stand {
  /// A component of which only its own authors know how it behaves.
  fileprivate static func unmapped(_ part: Part) -> Stand {
    guard case .unmapped(equivalent: .some)? = part.mapping?.basis else {
      return .undeclared([part.reading.kind.path])
    }
    return Stand(position: .undeclared, because: "it is not on the map", missing: [])
  }
}

extension [Stand] {
  fileprivate func weakest(_ part: Part) -> Stand {
    guard let first else { return .unmapped(part) }
    return dropFirst().reduce(first) { $0.worse($1) }
  }
}
