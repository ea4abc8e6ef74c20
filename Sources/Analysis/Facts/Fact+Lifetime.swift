internal import Architecture

extension Fact {
  /// For how long what is kept is of use, and whether somebody waits for it.
  static let lifetime: [Fact] = [
    .of(
      .components, "ends_with_its_run", .boolean,
      "Whether nothing is left of it once the turn, run or conversation is over that it belongs to: by its scope, or because it is ephemeral and only processes of one run or conversation write it."
    ) { system, part, inputs in
      if part.reading.scope.text == "turn" { return .boolean(true) }
      let survives = survivesRestart.outcome(in: system, of: part)
      if case .value(.boolean(true)) = survives.result { return .boolean(false) }
      let runtimes = system.relations.writers[part.index].map { system.agents[$0].reading.runtime }
      let isLasting = { (runtime: Reading) in
        !runtime.isUndeclared && !["per-conversation", "per-run"].contains(runtime.text)
      }
      if runtimes.contains(where: isLasting) { return .boolean(false) }
      inputs.miss(
        survives.missing + system.relations.unknownWriters
          + runtimes.filter(\.isUndeclared).map(\.path))
      return inputs.isComplete ? .boolean(!runtimes.isEmpty) : nil
    },
    .of(
      .components, "is_waited_for", .boolean,
      "Whether somebody may wait while it is read: not where nobody reads it, nor where only work on a schedule does, or work from a queue whose results nobody awaits."
    ) { system, part, inputs in
      let readers = system.relations.readers[part.index].map { system.agents[$0].reading }
      let keepsWaiting = { (agent: Reading) -> Bool? in
        switch agent.work_from.text {
        case "schedule"?: false
        case "queue"?: agent.results.isUndeclared ? nil : agent.results.text != "async"
        default: agent.work_from.isUndeclared ? nil : true
        }
      }
      if readers.contains(where: { keepsWaiting($0) == true }) { return .boolean(true) }
      inputs.miss(system.relations.unknownReaders)
      for reader in readers where keepsWaiting(reader) == nil {
        inputs.miss(
          reader.work_from.isUndeclared ? reader.work_from.path : reader.results.path)
      }
      return inputs.isComplete ? .boolean(false) : nil
    },
    .of(
      .components, "is_sent", .boolean,
      "Whether the calls of an agent may carry it on: not where every agent that reads it sends no history."
    ) { system, part, inputs in
      let sends = system.relations.readers[part.index].map {
        system.agents[$0].reading.sends_history
      }
      if sends.contains(where: { !$0.isUndeclared && $0.flag != false }) { return .boolean(true) }
      inputs.miss(
        system.relations.unknownReaders + sends.filter(\.isUndeclared).map(\.path))
      return inputs.isComplete ? .boolean(sends.isEmpty) : nil
    },
    .of(
      .stores, "is_read_only", .boolean,
      "Whether components live there that no agent writes, and no others."
    ) { system, part, inputs in
      let residents = system.relations.residents[part.index]
      if residents.contains(where: { !system.relations.writers[$0].isEmpty }) {
        return .boolean(false)
      }
      inputs.miss(system.relations.unknownWriters)
      return inputs.isComplete ? .boolean(!residents.isEmpty && !system.agents.isEmpty) : nil
    },
    .of(
      .stores, "holds_only_caches", .boolean,
      "Whether components live there, and all of them are caches: of answers, prompts or results of tools."
    ) { system, part, inputs in
      let residents = system.relations.residents[part.index].map { system.components[$0] }
      let caches: [ComponentKind] = [.semanticCache, .promptCache, .toolResultCache]
      let unknown = residents.compactMap(\.unknownPatterns)
      let known = residents.filter { $0.unknownPatterns == nil }
      guard known.allSatisfy({ !$0.patterns.isEmpty && $0.patterns.allSatisfy(caches.contains) })
      else { return .boolean(false) }
      inputs.miss(unknown.map(\.path))
      return inputs.isComplete ? .boolean(!residents.isEmpty) : nil
    },
    servesRequests,
    .ofSystem(
      "serves_requests", .boolean,
      "Whether somebody may be waiting for an agent: not where all of them work on a schedule."
    ) { system, inputs in
      let agents = system.root.agents
      return serveRequests(
        system.agents, unknown: agents.isUndeclared ? [agents.path] : [], &inputs)
    },
  ]

  static let servesRequests: Fact = .of(
    .stores, "serves_requests", .boolean,
    "Whether somebody may be waiting for what is done with it: not where every agent that reads or writes its components works on a schedule."
  ) { system, part, inputs in
    let relations = system.relations
    let users = Set(
      relations.residents[part.index].flatMap { relations.readers[$0] + relations.writers[$0] })
    return serveRequests(
      users.sorted().map { system.agents[$0] },
      unknown: relations.unknownReaders + relations.unknownWriters, &inputs)
  }

  /// Where nobody is known to work, somebody may.
  private static func serveRequests(
    _ agents: [Part], unknown: [String], _ inputs: inout Inputs
  ) -> Value? {
    let work = agents.map { $0.reading.work_from }
    if work.contains(where: { !$0.isUndeclared && $0.text != "schedule" }) { return .boolean(true) }
    inputs.miss(unknown + work.filter(\.isUndeclared).map(\.path))
    return inputs.isComplete ? .boolean(work.isEmpty) : nil
  }
}
