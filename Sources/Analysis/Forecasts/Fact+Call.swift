internal import Architecture

/// What the calls of a conversation carry.
struct Call {
  /// Tokens beside the history.
  let fixed: Double
  let conversation: Conversation
  let bound: HistoryBound

  /// The first turn that the buffer's own limit refuses.
  var turnBeyondLimit: Double? { bound.failsAbove.flatMap(conversation.firstTurn) }

  /// Whether so many turns stay below the size from which on the file leaves it open what happens; nil where nothing
  /// is left open.
  func isDecided(through turns: Double) -> Bool? {
    bound.isOpenAbove.map { size in
      conversation.firstTurn(exceeding: size).map { $0 > turns } ?? true
    }
  }
}

/// What becomes of a history that grows.
struct HistoryBound {
  /// The most that is kept of it.
  var cap = Double.infinity
  /// The history beyond which calls fail before the model's window is full.
  var failsAbove: Double?
  /// The history beyond which the file does not say what happens.
  var isOpenAbove: Double?
}

extension Fact {
  /// The calls that a buffer, a window or a summary leads to.
  /// - Parameters:
  ///   - countsAll: Whether the buffer's limit holds what is injected, too.
  ///   - isWhole: Whether nothing condenses the history.
  static func call(
    of part: Part, in system: AnalyzedSystem, countsAll: Bool, isWhole: Bool = false,
    _ inputs: inout Inputs
  ) -> Call? {
    let condenser = condenser(of: part, in: system)
    let growth = growthPerTurn(in: system, &inputs)
    let fixed = fixedTokens(in: system, with: part, besides: condenser, &inputs)
    let bound = bound(
      of: part, growth, injected: countsAll ? fixed.least : 0,
      room: { inputs in
        contextAvailable(in: system, for: part, &inputs).map { $0 - fixed.least }
      }, &inputs)
    let window = window(of: part, growth, &inputs)
    let compaction: Conversation.Compaction?? =
      if let condenser, !isWhole {
        compaction(of: condenser, growth, &inputs)
      } else {
        .some(tumbling(part, window, growth))
      }
    guard growth.isComplete, fixed.isComplete, let bound, let window, let compaction else {
      return nil
    }
    let conversation = Conversation(
      growth: growth.least, cap: min(bound.cap, window), compaction: compaction)
    return Call(fixed: fixed.least, conversation: conversation, bound: bound)
  }

  /// What condenses the history that a component keeps: itself, or the one summary to which a buffer leaves it.
  private static func condenser(of part: Part, in system: AnalyzedSystem) -> Part? {
    if part.patterns.contains(.summarization) { return part }
    let summaries = system.relations.summaries[part.index]
    guard part.reading.on_overflow.text == "summarize", let summary = summaries.first,
      summaries.count == 1
    else { return nil }
    let condenser = system.components[summary]
    return condenser.patterns.contains(.summarization) ? condenser : nil
  }

  /// Where a buffer's limit holds the history, or where it makes calls fail. What handles an overflow, and has no limit
  /// of its own, handles it where the model's window is full. What is undeclared matters only where it is.
  private static func bound(
    of part: Part, _ growth: Sum, injected: Double, room: (inout Inputs) -> Double?,
    _ inputs: inout Inputs
  ) -> HistoryBound? {
    let reaction = inputs.text(part.reading.on_overflow, none: "error")
    guard let limit = size(part.reading.limit, growth, injected: injected, &inputs) else {
      return nil
    }
    switch reaction {
    case nil: return room(&inputs).map { HistoryBound(isOpenAbove: min($0, limit)) }
    case "error"?: return HistoryBound(failsAbove: limit.isFinite ? limit : nil)
    case .some where limit.isFinite: return HistoryBound(cap: max(0, limit))
    case .some: return room(&inputs).map { HistoryBound(cap: max(0, $0)) }
    }
  }

  /// The most that a window lets through.
  private static func window(of part: Part, _ growth: Sum, _ inputs: inout Inputs) -> Double? {
    size(part.reading.window, growth, &inputs)
  }

  /// A tumbling window lets all go when it is full, and begins again.
  private static func tumbling(
    _ part: Part, _ window: Double?, _ growth: Sum
  ) -> Conversation.Compaction? {
    guard part.reading.window.type.text == "tumbling", let window, window.isFinite,
      growth.least > 0
    else { return nil }
    let turns = max(1, (window / growth.least).rounded(.down))
    return Conversation.Compaction(first: turns, every: turns, retained: 0)
  }

  /// A size in tokens or turns, in tokens of history; infinite where there is none. Of tokens, what is injected and
  /// counts takes its part.
  private static func size(
    _ reading: Reading, _ growth: Sum, injected: Double = 0, _ inputs: inout Inputs
  ) -> Double? {
    guard let (tokens, turns) = inputs.alternatives(reading.tokens, reading.turns) else {
      return nil
    }
    return min(
      tokens.map { $0 - injected } ?? .infinity, turns.map { $0 * growth.least } ?? .infinity)
  }

  /// What follows from the calls of a component. Where the file does not say whether the limit holds what is injected,
  /// too, it is what follows either way.
  static func following<Result: Equatable>(
    fromCallsOf part: Part, _ inputs: inout Inputs, _ result: (Bool, inout Inputs) -> Result?
  ) -> Result? {
    let limit = part.reading.limit
    guard limit.tokens.number != nil else { return result(false, &inputs) }
    guard limit.includes_injected.isUndeclared else {
      return result(inputs.flag(limit.includes_injected, none: false) ?? false, &inputs)
    }
    var counted = inputs
    let least = result(true, &counted)
    let most = result(false, &inputs)
    if least == most { return most }
    inputs.miss(limit.includes_injected.path)
    return nil
  }

  /// When a summarization condenses; a compaction of nil where nothing that can be counted in turns triggers it.
  static func compaction(
    of part: Part, _ growth: Sum, _ inputs: inout Inputs
  ) -> Conversation.Compaction?? {
    let trigger = part.reading.trigger
    let triggers = inputs.alternatives(
      trigger.tokens, trigger.turns, or: trigger.idle, trigger.every)
    if let triggers, triggers.first == nil, triggers.second == nil { return .some(nil) }
    let target = inputs.operand(part.reading.target_tokens)
    let recent = inputs.number(part.reading.keeps_recent, none: 0)
    guard growth.isComplete, let triggers, let target, let recent else { return nil }
    return .some(
      Conversation.Compaction(
        growth: growth.least, tokens: triggers.first, turns: triggers.second,
        retained: target + recent * growth.least))
  }
}

extension Inputs {
  /// Two values of a record of which each may stand alone, or others: what is not written, where another is, is not
  /// there. Nil where none of them is declared.
  mutating func alternatives(
    _ first: Reading, _ second: Reading, or others: Reading...
  ) -> (first: Double?, second: Double?)? {
    let all = [first, second] + others
    guard all.contains(where: { !$0.isUndeclared }) else {
      for reading in all { miss(reading.path) }
      return nil
    }
    return (
      first.isUndeclared ? nil : number(first), second.isUndeclared ? nil : number(second)
    )
  }
}
