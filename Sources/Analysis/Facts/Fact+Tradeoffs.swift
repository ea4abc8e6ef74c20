internal import Architecture

extension Fact {
  /// How the system and its components stand to the three corners.
  static let tradeoffs: [Fact] = Corner.allCases.flatMap { corner in
    let name = String(corner.rawValue.map { $0 == "-" ? "_" : $0 })
    let facts: [Fact] = [
      .of(
        .components, name, .choice(positions),
        "How the component stands to \(corner.rawValue): \(corner.meaning)."
      ) { system, part, inputs in
        value(of: system.tradeoff(of: part)[corner], &inputs)
      },
      .ofSystem(
        name, .choice(positions), "How the system stands to \(corner.rawValue): \(corner.meaning)."
      ) { system, inputs in
        let parts = system.components.map { system.tradeoff(of: $0) }
        return value(of: system.tradeoff(parts)[corner], &inputs)
      },
      .ofSystem(
        name + "_conceded_by", .list(.text),
        "The components that concede \(corner.rawValue), and what does it."
      ) { system, inputs in
        let stands = system.components.map { (id: $0.id, stand: system.tradeoff(of: $0)[corner]) }
        let conceding = stands.filter { $0.stand.position == .conceded }
        guard conceding.isEmpty else { return .texts(byReason(conceding)) }
        for (_, stand) in stands { inputs.miss(stand.missing) }
        return inputs.isComplete ? .texts([]) : nil
      },
    ]
    return facts
  }

  /// `a, b (why)`: each reason once, in the order in which it first decides.
  private static func byReason(_ stands: [(id: String, stand: Stand)]) -> [String] {
    var reasons: [String] = []
    for reason in stands.map(\.stand.because) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return reasons.map { reason in
      let ids = stands.filter { $0.stand.because == reason }.map(\.id)
      return "\(ids.joined(separator: ", ")) (\(reason))"
    }
  }

  private static let positions = Choice(
    Stand.Position.allCases.filter { $0 != .undeclared }.map { Choice.Option($0.rawValue) })

  private static func value(of stand: Stand, _ inputs: inout Inputs) -> Value? {
    inputs.miss(stand.missing)
    return stand.position == .undeclared ? nil : .text(stand.position.rawValue)
  }
}
