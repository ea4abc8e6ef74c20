internal import Architecture

extension Fact {
  /// What a window lets fall.
  static let windowForecasts: [Fact] =
    [keptTokens]
    + ConversationLength.allCases.map { length in
      .of(
        .components, "evicted_share_\(length.rawValue)", .share,
        "The share of \(length.noun)'s turns that the window has evicted at its end.",
        formula:
          "max(0, N − w) / N, N = \(length.turns), w = window.turns, or window.tokens / growth_per_turn rounded down; a tumbling window keeps (N − 1) mod w + 1 turns"
      ) { system, part, inputs in
        guard part.patterns.contains(.windowedBuffer) else { return nil }
        let turns = inputs.operand(system.root.workload.turns_per_conversation[length.rawValue])
        let size = windowInTurns(part, in: system, &inputs)
        guard let turns, let size, turns > 0 else { return nil }
        if turns <= size { return .number(0) }
        return inputs.text(part.reading.window.type, none: "sliding").flatMap {
          .real(evictedShare(turns: turns, window: size, isTumbling: $0 == "tumbling"))
        }
      }
    }

  private static let keptTokens: Fact = .of(
    .components, "window_tokens", .tokens,
    "Tokens of the conversation that the window lets into a call, at most.",
    formula:
      "the least of window.tokens, window.turns × growth_per_turn and workload.turns_per_conversation.max × growth_per_turn"
  ) { system, part, inputs in
    guard part.patterns.contains(.windowedBuffer) else { return nil }
    let window = part.reading.window
    guard let size = inputs.alternatives(window.tokens, window.turns, or: window.gap) else {
      return nil
    }
    guard size.first != nil || size.second != nil else { return nil }
    let longest = system.root.workload.turns_per_conversation.max
    let turns = [size.second, longest.isUndeclared ? nil : inputs.number(longest)]
    let growth = growthPerTurn(in: system, &inputs)
    guard growth.isComplete else { return nil }
    return .rounded(
      ([size.first] + turns.map { $0.map { $0 * growth.least } }).compactMap(\.self).min())
  }

  static func evictedShare(turns: Double, window: Double, isTumbling: Bool) -> Double {
    guard turns > window else { return 0 }
    guard isTumbling, window >= 1 else { return (turns - window) / turns }
    let kept = (turns - 1).truncatingRemainder(dividingBy: window) + 1
    return (turns - kept) / turns
  }

  /// The whole turns that a window holds; nil where it is bounded neither in turns nor in tokens.
  private static func windowInTurns(
    _ part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    let window = part.reading.window
    guard let size = inputs.alternatives(window.turns, window.tokens, or: window.gap) else {
      return nil
    }
    guard let tokens = size.second else { return size.first }
    let growth = growthPerTurn(in: system, &inputs)
    guard growth.isComplete, growth.least > 0 else { return nil }
    return min(size.first ?? .infinity, (tokens / growth.least).rounded(.down))
  }
}
