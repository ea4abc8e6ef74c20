internal import Architecture

extension Fact {
  /// What a call carries, and when it no longer fits the model.
  static let contextForecasts: [Fact] =
    [
      .ofSystem(
        "fixed_tokens", .tokens,
        "Tokens that the largest call carries beside the conversation: of an agent that reads more than others, or of all where it is not declared who reads what.",
        formula:
          "the largest Σ injected_tokens over components that an agent reads, and those that none is said to read, other than buffers, checkpoints and caches"
      ) { system, inputs in
        let fixed = fixedTokens(in: system, &inputs)
        return fixed.isComplete ? .rounded(fixed.least) : nil
      },
      .ofSystem(
        "context_available", .tokens, "Tokens of the context window that are left for input.",
        formula: "context_window − reserve_for_output"
      ) { system, inputs in
        .rounded(contextAvailable(in: system, &inputs))
      },
      .of(
        .components, "fixed_tokens", .tokens,
        "Tokens that the largest call with what the component keeps carries beside the conversation.",
        formula: "as fixed_tokens of the system, over agents that read the component"
      ) { system, part, inputs in
        let fixed = fixedTokens(in: system, with: part, &inputs)
        return fixed.isComplete ? .rounded(fixed.least) : nil
      },
      .of(
        .components, "context_window", .tokens,
        "The smallest context window into which what the component keeps must fit: the model's, or that of the agents that read it.",
        formula: "the least context_window, of the agents that read the component"
      ) { system, part, inputs in
        let windows = models(in: system, for: part).map { inputs.operand($0.context_window) }
        let known = windows.compactMap(\.self)
        return known.count == windows.count ? .rounded(known.min()) : nil
      },
      .of(
        .components, "context_available", .tokens,
        "Tokens that are left for input in the smallest context window into which what the component keeps must fit.",
        formula: "context_window − reserve_for_output, of the agents that read the component"
      ) { system, part, inputs in
        .rounded(contextAvailable(in: system, for: part, &inputs))
      },
      .of(
        .components, "overflow_turn", .count,
        "The first turn that no longer fits the model or the buffer's own limit, if the conversation goes on for so long; none where every turn fits.",
        formula:
          "least n with fixed_tokens + history(n) > context_available, or with growth_per_turn × n > limit where on_overflow is error, less fixed_tokens where limit.includes_injected"
      ) { system, part, inputs in
        let turn: Double? = following(fromCallsOf: part, &inputs) { countsAll, inputs in
          overflowTurn(of: part, in: system, countsAll: countsAll, &inputs)
        }
        return .rounded(turn)
      },
      .of(
        .components, "outgrows_model_at", .count,
        "The first turn at which all that has been said no longer fits the model, if nothing is cut or condensed.",
        formula: "least n with fixed_tokens + growth_per_turn × n > context_available"
      ) { system, part, inputs in
        guard part.patterns.contains(.conversationBuffer) else { return nil }
        let growth = growthPerTurn(in: system, &inputs)
        let fixed = fixedTokens(in: system, with: part, &inputs)
        let available = contextAvailable(in: system, for: part, &inputs)
        guard growth.isComplete, fixed.isComplete, let available else { return nil }
        let whole = Conversation(growth: growth.least)
        return .rounded(whole.firstTurn(exceeding: available - fixed.least))
      },
      .of(
        .components, "overflows", .boolean,
        "Whether the context overflows before the longest conversation ends.",
        formula: "overflow_turn ≤ turns_per_conversation.max"
      ) { system, part, inputs in
        let isOver: Bool? = following(fromCallsOf: part, &inputs) { countsAll, inputs in
          overflows(part, in: system, countsAll: countsAll, &inputs)
        }
        return isOver.map(Value.boolean)
      },
    ]
    + ConversationLength.allCases.map { length in
      .of(
        .components, "context_at_\(length.rawValue)", .tokens,
        "Tokens in the context of the last call of \(length.noun), with what components inject into it.",
        formula: "fixed_tokens + history(n), n = \(length.turns)"
      ) { system, part, inputs in
        guard part.holdsConversation else { return nil }
        let turns = inputs.operand(system.root.workload.turns_per_conversation[length.rawValue])
        let tokens: Double? = following(fromCallsOf: part, &inputs) { countsAll, inputs in
          let call = call(of: part, in: system, countsAll: countsAll, &inputs)
          guard let turns, let call, call.isDecided(through: turns) != false else { return nil }
          return call.fixed + call.conversation.history(at: turns)
        }
        return .rounded(tokens)
      }
    }

