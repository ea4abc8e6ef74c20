internal import Architecture

extension Fact {
  /// How often work is done again.
  static let duplicateForecasts: [Fact] = [
    .of(
      .agents, "duplicates_per_thousand", .number,
      "Deliveries beyond the first, for a thousand pieces of work.",
      formula:
        "1000 × q (1 − q^(A − 1)) / (1 − q), q = redelivery.probability, A = redelivery.attempts; 1000 × q / (1 − q) where nothing is said to end it; 0 unless delivery is at-least-once"
    ) { _, agent, inputs in
      .real(duplicates(of: agent, &inputs).map { $0 * 1_000 })
    },
    .of(
      .agents, "duplicates_per_day", .number,
      "Deliveries beyond the first in a day at the peak, if each turn gives the agent one piece of work, or each change of a document where it only keeps indexes; none where a schedule starts it, whose runs are not told.",
      formula:
        "work × 86,400 × duplicates_per_thousand / 1000, work = turn_rate, or Σ source.changes over the indexes"
    ) { system, agent, inputs in
      var known = inputs
      let duplicates = duplicates(of: agent, &known)
      if duplicates != 0, case .schedule = system.work[agent.index] { return nil }
      inputs = known
      if duplicates == 0 { return .number(0) }
      let pieces = pieces(for: agent, in: system, &inputs)
      return .real(product(duplicates, pieces, 86_400))
    },
    .of(
      .agents, "outlives_redelivery", .boolean,
      "Whether a key of finished work is remembered for as long as the work can be delivered again.",
      formula:
        "idempotency.retention ≥ redelivery.after; true where keys are kept for ever or nothing is delivered again, false without idempotency"
    ) { _, agent, inputs in
      let redelivery = agent.reading.redelivery.after
      if redelivery.isNone || agent.isNeverRedelivered { return .boolean(true) }
      if agent.reading.idempotency.isNone { return .boolean(false) }
      let after = inputs.number(redelivery)
      let retention = inputs.number(agent.reading.idempotency.retention, none: .infinity)
      if retention == .infinity { return .boolean(true) }
      guard let after, let retention else { return nil }
      return .boolean(retention >= after)
    },
  ]

  /// The pieces of work that come to an agent in a second.
  private static func pieces(
    for agent: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    switch system.work[agent.index] {
    case .schedule: return nil
    case .conversations: return turnRate(in: system, &inputs)
    case .changes(let indexes):
      let changes = indexes.map { inputs.number($0.reading.source.changes, none: 0) }
      return changes.contains(nil) ? nil : changes.compactMap(\.self).reduce(0, +)
    }
  }

  /// The repetitions of one piece of work that are expected; each of them may be repeated in turn.
  private static func duplicates(of agent: Part, _ inputs: inout Inputs) -> Double? {
    let delivery = inputs.text(agent.reading.delivery)
    if let delivery, delivery != "at-least-once" { return 0 }
    let share = inputs.number(agent.reading.redelivery.probability, none: 0)
    if share == 0 { return 0 }
    let attempts = agent.reading.redelivery.attempts
    let deliveries = attempts.isUndeclared ? nil : inputs.number(attempts, none: .infinity)
    let again = (deliveries ?? .infinity) - 1
    if again <= 0 { return 0 }
    guard delivery != nil, let share else { return nil }
    return expectedRepeats(share, atMost: again)
  }
}

extension Part {
  /// Whether it is declared that no work comes to it a second time.
  fileprivate var isNeverRedelivered: Bool {
    reading.delivery.text == "at-most-once" || reading.redelivery.probability.isNothing
  }
}
