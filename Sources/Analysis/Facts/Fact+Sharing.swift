internal import Architecture

extension Fact {
  /// Who uses a component, and how many at the same time.
  static let sharing: [Fact] = [
    .of(
      .agents, "max_replicas", .count, "The most processes of the agent that run at the same time."
    ) {
      _, agent, inputs in
      .rounded(processes(of: agent, &inputs))
    },
    .of(
      .components, "writers", .list(.reference([.agents])), "The agents that write the component."
    ) {
      system, part, inputs in
      let writers = system.relations.writers[part.index].map { system.agents[$0].id }
      inputs.miss(system.relations.unknownWriters)
      return inputs.isComplete ? .references(writers) : nil
    },
    .of(
      .components, "readers", .list(.reference([.agents])), "The agents that read the component."
    ) {
      system, part, inputs in
      let readers = system.relations.readers[part.index].map { system.agents[$0].id }
      inputs.miss(system.relations.unknownReaders)
      return inputs.isComplete ? .references(readers) : nil
    },
    .of(
      .components, "concurrent_writers", .count,
      "Processes that can be writing the same entry at the same time: the replicas of every writing agent, one for an agent whose declared routing keeps an entry's requests together."
    ) { system, part, inputs in
      let (least, isComplete) = concurrentWriters(of: part, in: system, &inputs)
      return isComplete ? .rounded(least) : nil
    },
    .of(
      .components, "writing_processes", .count,
      "Processes that can be writing the same entry at the same time, where agents of one `process` count as one; where replicas are not declared, how many at least, if that is more than one."
    ) { system, part, inputs in
      let (least, isComplete) = concurrentWriters(
        of: part, in: system, together: { $0.reading.process.text }, &inputs)
      return isComplete || least > 1 ? .rounded(least) : nil
    },
    hasConcurrentWriters,
    .of(
      .components, "has_several_agents", .boolean,
      "Whether at least two different agents read or write the component."
    ) { system, part, inputs in
      let relations = system.relations
      let users = Set(relations.writers[part.index] + relations.readers[part.index])
      if users.count > 1 { return .boolean(true) }
      inputs.miss(relations.unknownWriters + relations.unknownReaders)
      return inputs.isComplete ? .boolean(false) : nil
    },
    .of(
      .components, "is_used_by_replicas", .boolean,
      "Whether an agent with more than one replica reads or writes the component."
    ) { system, part, inputs in
      isUsedByReplicas([part.index], in: system, &inputs)
    },
    .of(
      .components, "derived", .list(.text),
      "The components that hold what came from this one: its summaries, what it evicted, what was rebuilt from it."
    ) { system, part, _ in
      .texts(system.relations.derived[part.index].map { system.components[$0].id })
    },
  ]

  static let hasConcurrentWriters: Fact = .of(
    .components, "has_concurrent_writers", .boolean,
    "Whether two writes of the same entry can overlap: by several processes, by runs of one conversation that are allowed to overlap, or by conversations that share the entry."
  ) { system, part, inputs in
    let least = concurrentWriters(of: part, in: system, &inputs).least
    if least > 1 || hasOverlappingRuns(part, in: system, &inputs) { return .boolean(true) }
    return inputs.isComplete ? .boolean(false) : nil
  }

  /// The processes that can write one entry of a component at the same time: how many there are at least, and whether
  /// that is all. Agents for which `together` names the same process count once.
  static func concurrentWriters(
    of part: Part, in system: AnalyzedSystem, together process: (Part) -> String? = { _ in nil },
    _ inputs: inout Inputs
  ) -> (least: Double, isComplete: Bool) {
    var sum = ProcessCount()
    for agent in system.relations.writers[part.index].map({ system.agents[$0] }) {
      let known = processes(of: agent, &inputs)
      let count = known ?? leastProcesses(of: agent, &inputs)
      let mayBeApart = count > 1 && keepsTogether(agent, part, &inputs) == false
      let counted = mayBeApart ? count : known.map { min($0, 1) } ?? 1
      sum.add(counted, in: process(agent))
    }
    inputs.miss(system.relations.unknownWriters)
    return (sum.total, inputs.isComplete)
  }

