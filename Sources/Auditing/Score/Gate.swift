/// The decision that continuous integration acts on.
package struct Gate: Sendable, Equatable {
  /// Why the gate is closed.
  package enum Reason: Sendable, Equatable {
    case fails([FindingKey], atOrAbove: Severity)
    case undeclared([FindingKey], atOrAbove: Severity)
    /// What was decided before and has been taken out of the file.
    case withdrawn([FindingKey], atOrAbove: Severity)
    /// What was decided before and is not asked any more, because what would decide that is not declared.
    case silenced([Silence], atOrAbove: Severity)
    /// The low end; nil where there is no score.
    case score(low: Double?, under: Double)
    case expiredWaivers([FindingKey])
    case orphanedWaivers([FindingKey])
    /// By the paths that it is for.
    case expiredEvidence([String])
    case unreadEvidence([UnreadEvidence])
  }

  /// What does not close the gate, and should be known.
  package enum Note: Sendable, Equatable {
    /// Findings that would close the gate, and were there before.
    case knownBefore([FindingKey])
    /// Findings that were there before, and are no more.
    case noLongerFound([FindingKey])
    /// The baseline says nothing of the file.
    case fileNotInBaseline
    case fileRefusedInBaseline
    case baselineOfOtherChecklists
    /// So much is open that nobody declares it in a day.
    case muchIsOpen
    case waiversNoLongerNeeded([FindingKey])
    /// Some rules were left out, so that the score is not the one that was meant.
    case minScoreNotAsked(Double)
  }

  /// In the order of the cases.
  package let reasons: [Reason]
  package let notes: [Note]

  package var isPassed: Bool { reasons.isEmpty }
}

extension Gate {
  /// What the gate compares with an earlier report.
  package struct Comparison: Sendable {
    let baseline: Baseline
    let checklistsHash: String
    /// Rules that the checklists have and this audit did not apply.
    let rulesLeftOut: Set<String>
    let silences: [Silence]
    /// What may still be found, and cannot be told.
    let unevaluated: Set<FindingKey>

    package init(
      _ baseline: Baseline, checklistsHash: String, rulesLeftOut: Set<String> = [],
      silences: [Silence] = [], unevaluated: Set<FindingKey> = []
    ) {
      self.baseline = baseline
      self.checklistsHash = checklistsHash
      self.rulesLeftOut = rulesLeftOut
      self.silences = silences
      self.unevaluated = unevaluated
    }

    fileprivate func notes(about judgements: [Judgement], grave: [Judgement]) -> [Note] {
      var notes: [Note] = []
      let known = grave.filter { !baseline.isNew($0) }.map(\.key)
      if !known.isEmpty { notes.append(.knownBefore(known)) }
      let untold = unevaluated.union(silences.map(\.finding))
      let gone = baseline.noLongerFound(judgements).filter {
        !rulesLeftOut.contains($0.rule) && !untold.contains($0)
      }
      if !gone.isEmpty { notes.append(.noLongerFound(gone)) }
      switch baseline {
      case .absent: notes.append(.fileNotInBaseline)
      case .refused: notes.append(.fileRefusedInBaseline)
      case .report(let report):
        if report.checklistsHash != checklistsHash { notes.append(.baselineOfOtherChecklists) }
      }
      return notes
    }
  }

  /// From how many undeclared verdicts on a team is told how to begin without declaring them all.
  private static let much = 10

