internal import Architecture

extension Fact {
  /// How often history is condensed, and whether that can work.
  static let compactionForecasts: [Fact] =
    ConversationLength.allCases.map { length in
      .of(
        .components, "compactions_\(length.rawValue)", .count,
        "How often size or number of turns lead to a compaction in \(length.noun).",
        formula:
          "0 if N < first, else 1 + ⌊(N − first) / every⌋, N = \(length.turns), first = ⌈trigger.tokens / growth_per_turn⌉, every = ⌈(trigger.tokens − retained) / growth_per_turn⌉, at most trigger.turns each, retained = target_tokens + keeps_recent × growth_per_turn, and none before there is more than retained"
      ) { system, part, inputs in
        .rounded(compactions(of: part, over: length, in: system, &inputs))
      }
    } + [
      .of(
        .components, "generations", .count,
        "How many compactions the oldest turns have gone through at the end of the longest conversation.",
        formula: "compactions_max where summarizes_summaries, else at most 1"
      ) { system, part, inputs in
        let count = compactions(of: part, over: .max, in: system, &inputs)
        guard let count else { return nil }
        if count <= 1 { return .rounded(count) }
        return inputs.flag(part.reading.summarizes_summaries, none: false).flatMap {
          .rounded($0 ? count : 1)
        }
      },
      .of(
        .components, "kept_turns_tokens", .tokens,
        "Tokens of the turns that a compaction keeps word for word."
      ) { system, part, inputs in
        guard part.patterns.contains(.summarization) else { return nil }
        let kept = keptTurns(of: part, in: system, &inputs)
        return kept.isComplete ? .rounded(kept.least) : nil
      },
      .of(
        .components, "compaction_leaves", .tokens,
        "Tokens that a compaction leaves: the summary, and the turns that are kept word for word."
      ) { system, part, inputs in
        guard part.patterns.contains(.summarization) else { return nil }
        let target = inputs.operand(part.reading.target_tokens)
        let kept = keptTurns(of: part, in: system, &inputs)
        guard let target, kept.isComplete else { return nil }
        return .rounded(target + kept.least)
      },
      .of(
        .components, "compaction_shrinks", .boolean,
        "Whether a compaction leaves less than what triggers the next.",
        formula: "target_tokens + keeps_recent × growth_per_turn < trigger.tokens"
      ) { system, part, inputs in
        guard part.patterns.contains(.summarization) else { return nil }
        let trigger = inputs.operand(part.reading.trigger.tokens)
        let target = inputs.operand(part.reading.target_tokens)
        let kept = keptTurns(of: part, in: system, &inputs)
        guard let trigger, let target else { return nil }
        if target + kept.least >= trigger { return .boolean(false) }
        return kept.isComplete ? .boolean(true) : nil
      },
      .of(
        .components, "summarizer_input", .tokens,
        "The largest history that a compaction has to read.",
        formula:
          "max(growth_per_turn × first, retained + growth_per_turn × every), as in compactions_max; trigger.tokens + growth_per_turn / model_calls_per_turn where it is looked at before each call, and one turn grows beyond it"
      ) { system, part, inputs in
        .rounded(summarizerInput(of: part, in: system, &inputs))
      },
      .of(
        .components, "exceeds_summarizer_window", .boolean,
        "Whether what a compaction reads and writes is more than the summarizing model accepts in one call.",
        formula:
          "summarizer_input + target_tokens > model.context_window, of the component's own model or else the system's"
      ) { system, part, inputs in
        guard part.patterns.contains(.summarization) else { return nil }
        let own = part.reading.model
        let model = own.record == nil ? system.root.model : own
        let input = summarizerInput(of: part, in: system, &inputs)
        let target = inputs.number(part.reading.target_tokens, none: 0)
        let window = inputs.operand(model.context_window)
        let least = input ?? leastSummarizerInput(of: part, in: system)
        guard let window, let least else { return nil }
        if least + (target ?? 0) > window { return .boolean(true) }
        return input == nil || target == nil ? nil : .boolean(false)
      },
    ]

  /// What the turns come to that are kept word for word.
  private static func keptTurns(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Sum {
    if part.reading.keeps_recent.isNothing { return (0, true) }
    let recent = inputs.number(part.reading.keeps_recent)
    let growth = growthPerTurn(in: system, &inputs)
    // Where a turn is condensed while it lasts, it is not known how much of it is kept.
    if sizeWithinTurn(of: part, growth) != nil { return (0, false) }
    return ((recent ?? 0) * growth.least, recent != nil && growth.isComplete)
  }

  private static func compactions(
    of part: Part, over length: ConversationLength, in system: AnalyzedSystem,
    _ inputs: inout Inputs
  ) -> Double? {
    guard part.patterns.contains(.summarization) else { return nil }
    let turns = inputs.operand(system.root.workload.turns_per_conversation[length.rawValue])
    let growth = growthPerTurn(in: system, &inputs)
    let compaction = compaction(of: part, growth, &inputs)
    guard let turns, let compaction else { return nil }
    return compaction?.count(turns: turns)
  }

  private static func summarizerInput(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    guard part.patterns.contains(.summarization) else { return nil }
    let growth = growthPerTurn(in: system, &inputs)
    if let trigger = sizeWithinTurn(of: part, growth) {
      let calls = inputs.operand(system.root.workload.model_calls_per_turn)
      return calls.map { trigger + growth.least / max(1, $0) }
    }
    guard let compaction = compaction(of: part, growth, &inputs) else { return nil }
    return compaction.map {
      max(growth.least * $0.first, $0.retained + growth.least * $0.every)
    }
  }

  /// The size at which a turn is condensed while it lasts, because it alone grows beyond that.
  private static func sizeWithinTurn(of part: Part, _ growth: Sum) -> Double? {
    let trigger = part.reading.trigger
    guard trigger.looked_at.text == "each-call", let tokens = trigger.tokens.number else {
      return nil
    }
    return growth.least >= tokens ? tokens : nil
  }

  /// Nothing smaller than the trigger is condensed, where only the size triggers and the history does grow.
  private static func leastSummarizerInput(of part: Part, in system: AnalyzedSystem) -> Double? {
    var inputs = Inputs()
    let grows = growthPerTurn(in: system, &inputs).least > 0
    let trigger = part.reading.trigger
    return grows && trigger.turns.number == nil ? trigger.tokens.number : nil
  }
}
