internal import Architecture

/// How a forecast changes with one of its inputs, and where the declared design stands on that line.
package struct Curve: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    package let x: Double
    package let y: Double
  }

  package let points: [Point]
  /// What the file declares.
  package let declared: Point?
  /// What the line must not cross.
  package let limit: Double?
  /// How far along the axis the product lets the design go.
  package let target: Double?

  private static let samples = 120

  /// As many points at most, evenly spread from the first to the last.
  package func thinned(to most: Int) -> [Point] {
    guard points.count > most, most > 1 else { return points }
    return (0..<most).map { points[$0 * (points.count - 1) / (most - 1)] }
  }

  /// A line from nothing to an end, at whole steps where there are few.
  fileprivate init?(
    to end: Double, from start: Double = 0, whole: Bool, declared: Point? = nil,
    limit: Double? = nil, target: Double? = nil, _ height: (Double) -> Double
  ) {
    guard end > start, end.isFinite else { return nil }
    let steps = whole ? min(Int(min(end - start, 1e6)), Self.samples) : Self.samples
    points = (0...steps).map { step in
      let x = start + (end - start) * Double(step) / Double(steps)
      let at = whole ? x.rounded() : x
      return Point(x: at, y: height(at))
    }
    guard points.allSatisfy({ $0.y.isFinite }) else { return nil }
    self.declared = declared
    self.limit = limit
    self.target = target
  }
}

extension AnalyzedSystem {
  /// The tokens of each call, turn by turn, against what the model accepts.
  package func contextGrowth(of part: Part) -> Curve? {
    guard part.holdsConversation else { return nil }
    var inputs = Inputs()
    let isCounted = part.reading.limit.includes_injected.flag ?? false
    guard number("context_at_max", of: part) != nil,
      let call = Fact.call(of: part, in: self, countsAll: isCounted, &inputs),
      let turns = inputs.operand(root.workload.turns_per_conversation.max),
      call.isDecided(through: turns) != false
    else { return nil }
    var window = Inputs()
    return Curve(
      to: turns, from: 1, whole: true, limit: Fact.contextAvailable(in: self, for: part, &window)
    ) { turn in
      call.fixed + call.conversation.history(at: turn)
    }
  }

  /// The share of reads that are stale, by how old a copy can be, in seconds.
  package func staleness(of part: Part) -> Curve? {
    guard let worst = number("worst_staleness", of: part), worst > 0,
      let share = number("stale_read_share", of: part),
      let documents = part.reading.source.documents.number,
      let changes = part.reading.source.changes.number, documents > 0
    else { return nil }
    let target = root.objectives.max_staleness.number
    return Curve(
      to: max(2 * worst, 1.1 * (target ?? 0)), whole: false,
      declared: Curve.Point(x: worst, y: share), target: target
    ) {
      Fact.staleShare(of: part, expecting: changes / documents * $0)
    }
  }

  /// The probability that a write collides, by how many other conversations may write the same entry.
  package func collisions(of part: Part) -> Curve? {
    guard let competitors = number("competing_conversations", of: part), competitors > 0,
      let share = number("collision_share", of: part), share > 0,
      let writes = part.reading.writes_per_conversation.number,
      let overlap = part.reading.write_control.overlap.number,
      let duration = number("conversation_duration"), duration > 0
    else { return nil }
    return Curve(
      to: max(2 * competitors, 4), whole: true, declared: Curve.Point(x: competitors, y: share)
    ) {
      probabilityOfAny(expected: $0 * writes / duration * overlap)
    }
  }

  /// The result of a forecast, durations in seconds.
  private func number(_ forecast: String, of part: Part? = nil) -> Double? {
    let owner = part.map { Fact.Owner.part($0.collection) } ?? .system
    guard let fact = Fact.named(forecast, of: owner),
      case .value(let value) = fact.outcome(in: self, of: part).result
    else { return nil }
    return value.amount
  }
}