  /// - Parameters:
  ///   - disabled: The ids of disabled rules: their findings count in the score and do not close the gate.
  ///   - expiredEvidence: The paths of evidence that is out of date.
  ///   - unreadEvidence: What is named as evidence and cannot be had.
  ///   - isOfAllRules: Otherwise the score is not what a minimum was set for.
  ///   - comparison: With one, only those findings close the gate that are new.
  package init(
    _ policy: GatePolicy, _ judgements: [Judgement], score: Score, waivers: [Waiver] = [],
    disabled: Set<String> = [], expiredEvidence: [String] = [],
    unreadEvidence: [UnreadEvidence] = [], isOfAllRules: Bool = true,
    comparison: Comparison? = nil
  ) {
    let open = Open(disabled: disabled, waivers: waivers)
    let grave = judgements.filter { judgement in
      policy.threshold(of: judgement.finding).map { judgement.severity >= $0 } ?? false
        && open.has(judgement)
    }.graveFirst
    let new = comparison.map { grave.filter($0.baseline.isNew) } ?? grave
    let fails = new.filter { $0.finding == .fail }.map(\.key)
    let undeclared = new.filter { $0.finding != .fail }.map(\.key)
    let keys = { (status: (Waiver.Status) -> Bool) in
      waivers.filter { status($0.status) }.map(\.finding).sorted()
    }
    let expired = keys { $0 == .expired }
    let orphaned = keys { if case .orphaned = $0 { true } else { false } }
    let all: [Reason?] = [
      policy.failOn.flatMap { fails.isEmpty ? nil : .fails(fails, atOrAbove: $0) },
      policy.failOnUndeclared.flatMap {
        undeclared.isEmpty ? nil : .undeclared(undeclared, atOrAbove: $0)
      },
      Self.withdrawn(judgements, since: comparison?.baseline, policy, open, told: undeclared),
      Self.silenced(comparison?.silences ?? [], policy, open),
      isOfAllRules ? Self.lowScore(score, policy) : nil,
      expired.isEmpty ? nil : .expiredWaivers(expired),
      orphaned.isEmpty ? nil : .orphanedWaivers(orphaned),
      expiredEvidence.isEmpty ? nil : .expiredEvidence(expiredEvidence.sorted()),
      unreadEvidence.isEmpty ? nil : .unreadEvidence(unreadEvidence),
    ]
    reasons = all.compactMap(\.self)

    var notes = comparison?.notes(about: judgements, grave: grave) ?? []
    if comparison == nil, undeclared.count >= Self.much { notes.append(.muchIsOpen) }
    let needless = keys { $0 == .noLongerNeeded }
    if !needless.isEmpty { notes.append(.waiversNoLongerNeeded(needless)) }
    if let minimum = policy.minScore, !isOfAllRules {
      notes.append(.minScoreNotAsked(minimum))
    }
    self.notes = notes
  }

  /// Leaving out what failed must not open the gate that the fail would close.
  private static func withdrawn(
    _ judgements: [Judgement], since baseline: Baseline?, _ policy: GatePolicy, _ open: Open,
    told undeclared: [FindingKey]
  ) -> Reason? {
    guard let severity = policy.failOn, let baseline else { return nil }
    let told = Set(undeclared)
    let withdrawn = judgements.filter {
      $0.severity >= severity && baseline.wasDecided($0) && open.has($0)
        && !told.contains($0.key)
    }.graveFirst.map(\.key)
    return withdrawn.isEmpty ? nil : .withdrawn(withdrawn, atOrAbove: severity)
  }

  private static func silenced(
    _ silences: [Silence], _ policy: GatePolicy, _ open: Open
  ) -> Reason? {
    guard let severity = [policy.failOn, policy.failOnUndeclared].compactMap(\.self).min() else {
      return nil
    }
    let silenced = silences.filter { $0.severity >= severity && open.has($0.finding) }
    return silenced.isEmpty ? nil : .silenced(silenced, atOrAbove: severity)
  }

  private static func lowScore(_ score: Score, _ policy: GatePolicy) -> Reason? {
    guard let minimum = policy.minScore else { return nil }
    let low = score.interval?.low
    return low.map { $0 < minimum } ?? true ? .score(low: low, under: minimum) : nil
  }
}

/// What neither a waiver accepts nor the configuration disables.
private struct Open {
  let disabled: Set<String>
  let waived: Set<FindingKey>

  init(disabled: Set<String>, waivers: [Waiver]) {
    self.disabled = disabled
    waived = Set(waivers.lazy.filter { $0.status == .active }.map(\.finding))
  }

  func has(_ finding: FindingKey) -> Bool {
    !disabled.contains(finding.rule) && !waived.contains(finding)
  }

  func has(_ judgement: Judgement) -> Bool {
    disabled.isEmpty && waived.isEmpty || has(judgement.key)
  }
}

extension GatePolicy {
  /// From which severity on a verdict closes the gate; nil where none does.
  fileprivate func threshold(of finding: FindingKind?) -> Severity? {
    switch finding {
    case .fail?: failOn
    case .undeclared?: failOnUndeclared
    case nil: nil
    }
  }
}

extension [Judgement] {
  /// The gravest first, then by rule and subject.
  fileprivate var graveFirst: [Judgement] {
    sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      return left.rule === right.rule
        ? left.subject.name < right.subject.name : left.rule.id < right.rule.id
    }
  }
}