  /// Whether runs of one process are declared that can write the same entry at the same time.
  private static func hasOverlappingRuns(
    _ part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Bool {
    let writers = system.relations.writers[part.index].map { system.agents[$0].reading }
    guard !writers.isEmpty else { return false }
    if writers.contains(where: { $0.concurrent_runs_per_key.text == "allow" }) { return true }
    guard system.isWrittenByConversations(part), !part.reading.writes_per_conversation.isNothing
    else { return false }
    let workload = system.root.workload
    let ofOneUser = workload.concurrent_conversations_per_user
    let isSharedByOneUser =
      !ofOneUser.isUndeclared && inputs.number(ofOneUser).map { $0 > 1 } ?? false
    switch part.reading.scope.text {
    case "user"?: return isSharedByOneUser
    case "tenant"?, "agent"?, "global"?:
      if isSharedByOneUser { return true }
      // On a user's own machine a process serves one conversation; elsewhere it serves what comes.
      let isLocal =
        system.root.system.deployment.text == "local"
        || writers.allSatisfy { $0.runtime.text == "local" }
      if workload.concurrent_conversations.isUndeclared, isLocal { return false }
      return inputs.number(workload.concurrent_conversations).map { $0 > 1 } ?? false
    default: return false
    }
  }

  /// Whether an agent's routing brings all requests for one entry of the component to one replica; nil where the
  /// component's scope would have to be declared to tell.
  static func keepsTogether(_ agent: Part, _ part: Part, _ inputs: inout Inputs) -> Bool? {
    let narrow = ["turn", "thread"]
    if agent.reading.runtime.text == "per-conversation",
      let scope = part.reading.scope.text, narrow.contains(scope)
    {
      return true
    }
    switch agent.reading.routing.text {
    case "single-owner"?: return true
    case "by-conversation"?: return inputs.text(part.reading.scope).map(narrow.contains)
    case "by-user"?: return inputs.text(part.reading.scope).map((narrow + ["user"]).contains)
    default: return false
    }
  }

  /// Whether an agent with more than one replica reads or writes one of the components, by their places.
  static func isUsedByReplicas(
    _ components: [Int], in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Value? {
    let relations = system.relations
    let users = Set(components.flatMap { relations.writers[$0] + relations.readers[$0] })
    for agent in users.sorted() {
      if leastProcesses(of: system.agents[agent], &inputs) > 1 { return .boolean(true) }
      _ = processes(of: system.agents[agent], &inputs)
    }
    inputs.miss(relations.unknownWriters + relations.unknownReaders)
    return inputs.isComplete ? .boolean(false) : nil
  }

  /// As many processes as an agent has at its peak for certain, though only the fewest may be declared.
  static func leastProcesses(of agent: Part, _ inputs: inout Inputs) -> Double {
    for bound in [agent.reading.replicas.max, agent.reading.replicas.min]
    where !bound.isUndeclared {
      return inputs.number(bound, none: 1) ?? 1
    }
    return 1
  }

  /// The most processes of several agents together; agents that share a `process` count once.
  static func processes(ofAll agents: [Part], _ inputs: inout Inputs) -> Sum {
    var sum = ProcessCount()
    var isComplete = true
    for agent in agents {
      let count = processes(of: agent, &inputs)
      if count == nil { isComplete = false }
      sum.add(count ?? 0, in: agent.reading.process.text)
    }
    return (sum.total, isComplete)
  }

  /// The most processes of an agent; a local agent has one.
  static func processes(of agent: Part, _ inputs: inout Inputs) -> Double? {
    if agent.reading.replicas.max.isUndeclared, agent.reading.runtime.text == "local" { return 1 }
    return inputs.number(agent.reading.replicas.max, none: 1)
  }
}

/// A count of processes in which agents of the same process count once.
private struct ProcessCount {
  private var apart = 0.0
  private var shared: [String: Double] = [:]

  /// - Parameter process: Nil where the agent shares none that is known.
  mutating func add(_ count: Double, in process: String?) {
    if let process {
      shared[process] = max(shared[process] ?? 0, count)
    } else {
      apart += count
    }
  }

  var total: Double { apart + shared.values.reduce(0, +) }
}
