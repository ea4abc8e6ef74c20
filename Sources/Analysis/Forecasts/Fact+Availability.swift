internal import Architecture

extension Fact {
  /// How often requests fail because a store does not answer.
  static let availabilityForecasts: [Fact] = [
    .ofSystem(
      "hard_failure_availability", .share,
      "The share of time in which no store fails that requests cannot do without, if stores fail independently.",
      formula: "Π availability over stores with on_unavailable: fail and no fallback_store"
    ) { system, inputs in
      let (most, isComplete) = availability(of: system, &inputs)
      return isComplete ? .real(most) : nil
    },
    .ofSystem(
      "meets_availability", .boolean,
      "Whether the stores that requests cannot do without are available as often as the objective asks.",
      formula: "hard_failure_availability ≥ objectives.availability"
    ) { system, inputs in
      let wanted = inputs.operand(system.root.objectives.availability)
      let (most, isComplete) = availability(of: system, &inputs)
      guard let wanted else { return nil }
      if most < wanted { return .boolean(false) }
      return isComplete ? .boolean(true) : nil
    },
  ]

  /// The availability at most; and whether that is all.
  private static func availability(
    of system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> (most: Double, isComplete: Bool) {
    if system.root.stores.isUndeclared { inputs.miss(system.root.stores.path) }
    var most = 1.0
    var isComplete = !system.root.stores.isUndeclared
    for store in system.stores {
      let reaction = inputs.text(store.reading.on_unavailable, none: "fail")
      if let reaction, reaction != "fail" { continue }
      guard !store.hasFallback else { continue }
      let isHard = reaction != nil && store.reading.fallback_store.isNone
      if reaction != nil, !isHard { inputs.miss(store.reading.fallback_store.path) }
      let declared = store.reading.availability
      let availability = isHard ? inputs.operand(declared) : inputs.number(declared)
      if isHard, let availability {
        most *= availability
      } else {
        isComplete = isComplete && availability == 1
      }
    }
    return (most, isComplete)
  }
}

extension Part {
  fileprivate var hasFallback: Bool { reading.fallback_store.text != nil }
}
