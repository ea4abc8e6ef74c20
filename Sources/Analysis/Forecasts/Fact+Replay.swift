internal import Architecture

extension Fact {
  /// What it costs to send a conversation again with every call, and what that would be with a window or a summary.
  static let replayForecasts: [Fact] =
    ConversationLength.allCases.flatMap { length in
      [
        .ofSystem(
          "full_replay_tokens_\(length.rawValue)", .tokens,
          "Input tokens of \(length.noun), if each call carries the whole history.",
          formula:
            "N c × fixed_tokens + growth_per_turn × N (N c + 1) / 2, N = \(length.turns), c = model_calls_per_turn"
        ) { system, inputs in
          .rounded(replayed(.full, over: length, in: system, &inputs))
        },
        .ofSystem(
          "full_replay_cost_\(length.rawValue)", .money,
          "Price of the input tokens of \(length.noun), if each call carries the whole history.",
          formula:
            "full_replay_tokens_\(length.rawValue) × input_price_per_million_tokens / 1,000,000"
        ) { system, inputs in
          cost(of: replayed(.full, over: length, in: system, &inputs), in: system, &inputs)
        },
        .ofSystem(
          "cached_replay_cost_\(length.rawValue)", .money,
          "Price of the input tokens of \(length.noun) at best: the whole history in each call, and all of it but the new turn from the provider's prompt cache.",
          formula:
            "((fixed_tokens + growth_per_turn × N) × input_price + (full_replay_tokens_\(length.rawValue) − fixed_tokens − growth_per_turn × N) × cached_input_price) / 1,000,000, N = \(length.turns)"
        ) { system, inputs in
          cachedCost(
            of: replayed(.full, over: length, in: system, &inputs), over: length, in: system,
            &inputs)
        },
        .of(
          .components, "replayed_tokens_\(length.rawValue)", .tokens,
          "Input tokens of \(length.noun), if each call carries what the component keeps of the history.",
          formula:
            "Σ fixed_tokens + history(n) over n = 1/c, 2/c … \(length.turns), c = model_calls_per_turn"
        ) { system, part, inputs in
          .rounded(replayed(by: part, over: length, in: system, &inputs))
        },
        .of(
          .components, "replay_cost_\(length.rawValue)", .money,
          "Price of the input tokens of \(length.noun), if each call carries what the component keeps of the history; where there is a prompt cache, the price at best.",
          formula:
            "replayed_tokens_\(length.rawValue) × input_price_per_million_tokens / 1,000,000; as cached_replay_cost_\(length.rawValue) where a component is a prompt_cache"
        ) { system, part, inputs in
          guard part.holdsConversation else { return nil }
          let tokens = replayed(by: part, over: length, in: system, &inputs)
          return system.hasPromptCache
            ? cachedCost(of: tokens, over: length, in: system, &inputs)
            : cost(of: tokens, in: system, &inputs)
        },
      ]
    }
    + [
      .ofSystem(
        "windowed_replay_tokens_max", .tokens,
        "Input tokens of the longest conversation, if calls carried a window as long as a typical conversation.",
        formula:
          "Σ fixed_tokens + growth_per_turn × min(n, turns.typical) over n = 1/c, 2/c … turns.max, c = model_calls_per_turn"
      ) { system, inputs in
        .rounded(replayed(.windowed, over: .max, in: system, &inputs))
      },
      .ofSystem(
        "summarized_replay_tokens_max", .tokens,
        "Input tokens of the longest conversation, if its history were condensed to the size of one turn whenever it is as long as a typical conversation.",
        formula:
          "Σ fixed_tokens + history(n) over n = 1/c, 2/c … turns.max, where history falls back to growth_per_turn after turns.typical × growth_per_turn"
      ) { system, inputs in
        .rounded(replayed(.summarized, over: .max, in: system, &inputs))
      },
    ]

  private enum Alternative {
    case full
    case windowed
    case summarized
  }

  private static func replayed(
    _ alternative: Alternative, over length: ConversationLength, in system: AnalyzedSystem,
    _ inputs: inout Inputs
  ) -> Double? {
    let lengths = system.root.workload.turns_per_conversation
    let turns = inputs.operand(lengths[length.rawValue])
    let typical = alternative == .full ? 0 : inputs.operand(lengths.typical)
    let growth = growthPerTurn(in: system, &inputs)
    let fixed = fixedTokens(in: system, &inputs)
    let calls = leastCallsPerTurn(in: system, &inputs)
    guard let turns, let typical, let calls, growth.isComplete, fixed.isComplete else { return nil }
    var conversation = Conversation(growth: growth.least)
    switch alternative {
    case .full: break
    case .windowed: conversation.cap = growth.least * typical
    case .summarized:
      conversation.compaction = Conversation.Compaction(
        growth: growth.least, tokens: growth.least * typical, turns: nil, retained: growth.least)
    }
    return calls * turns * fixed.least + conversation.replayed(turns: turns, callsPerTurn: calls)
  }

  private static func replayed(
    by part: Part, over length: ConversationLength, in system: AnalyzedSystem,
    _ inputs: inout Inputs
  ) -> Double? {
    guard part.holdsConversation else { return nil }
    let turns = inputs.operand(system.root.workload.turns_per_conversation[length.rawValue])
    let calls = leastCallsPerTurn(in: system, &inputs)
    return following(fromCallsOf: part, &inputs) { countsAll, inputs in
      let call = call(of: part, in: system, countsAll: countsAll, &inputs)
      guard let turns, let calls, let call, call.isDecided(through: turns) != false else {
        return nil
      }
      return calls * turns * call.fixed
        + call.conversation.replayed(turns: turns, callsPerTurn: calls)
    }
  }

  private static func cost(
    of tokens: Double?, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Value? {
    let price = inputs.number(system.root.model.input_price_per_million_tokens, none: 0)
    return .real(product(price, tokens).map { $0 / 1_000_000 })
  }

  /// The price of what a conversation sends, where only what is new in a call is read anew.
  private static func cachedCost(
    of all: Double?, over length: ConversationLength, in system: AnalyzedSystem,
    _ inputs: inout Inputs
  ) -> Value? {
    let turns = inputs.operand(system.root.workload.turns_per_conversation[length.rawValue])
    let price = inputs.number(system.root.model.input_price_per_million_tokens, none: 0)
    let cachedPrice = inputs.operand(system.root.model.cached_input_price_per_million_tokens)
    let growth = growthPerTurn(in: system, &inputs).least
    guard let all, let turns, let price, let cachedPrice else { return nil }
    let new = min(all, fixedTokens(in: system, &inputs).least + growth * turns)
    return .real((new * price + (all - new) * cachedPrice) / 1_000_000)
  }
}
