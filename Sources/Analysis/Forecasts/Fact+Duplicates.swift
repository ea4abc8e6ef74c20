internal import Architecture

extension Fact {
  /// How often work is done again.
  static let duplicateForecasts: [Fact] = [
    .of(
      .agents, "duplicates_per_thousand", .number,
      "Deliveries beyond the first, for a thousand pieces of work.",
      formula: "1000 × q / (1 − q), q = redelivery.probability; 0 unless delivery is at-least-once"
    ) { _, agent, inputs in
      .real(duplicates(of: agent, &inputs).map { $0 * 1_000 })
    },
    .of(
      .agents, "duplicates_per_day", .number,
      "Deliveries beyond the first in a day at the peak, if each turn gives the agent one piece of work.",
      formula: "turn_rate × 86,400 × duplicates_per_thousand / 1000"
    ) { system, agent, inputs in
      let duplicates = duplicates(of: agent, &inputs)
      if duplicates == 0 { return .number(0) }
      let turns = turnRate(in: system, &inputs)
      return .real(product(duplicates, turns, 86_400))
    },
    .of(
      .agents, "outlives_redelivery", .boolean,
      "Whether a key of finished work is remembered for as long as the work can be delivered again.",
      formula:
        "idempotency.retention ≥ redelivery.after; true where keys are kept for ever or nothing is delivered again, false without idempotency"
    ) { _, agent, inputs in
      let redelivery = agent.reading.redelivery.after
      if redelivery.isNone { return .boolean(true) }
      if agent.reading.idempotency.isNone { return .boolean(false) }
      let after = inputs.number(redelivery)
      let retention = inputs.number(agent.reading.idempotency.retention, none: .infinity)
      if retention == .infinity { return .boolean(true) }
      guard let after, let retention else { return nil }
      return .boolean(retention >= after)
    },
  ]

  /// The repetitions of one piece of work that are expected; each of them may be repeated in turn.
  private static func duplicates(of agent: Part, _ inputs: inout Inputs) -> Double? {
    let delivery = inputs.text(agent.reading.delivery)
    if let delivery, delivery != "at-least-once" { return 0 }
    let share = inputs.number(agent.reading.redelivery.probability, none: 0)
    if share == 0 { return 0 }
    guard delivery != nil, let share else { return nil }
    return ratio(share, 1 - share)
  }
}
