internal import Architecture

extension Fact {
  /// How much the workload asks.
  static let loadForecasts: [Fact] = [
    .ofSystem(
      "growth_per_turn", .tokens,
      "Tokens that one turn adds to the history, tool results included.",
      formula: "tokens_per_turn + tool_calls_per_turn × tokens_per_tool_result"
    ) { system, inputs in
      let growth = growthPerTurn(in: system, &inputs)
      return growth.isComplete ? .rounded(growth.least) : nil
    },
    .ofSystem(
      "calls_per_turn", .number, "Calls of the model in one turn.",
      formula: "model_calls_per_turn; 1 where no tools are called"
    ) { system, inputs in
      .real(callsPerTurn(in: system, &inputs))
    },
    .ofSystem(
      "conversation_duration", .duration, "How long a typical conversation lasts.",
      formula: "turns_per_conversation.typical × turn_interval"
    ) { system, inputs in
      .seconds(conversationDuration(in: system, &inputs))
    },
    .ofSystem(
      "turn_rate", .rate, "Turns of all conversations together at the peak.",
      formula: "concurrent_conversations / turn_interval"
    ) { system, inputs in
      .real(turnRate(in: system, &inputs))
    },
    .ofSystem(
      "conversation_rate", .rate,
      "Conversations that begin at the peak, by Little's law: those that are active, by how long one lasts.",
      formula: "concurrent_conversations / (turns_per_conversation.typical × turn_interval)"
    ) { system, inputs in
      .real(conversationRate(in: system, &inputs))
    },
    .ofSystem(
      "concurrent_agents", .count,
      "The most processes of all agents together that run at the same time; agents that share a `process` count once, and what a schedule starts is not counted with what serves.",
      formula:
        "Σ replicas.max over processes that serve, or over those that a schedule starts if that is more"
    ) { system, inputs in
      let (least, isComplete) = concurrentAgents(in: system, &inputs)
      return isComplete ? .rounded(least) : nil
    },
    .ofSystem(
      "runs_many_agents", .boolean,
      "Whether so many agents run at the same time that a backend's cost and operation show.",
      formula: "concurrent_agents ≥ \(Int(ArticleFigures.manyAgents))"
    ) { system, inputs in
      let (least, isComplete) = concurrentAgents(in: system, &inputs)
      if least >= ArticleFigures.manyAgents { return .boolean(true) }
      return isComplete ? .boolean(false) : nil
    },
  ]

  /// A sum, at least; and whether that is all.
  typealias Sum = (least: Double, isComplete: Bool)

  /// What one turn adds to a history. Tool results count only where there are both calls and results.
  static func growthPerTurn(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Sum {
    let workload = system.root.workload
    let tokens = inputs.number(workload.tokens_per_turn, none: 0)
    if workload.tool_calls_per_turn.isNothing || workload.tokens_per_tool_result.isNothing {
      return (tokens ?? 0, tokens != nil)
    }
    let calls = inputs.number(workload.tool_calls_per_turn)
    let result = inputs.number(workload.tokens_per_tool_result)
    let ofTools = product(calls, result)
    return ((tokens ?? 0) + (ofTools ?? 0), tokens != nil && ofTools != nil)
  }

  static func callsPerTurn(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Double? {
    let workload = system.root.workload
    let callsNoTools = workload.tool_calls_per_turn.isNothing
    if workload.model_calls_per_turn.isUndeclared, callsNoTools { return 1 }
    return inputs.operand(workload.model_calls_per_turn)
  }

  /// The fewest calls of the model in one turn: where the file does not say, those of a turn without tools.
  static func leastCallsPerTurn(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Double? {
    let calls = system.root.workload.model_calls_per_turn
    return calls.isUndeclared ? 1 : inputs.operand(calls)
  }

  static func conversationDuration(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Double? {
    let turns = inputs.operand(system.root.workload.turns_per_conversation.typical)
    let interval = inputs.operand(system.root.workload.turn_interval)
    return product(turns, interval)
  }

  static func turnRate(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Double? {
    let conversations = inputs.operand(system.root.workload.concurrent_conversations)
    if conversations == 0 { return 0 }
    let interval = inputs.operand(system.root.workload.turn_interval)
    return ratio(conversations, interval)
  }

  static func conversationRate(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Double? {
    let conversations = inputs.operand(system.root.workload.concurrent_conversations)
    let duration = conversationDuration(in: system, &inputs)
    return ratio(conversations, duration)
  }

  static func concurrentAgents(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Sum {
    if system.root.agents.isUndeclared {
      inputs.miss(system.root.agents.path)
      return (0, false)
    }
    let serving = processes(ofAll: system.agents.filter { !$0.worksOnSchedule }, &inputs)
    let scheduled = processes(ofAll: system.agents.filter(\.worksOnSchedule), &inputs)
    return (max(serving.least, scheduled.least), serving.isComplete && scheduled.isComplete)
  }
}
