internal import Architecture

/// What the calls of a conversation carry.
struct Call {
  /// Tokens beside the history.
  let fixed: Double
  let conversation: Conversation
  /// The history beyond which calls fail before the model's window is full.
  let failsAbove: Double?
}

extension Fact {
  /// The calls that a buffer, a window or a summary leads to.
  static func call(of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs) -> Call? {
    let growth = growthPerTurn(in: system, &inputs)
    let isCondensed = part.patterns.contains(.summarization)
    let fixed = fixedTokens(in: system, besides: isCondensed ? part : nil, &inputs)
    let limit = limit(
      of: part, growth,
      room: { inputs in
        contextAvailable(in: system, &inputs).map { max(0, $0 - fixed.least) }
      }, &inputs)
    let window = window(of: part, growth, &inputs)
    let compaction = isCondensed ? compaction(of: part, growth, &inputs) : .some(nil)
    guard growth.isComplete, fixed.isComplete, let limit, let window, let compaction else {
      return nil
    }
    let conversation = Conversation(
      growth: growth.least, cap: min(limit.cap, window), compaction: compaction)
    return Call(fixed: fixed.least, conversation: conversation, failsAbove: limit.failsAbove)
  }

  /// Where a buffer's limit holds the history, or where it makes calls fail. What handles an overflow, and has no limit
  /// of its own, handles it where the model's window is full.
  private static func limit(
    of part: Part, _ growth: Sum, room: (inout Inputs) -> Double?, _ inputs: inout Inputs
  ) -> (cap: Double, failsAbove: Double?)? {
    let reaction = inputs.text(part.reading.on_overflow, none: "error")
    let limit = size(part.reading.limit, growth, &inputs)
    guard let reaction, let limit else { return nil }
    if reaction == "error" { return (.infinity, limit.isFinite ? limit : nil) }
    if limit.isFinite { return (limit, nil) }
    return room(&inputs).map { ($0, nil) }
  }

  /// The most that a window lets through.
  private static func window(of part: Part, _ growth: Sum, _ inputs: inout Inputs) -> Double? {
    size(part.reading.window, growth, &inputs)
  }

  /// A size in tokens or turns, in tokens; infinite where there is none.
  private static func size(_ reading: Reading, _ growth: Sum, _ inputs: inout Inputs) -> Double? {
    guard let (tokens, turns) = inputs.alternatives(reading.tokens, reading.turns) else {
      return nil
    }
    return min(tokens ?? .infinity, turns.map { $0 * growth.least } ?? .infinity)
  }

  /// When a summarization condenses; a compaction of nil where nothing that can be counted in turns triggers it.
  static func compaction(
    of part: Part, _ growth: Sum, _ inputs: inout Inputs
  ) -> Conversation.Compaction?? {
    let trigger = part.reading.trigger
    let triggers = inputs.alternatives(trigger.tokens, trigger.turns, or: trigger.idle)
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
  /// Two values of a record of which each may stand alone, perhaps beside a third: what is not written, where another
  /// is, is not there. Nil where none of them is declared.
  mutating func alternatives(
    _ first: Reading, _ second: Reading, or third: Reading? = nil
  ) -> (first: Double?, second: Double?)? {
    let all = [first, second] + [third].compactMap(\.self)
    guard all.contains(where: { !$0.isUndeclared }) else {
      for reading in all { miss(reading.path) }
      return nil
    }
    return (
      first.isUndeclared ? nil : number(first), second.isUndeclared ? nil : number(second)
    )
  }
}
