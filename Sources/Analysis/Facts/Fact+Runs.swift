internal import Architecture

extension Fact {
  /// What belongs to one run of a conversation, and whether runs can meet in it.
  static let runs: [Fact] = [
    .of(
      .components, "belongs_to_run", .boolean,
      "Whether its entries are of one conversation or run: by its scope, and where that is undeclared by its patterns and what it holds."
    ) { _, part, _ in .boolean(belongsToRun(part)) },
    runsTakeTurns,
    .of(
      .components, "writes_may_overlap", .boolean,
      "Whether two writes of the same entry can overlap, if an agent that does not say what it writes is taken to write everything."
    ) { system, part, inputs in
      let known = Fact.hasConcurrentWriters.outcome(in: system, of: part)
      if case .value(let value) = known.result { return value }
      let writers = possibleWriters(of: part, in: system).filter { $0.reading.writes.isUndeclared }
      for writer in writers {
        let isDoubled = writer.reading.concurrent_runs_per_key.text == "allow"
        if isDoubled || leastProcesses(of: writer, &inputs) > 1 { return .boolean(true) }
      }
      if isShared(part, byConversationsIn: system, &inputs) { return .boolean(true) }
      inputs.miss(known.missing)
      return nil
    },
  ]

  static let runsTakeTurns: Fact = .of(
    .components, "runs_take_turns", .boolean,
    "Whether its entries are of one run, every agent that may write them queues or refuses a second one, and several agents hand over to each other: two queues keep nothing apart."
  ) { system, part, inputs in
    guard belongsToRun(part) else { return .boolean(false) }
    guard !system.root.agents.isUndeclared else {
      inputs.miss("agents")
      return nil
    }
    let writers = possibleWriters(of: part, in: system)
    let refuses = { (runs: Reading) in ["queue", "reject"].contains(runs.text) }
    let handsOver = { (coordination: Reading) in
      (coordination.texts ?? []).contains { ["handoff", "state-machine"].contains($0) }
    }
    if isRefuted(refuses, by: writers.map { $0.reading.concurrent_runs_per_key }, &inputs)
      || system.relations.writers[part.index].count > 1
        && isRefuted(handsOver, by: writers.map { $0.reading.coordination }, &inputs)
    {
      return .boolean(false)
    }
    return inputs.isComplete ? .boolean(true) : nil
  }

  /// Whether something is declared that is not so. Where nothing is, what is undeclared is missed.
  private static func isRefuted(
    _ isSo: (Reading) -> Bool, by readings: [Reading], _ inputs: inout Inputs
  ) -> Bool {
    if readings.contains(where: { !$0.isUndeclared && !isSo($0) }) { return true }
    inputs.miss(readings.filter(\.isUndeclared).map(\.path))
    return false
  }

  private static func belongsToRun(_ part: Part) -> Bool {
    if let scope = part.reading.scope.text { return ["turn", "thread"].contains(scope) }
    let patterns: [ComponentKind] = [
      .checkpoint, .conversationBuffer, .windowedBuffer, .summarization,
    ]
    return part.patterns.contains(where: patterns.contains)
      || (part.reading.holds.texts ?? []).contains { ["conversation", "workflow"].contains($0) }
  }

  /// The agents that write a component, and those that do not say what they write.
  private static func possibleWriters(of part: Part, in system: AnalyzedSystem) -> [Part] {
    let writers = Set(system.relations.writers[part.index])
    return system.agents.filter {
      writers.contains($0.index) || $0.reading.writes.isUndeclared
    }
  }

  /// Whether what is known of a user can be written by several conversations of that user at once.
  private static func isShared(
    _ part: Part, byConversationsIn system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Bool {
    guard part.patterns.contains(.persistentMemory) || part.patterns.contains(.knowledgeGraph),
      !["turn", "thread"].contains(part.reading.scope.text),
      !part.reading.writes_per_conversation.isNothing
    else { return false }
    let writers = possibleWriters(of: part, in: system)
    guard writers.isEmpty || writers.contains(where: { system.work[$0.index].isOfConversations })
    else { return false }
    let conversations = system.root.workload.concurrent_conversations_per_user
    return !conversations.isUndeclared && inputs.number(conversations).map { $0 > 1 } ?? false
  }
}