  /// Whether the longest conversation is known to stay within the limit of a buffer, so that nothing is ever cut off.
  static func fitsItsLimit(_ part: Part, in system: AnalyzedSystem) -> Bool {
    var inputs = Inputs()
    let growth = growthPerTurn(in: system, &inputs)
    let fixed =
      part.reading.limit.includes_injected.flag == true
      ? fixedTokens(in: system, with: part, &inputs) : (least: 0, isComplete: true)
    guard growth.isComplete, fixed.isComplete, let limit = part.reading.limit.tokens.number,
      let turns = system.root.workload.turns_per_conversation.max.number
    else { return false }
    return fixed.least + growth.least * turns <= limit
  }

  private static func overflowTurn(
    of part: Part, in system: AnalyzedSystem, countsAll: Bool, _ inputs: inout Inputs
  ) -> Double? {
    guard part.holdsConversation else { return nil }
    if !part.patterns.contains(.summarization) {
      // What fits however it is condensed need not say how.
      var whole = inputs
      let call = call(of: part, in: system, countsAll: countsAll, isWhole: true, &whole)
      if case .some(nil) = overflowTurn(of: call, with: part, in: system, &whole) {
        inputs = whole
        return nil
      }
    }
    let call = call(of: part, in: system, countsAll: countsAll, &inputs)
    return overflowTurn(of: call, with: part, in: system, &inputs) ?? nil
  }

  /// The first turn whose call is too large; a turn of nil where none is.
  private static func overflowTurn(
    of call: Call?, with part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double?? {
    // A model without a window leaves the buffer its own limit.
    let available =
      models(in: system, for: part).allSatisfy { $0.context_window.isNone }
      ? .infinity : contextAvailable(in: system, for: part, &inputs)
    guard let call, call.bound.isOpenAbove == nil, let available else { return nil }
    let ofModel = call.conversation.firstTurn(exceeding: available - call.fixed)
    return .some([ofModel, call.turnBeyondLimit].compactMap(\.self).min())
  }

  private static func overflows(
    _ part: Part, in system: AnalyzedSystem, countsAll: Bool, _ inputs: inout Inputs
  ) -> Bool? {
    guard part.holdsConversation else { return nil }
    let turns = inputs.operand(system.root.workload.turns_per_conversation.max)
    let turn = overflowTurn(of: part, in: system, countsAll: countsAll, &inputs)
    if let turn { return turns.map { turn <= $0 } }
    if inputs.isComplete { return inputs.hasNoResult ? nil : false }
    let call = call(of: part, in: system, countsAll: countsAll, &inputs)
    if let turns, call?.isDecided(through: turns) == true { return false }
    if let turns, let call, let failing = call.turnBeyondLimit, failing <= turns { return true }
    guard part.growsUnbounded, let turns else { return nil }
    let least = growthPerTurn(in: system, &inputs).least * turns
    // What is reserved is at least nothing.
    let fixed = fixedTokens(in: system, with: part, &inputs).least
    let isOver = models(in: system, for: part).contains { model in
      let reserve = inputs.number(model.reserve_for_output, none: 0) ?? 0
      return inputs.number(model.context_window).map { fixed + least > $0 - reserve } ?? false
    }
    return isOver ? true : nil
  }

  /// What the model accepts, or the smallest of those whose calls carry what a component keeps.
  static func contextAvailable(
    in system: AnalyzedSystem, for part: Part? = nil, _ inputs: inout Inputs
  ) -> Double? {
    var least: Double?
    for model in models(in: system, for: part) {
      let window = inputs.operand(model.context_window)
      let reserve = inputs.number(model.reserve_for_output, none: 0)
      guard let window, let reserve else { return nil }
      least = min(least ?? .infinity, max(0, window - reserve))
    }
    return least
  }

  /// The models of those whose calls carry what a component keeps, the system's where an agent has none of its own.
  static func models(in system: AnalyzedSystem, for part: Part?) -> [Reading] {
    let callers = part.map { system.injections.knownCallers(with: $0) } ?? []
    let models = callers.map { system.agents[$0].reading.model }
    let apart = models.filter { !$0.context_window.isUndeclared }
    return apart.count == models.count && !apart.isEmpty ? apart : [system.root.model] + apart
  }

  /// What components inject into the largest call, of all or of those that carry what one keeps; what a conversation
  /// injects of itself is part of its history.
  static func fixedTokens(
    in system: AnalyzedSystem, with part: Part? = nil, besides own: Part? = nil,
    _ inputs: inout Inputs
  ) -> Sum {
    let injection = system.injections.ofLargestCall(with: part, besides: own)
    inputs.take(injection)
    return (injection.tokens, injection.isComplete)
  }
}

extension Part {
  /// Whether it is a conversation in the context, whole or in part.
  var holdsConversation: Bool {
    patterns.contains { [.conversationBuffer, .windowedBuffer, .summarization].contains($0) }
  }

  /// Whether it is declared that nothing keeps the history from growing.
  fileprivate var growsUnbounded: Bool {
    patterns == [.conversationBuffer]
      && (reading.on_overflow.isNone || reading.on_overflow.text == "error")
  }
}
