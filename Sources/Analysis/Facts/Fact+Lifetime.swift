internal import Architecture

/// For how long what is kept is of use, and whether somebody waits for it. Each says what is known: where the file leaves
/// it open, nothing ends, and somebody may wait.
extension Fact {
  static let lifetime: [Fact] = [
    .of(
      .components, "ends_with_its_run", .boolean,
      "Whether it is known that nothing is left of it once the turn, run or conversation is over that it belongs to: by its scope, or because it is ephemeral and only processes of one run or conversation write it."
    ) { system, part, _ in
      if part.reading.scope.text == "turn" { return .boolean(true) }
      let writers = system.relations.writers[part.index]
      let isOfOneRun = { (writer: Int) in
        ["per-conversation", "per-run"].contains(system.agents[writer].reading.runtime.text)
      }
      guard !writers.isEmpty, system.relations.unknownWriters.isEmpty,
        writers.allSatisfy(isOfOneRun),
        case .value(.boolean(let survives)) = survivesRestart.outcome(in: system, of: part).result
      else { return .boolean(false) }
      return .boolean(!survives)
    },
    .of(
      .components, "is_waited_for", .boolean,
      "Whether somebody may wait while it is read: not where it is known that nobody reads it, or only work on a schedule does, or work from a queue or by events whose results nobody awaits; an assistant's are."
    ) { system, part, _ in
      guard system.relations.unknownReaders.isEmpty else { return .boolean(true) }
      return .boolean(
        system.relations.readers[part.index].contains { system.agents[$0].isWaitedFor })
    },
    .of(
      .agents, "conversations_kept_for", .duration,
      "The shortest time for which something of conversations is kept that it reads: a history, a window, progress or notes with a `retention.max_age`; none where nothing says so."
    ) { system, agent, _ in
      let kinds: [ComponentKind] = [
        .conversationBuffer, .windowedBuffer, .checkpoint, .scratchpad,
      ]
      let read = (agent.reading.reads.texts ?? []).compactMap(system.part)
        .filter { $0.patterns.contains(where: kinds.contains) }
      return .seconds(read.compactMap { $0.reading.retention.max_age.number }.min())
    },
    .of(
      .components, "is_sent", .boolean,
      "Whether the calls of an agent may carry it on: not where it is known that every agent that reads it sends no history."
    ) { system, part, _ in
      let readers = system.relations.readers[part.index]
      guard !readers.isEmpty, system.relations.unknownReaders.isEmpty else { return .boolean(true) }
      return .boolean(readers.contains { system.agents[$0].reading.sends_history.flag != false })
    },
    .of(
      .components, "is_never_written", .boolean,
      "Whether it is known that there are agents, and that none of them writes it."
    ) { system, part, _ in .boolean(isNeverWritten(part.index, in: system)) },
    .of(
      .components, "is_written_on_schedule", .boolean,
      "Whether it is known that only work on a schedule writes it."
    ) { system, part, _ in
      let writers = system.relations.writers[part.index]
      return .boolean(
        !writers.isEmpty && system.relations.unknownWriters.isEmpty
          && writers.allSatisfy { system.agents[$0].worksOnSchedule })
    },
    .of(
      .stores, "is_read_only", .boolean,
      "Whether it is known that components live there, and that no agent writes any of them."
    ) { system, part, _ in
      let residents = system.relations.residents[part.index]
      return .boolean(
        !residents.isEmpty && residents.allSatisfy { isNeverWritten($0, in: system) })
    },
    .of(
      .stores, "holds_only_caches", .boolean,
      "Whether it is known that components live there, and that all of them are caches: of answers, prompts or results of tools."
    ) { system, part, _ in
      let caches: [ComponentKind] = [.semanticCache, .promptCache, .toolResultCache]
      let residents = system.relations.residents[part.index]
      return .boolean(
        !residents.isEmpty
          && residents.allSatisfy { resident in
            let patterns = system.components[resident].patterns
            return !patterns.isEmpty && patterns.allSatisfy(caches.contains)
          })
    },
    .of(
      .stores, "serves_requests", .boolean,
      "Whether somebody may be waiting for what is done with it: not where it is known that every agent that reads or writes its components works on a schedule, or from a queue or by events and no assistant, so that nobody awaits the results."
    ) { system, part, _ in
      .boolean(!areAllUsers(of: part, in: system) { !$0.isWaitedFor })
    },
    .ofSystem(
      "serves_requests", .boolean,
      "Whether somebody may be waiting for an agent: not where it is known that all of them work on a schedule, or from a queue or by events and are no assistants, so that nobody awaits the results."
    ) { system, _ in
      .boolean(system.agents.isEmpty || system.agents.contains(where: \.isWaitedFor))
    },
  ]

  /// Whether it is known that only work on a schedule uses a store.
  static func isUsedOnScheduleOnly(_ store: Part, in system: AnalyzedSystem) -> Bool {
    areAllUsers(of: store, in: system) { $0.worksOnSchedule }
  }

  /// Whether the agents that use a store are known, and all of them are of a kind.
  private static func areAllUsers(
    of store: Part, in system: AnalyzedSystem, _ isOfThatKind: (Part) -> Bool
  ) -> Bool {
    let relations = system.relations
    guard relations.unknownReaders.isEmpty, relations.unknownWriters.isEmpty else { return false }
    let users = relations.residents[store.index].flatMap {
      relations.readers[$0] + relations.writers[$0]
    }
    return !users.isEmpty && users.allSatisfy { isOfThatKind(system.agents[$0]) }
  }

  /// Whether there are agents, and none writes a component.
  static func isNeverWritten(_ component: Int, in system: AnalyzedSystem) -> Bool {
    !system.agents.isEmpty && system.relations.unknownWriters.isEmpty
      && system.relations.writers[component].isEmpty
  }
}
