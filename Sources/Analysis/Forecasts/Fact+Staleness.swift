internal import Architecture

extension Fact {
  /// How far copies fall behind their source.
  static let stalenessForecasts: [Fact] = [
    .of(
      .components, "worst_staleness", .duration,
      "How old a copy can be when it is read, counted from the first source; none where nothing bounds its age.",
      formula:
        "the longer of coherence.interval, 0 under write-through, and of lag, which counts from the change of the source; lag where a write-behind has no interval; the interval of a prompt that is loaded again; ttl for a semantic or tool-result cache, plus the worst_staleness of the index or prompt that it is rebuildable_from"
    ) { system, part, inputs in
      .seconds(worstStaleness(of: part, in: system, &inputs))
    },
    .of(
      .components, "expected_staleness", .duration,
      "How old a copy is on average when it is read, if reads are spread evenly.",
      formula:
        "worst_staleness / 2; all of it for a copy that follows each change after the same lag"
    ) { system, part, inputs in
      let isTrailing = part.trailsItsSource
      return .seconds(
        worstStaleness(of: part, in: system, &inputs).map { isTrailing ? $0 : $0 / 2 })
    },
    .of(
      .components, "stale_read_share", .share,
      "The share of reads that meet a copy whose source has changed since, before anything detects it.",
      formula:
        "1 − (1 − e^(−λT)) / (λT), λ = source.changes / source.documents, T = worst_staleness; 1 − e^(−λT) for a copy that follows each change after the same lag"
    ) { system, part, inputs in
      guard part.copiesDocuments else { return nil }
      let documents = inputs.operand(part.reading.source.documents)
      let changes = inputs.number(part.reading.source.changes, none: 0)
      let interval = worstStaleness(of: part, in: system, &inputs)
      if changes == 0 || interval == 0 { return .number(0) }
      guard let expected = product(ratio(changes, documents), interval) else { return nil }
      return .real(staleShare(of: part, expecting: expected))
    },
    .of(
      .components, "meets_max_staleness", .boolean,
      "Whether no copy that is read is older than the objective allows.",
      formula: "worst_staleness ≤ objectives.max_staleness; false where nothing bounds the age"
    ) { system, part, inputs in
      guard part.hasCopies else { return nil }
      let most = inputs.operand(system.root.objectives.max_staleness)
      let worst = worstStaleness(of: part, in: system, &inputs)
      if part.isNeverRefreshed { return most.map { _ in .boolean(false) } }
      guard let most else { return nil }
      if part.copiesDocuments, let lag = part.reading.lag.number, lag > most {
        return .boolean(false)
      }
      return worst.map { .boolean($0 <= most) }
    },
  ]

  /// The share of stale reads where so many changes are expected in the time that a copy can be behind.
  static func staleShare(of part: Part, expecting changes: Double) -> Double {
    part.trailsItsSource
      ? probabilityOfAny(expected: changes) : staleShare(changesPerRefresh: changes)
  }

  /// The share of evenly spread reads that come after a change of what they read, where changes are a Poisson process
  /// and so many are expected between two refreshes.
  static func staleShare(changesPerRefresh expected: Double) -> Double {
    // The quotient loses its digits where few changes are expected; its series does not.
    if expected < 1e-4 { return expected / 2 - expected * expected / 6 }
    return 1 - probabilityOfAny(expected: expected) / expected
  }

  private static func worstStaleness(
    of part: Part, in system: AnalyzedSystem, _ inputs: inout Inputs
  ) -> Double? {
    guard part.hasCopies else { return nil }
    if !part.agesByCoherence {
      let age = inputs.number(part.reading.ttl)
      guard let origin = system.part(part.reading.rebuildable_from), origin.agesByCoherence else {
        return age
      }
      let before = worstStaleness(of: origin, in: system, &inputs)
      return age.flatMap { age in before.map { age + $0 } }
    }
    let coherence = part.reading.coherence
    let strategy = inputs.text(coherence.strategy)
    if strategy == "write-behind", coherence.interval.isNone {
      return inputs.number(part.reading.lag, none: 0)
    }
    let interval = strategy == "write-through" ? 0 : inputs.number(coherence.interval)
    guard strategy != nil, let interval else { return nil }
    return part.reading.lag.isUndeclared
      ? interval : inputs.number(part.reading.lag, none: 0).map { max(interval, $0) }
  }
}

extension Part {
  fileprivate var hasCopies: Bool {
    agesByCoherence || patterns.contains(.semanticCache)
      || patterns.contains(.toolResultCache) && reading.deterministic.flag != true
  }

  /// Whether its coherence says how old it gets, as of an index or of a prompt that is read again after a time; of a
  /// cache it is `ttl` that says so.
  fileprivate var agesByCoherence: Bool {
    copiesDocuments
      || patterns.contains(.systemPrompt) && reading.coherence.interval.number != nil
  }

  /// Whether each change of the source reaches it by itself, always as late: it is never younger than that.
  fileprivate var trailsItsSource: Bool {
    let coherence = reading.coherence
    switch coherence.strategy.text {
    case "write-through"?: return true
    case "write-behind"?: return coherence.interval.isNone
    default: return false
    }
  }

  fileprivate var isNeverRefreshed: Bool {
    guard agesByCoherence else { return reading.ttl.isNone }
    let coherence = reading.coherence
    let strategy = coherence.strategy
    let needsNoInterval =
      strategy.isUndeclared || ["write-through", "write-behind"].contains(strategy.text)
    return coherence.isNone || (coherence.interval.isNone && !needsNoInterval)
  }
}
