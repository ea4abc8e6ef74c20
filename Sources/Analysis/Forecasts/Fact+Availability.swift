internal import Architecture

extension Fact {
  /// How often requests fail because a store does not answer.
  static let availabilityForecasts: [Fact] = [
    .ofSystem(
      "hard_failure_availability", .share,
      "The share of time in which no store fails that requests cannot do without, if stores fail independently.",
      formula:
        "Π availability over stores with on_unavailable: fail or retry, and no fallback_store, but for those that only work on a schedule uses"
    ) { system, inputs in
      let (least, most) = availability(of: system, &inputs)
      return least == most ? .real(most) : nil
    },
    .ofSystem(
      "meets_availability", .boolean,
      "Whether the stores that requests cannot do without are available as often as the objective asks.",
      formula: "hard_failure_availability ≥ objectives.availability"
    ) { system, inputs in
      let wanted = inputs.operand(system.root.objectives.availability)
      let (least, most) = availability(of: system, &inputs)
      guard let wanted else { return nil }
      if most < wanted { return .boolean(false) }
      return least >= wanted ? .boolean(true) : nil
    },
  ]

  /// Between what bounds the availability is: where a store may be needed, with its outages and without.
  private static func availability(
    of system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> (least: Double, most: Double) {
    if system.root.stores.isUndeclared { inputs.miss(system.root.stores.path) }
    var least = system.root.stores.isUndeclared ? 0 : 1.0
    var most = 1.0
    for store in system.stores where !store.isThereWithItsProcess {
      let reaction = inputs.text(store.reading.on_unavailable, none: "fail")
      // Trying again makes no store answer.
      if let reaction, !["fail", "retry"].contains(reaction) { continue }
      guard !store.hasFallback, !isUsedOnScheduleOnly(store, in: system) else { continue }
      let isNeeded = reaction != nil && store.reading.fallback_store.isNone
      if reaction != nil, !isNeeded { inputs.miss(store.reading.fallback_store.path) }
      let declared = store.reading.availability
      let availability = isNeeded ? inputs.operand(declared) : inputs.number(declared)
      least *= availability ?? 0
      if isNeeded { most *= availability ?? 1 }
    }
    return (least, most)
  }
}

extension Part {
  fileprivate var hasFallback: Bool { reading.fallback_store.text != nil }

  /// Whether it answers as long as its process runs, for all that is said of it.
  fileprivate var isThereWithItsProcess: Bool {
    let kind = reading.storeKind
    if kind == .inProcess { return true }
    return reading.availability.isUndeclared
      && (reading.embedded.flag == true || kind == .sqlite)
  }
}
