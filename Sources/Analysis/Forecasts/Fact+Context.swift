internal import Architecture

extension Fact {
  /// What a call carries, and when it no longer fits the model.
  static let contextForecasts: [Fact] =
    [
      .ofSystem(
        "fixed_tokens", .tokens,
        "Tokens that a call carries beside the conversation, if it carries what every component injects.",
        formula:
          "Σ injected_tokens over components, other than buffers, checkpoints and caches"
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
        let fixed = fixedTokens(in: system, &inputs)
        let available = contextAvailable(in: system, &inputs)
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
        "Tokens in the context of the last call of \(length.noun), with what all components inject.",
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

  private static func overflowTurn(
    of part: Part, in system: AnalyzedSystem, countsAll: Bool, _ inputs: inout Inputs
  ) -> Double? {
    guard part.holdsConversation else { return nil }
    if !part.patterns.contains(.summarization) {
      // What fits however it is condensed need not say how.
      var whole = inputs
      let call = call(of: part, in: system, countsAll: countsAll, isWhole: true, &whole)
      if case .some(nil) = overflowTurn(of: call, in: system, &whole) {
        inputs = whole
        return nil
      }
    }
    let call = call(of: part, in: system, countsAll: countsAll, &inputs)
    return overflowTurn(of: call, in: system, &inputs) ?? nil
  }

  /// The first turn whose call is too large; a turn of nil where none is.
  private static func overflowTurn(
    of call: Call?, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double?? {
    // A model without a window leaves the buffer its own limit.
    let available =
      system.root.model.context_window.isNone ? .infinity : contextAvailable(in: system, &inputs)
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
    let window = inputs.number(system.root.model.context_window)
    let reserve = inputs.number(system.root.model.reserve_for_output, none: 0) ?? 0
    let isOver = window.map { fixedTokens(in: system, &inputs).least + least > $0 - reserve }
    return isOver == true ? true : nil
  }

  static func contextAvailable(in system: AnalyzedSystem, _ inputs: inout Inputs) -> Double? {
    let window = inputs.operand(system.root.model.context_window)
    let reserve = inputs.number(system.root.model.reserve_for_output, none: 0)
    guard let window, let reserve else { return nil }
    return max(0, window - reserve)
  }

  /// What the components inject into a call; what a conversation injects of itself is part of its history.
  static func fixedTokens(
    in system: AnalyzedSystem, besides own: Part? = nil, _ inputs: inout Inputs
  ) -> Sum {
    let injection = own.map(system.injection.without) ?? system.injection
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
