/// How a conversation's history grows in the context, turn by turn, in tokens.
///
/// Without a compaction it grows by the same amount each turn. A cap holds it there; a compaction brings it back to
/// what it retains, from where it grows again.
struct Conversation {
  let growth: Double
  var cap = Double.infinity
  var compaction: Compaction?

  /// When a history is condensed, in turns, and what then remains, in tokens.
  struct Compaction {
    let first: Double
    let every: Double
    let retained: Double
  }

  /// The history that the call of a turn carries.
  func history(at turn: Double) -> Double {
    guard let compaction, turn > compaction.first else { return min(growth * turn, cap) }
    let since = (turn - compaction.first - 1).truncatingRemainder(dividingBy: compaction.every) + 1
    return min(compaction.retained + growth * since, cap)
  }

  /// The first turn whose history is larger than there is room for; nil where none ever is.
  func firstTurn(exceeding room: Double) -> Double? {
    if room < 0 { return 1 }
    guard cap > room else { return nil }
    let turn = Self.steps(of: growth, exceeding: room)
    guard let compaction else { return turn }
    if let turn, turn <= compaction.first { return turn }
    let since = Self.steps(of: growth, exceeding: max(0, room - compaction.retained))
    let isFull = compaction.retained > room
    guard let steps = isFull ? 1 : since, steps <= compaction.every else { return nil }
    return compaction.first + steps
  }

  /// What all calls of a conversation carry of the history, together. Each of the calls of a turn adds its share of what
  /// the turn adds, and carries what the calls before it did.
  func replayed(turns: Double, callsPerTurn calls: Double) -> Double {
    guard calls > 0 else { return 0 }
    let byCalls = Conversation(
      growth: growth / calls, cap: cap,
      compaction: compaction.map {
        Compaction(first: $0.first * calls, every: $0.every * calls, retained: $0.retained)
      })
    return byCalls.replayed(turns: turns * calls)
  }

  private func replayed(turns: Double) -> Double {
    guard let compaction, turns > compaction.first else { return ramp(from: 0, turns) }
    let after = turns - compaction.first
    let cycles = (after / compaction.every).rounded(.down)
    return ramp(from: 0, compaction.first)
      + cycles * ramp(from: compaction.retained, compaction.every)
      + ramp(from: compaction.retained, after - cycles * compaction.every)
  }

  /// The sum of a history that grows from a size for some turns.
  private func ramp(from size: Double, _ turns: Double) -> Double {
    guard growth > 0 else { return turns * min(size, cap) }
    let free = min(turns, max(0, ((cap - size) / growth).rounded(.down)))
    let growing = free * size + growth * free * (free + 1) / 2
    return turns > free ? growing + (turns - free) * cap : growing
  }

  /// The first multiple of a step that exceeds a size.
  private static func steps(of step: Double, exceeding size: Double) -> Double? {
    guard step > 0 else { return nil }
    let steps = (size / step).rounded(.down)
    return step * steps > size ? steps : steps + 1
  }
}

extension Conversation.Compaction {
  /// A history that grows by the same amount each turn is condensed when it has grown to a size, or after so many
  /// turns, whichever comes first, and there is more of it than remains.
  init?(growth: Double, tokens: Double?, turns: Double?, retained: Double) {
    let least = growth > 0 ? (retained / growth).rounded(.down) + 1 : 1
    let bySize = tokens.map { max(least, Self.turns(from: 0, to: $0, by: growth)) }
    let again = tokens.map { Self.turns(from: retained, to: $0, by: growth) }
    let byTurns = turns.map { max(1, $0) }
    let firstByTurns = byTurns.map { $0 * (least / $0).rounded(.up) }
    guard let first = [bySize, firstByTurns].compactMap(\.self).min(),
      let every = [again, byTurns].compactMap(\.self).min()
    else { return nil }
    self.init(first: first, every: every, retained: retained)
  }

  /// How often a conversation has been condensed when it has had so many turns.
  func count(turns: Double) -> Double {
    turns < first ? 0 : 1 + ((turns - first) / every).rounded(.down)
  }

  private static func turns(from start: Double, to size: Double, by growth: Double) -> Double {
    if size <= start { return 1 }
    return growth > 0 ? ((size - start) / growth).rounded(.up) : .infinity
  }
}

/// The two lengths of a conversation that forecasts are made for.
enum ConversationLength: String, CaseIterable {
  case typical
  case max

  var noun: String {
    switch self {
    case .typical: "a typical conversation"
    case .max: "the longest conversation"
    }
  }

  var turns: String { "workload.turns_per_conversation.\(rawValue)" }
}
