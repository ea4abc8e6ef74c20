/// The decision that continuous integration acts on.
package struct Gate: Sendable, Equatable {
  /// Why the gate is closed.
  package enum Reason: Sendable, Equatable {
    case fails([FindingKey], atOrAbove: Severity)
    case undeclared([FindingKey], atOrAbove: Severity)
    /// What was decided before and has been taken out of the file.
    case withdrawn([FindingKey], atOrAbove: Severity)
    /// The low end; nil where there is no score.
    case score(low: Double?, under: Double)
    case expiredWaivers([FindingKey])
    case orphanedWaivers([FindingKey])
    /// By the paths that it is for.
    case expiredEvidence([String])
  }

  /// What does not close the gate, and should be known.
  package enum Note: Sendable, Equatable {
    /// Findings that would close the gate, and were there before.
    case knownBefore([FindingKey])
    case baselineOfOtherChecklists
    case waiversNoLongerNeeded([FindingKey])
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
    let isOfSameChecklists: Bool

    package init(_ baseline: Baseline, checklistsHash: String) {
      self.baseline = baseline
      isOfSameChecklists = baseline.checklistsHash == checklistsHash
    }
  }

  /// - Parameters:
  ///   - disabled: The ids of disabled rules: their findings count in the score and do not close the gate.
  ///   - expiredEvidence: The paths of evidence that is out of date.
  ///   - comparison: With one, only those findings close the gate that are new.
  package init(
    _ policy: GatePolicy, _ judgements: [Judgement], score: Score, waivers: [Waiver] = [],
    disabled: Set<String> = [], expiredEvidence: [String] = [], comparison: Comparison? = nil
  ) {
    let waived = Set(waivers.filter { $0.status == .active }.map(\.finding))
    let counted = judgements.filter {
      $0.verdict.isFinding && !disabled.contains($0.rule.id) && !waived.contains($0.key)
    }
    let grave = counted.filter { judgement in
      let threshold = judgement.verdict == .fail ? policy.failOn : policy.failOnUndeclared
      return threshold.map { judgement.severity >= $0 } ?? false
    }.graveFirst
    let new = comparison.map { grave.filter($0.baseline.isNew) } ?? grave
    let keys = { (status: (Waiver.Status) -> Bool) in
      waivers.filter { status($0.status) }.map(\.finding).sorted()
    }

    var reasons: [Reason] = []
    let fails = new.filter { $0.verdict == .fail }.map(\.key)
    if let severity = policy.failOn, !fails.isEmpty {
      reasons.append(.fails(fails, atOrAbove: severity))
    }
    let undeclared = new.filter { $0.verdict != .fail }.map(\.key)
    if let severity = policy.failOnUndeclared, !undeclared.isEmpty {
      reasons.append(.undeclared(undeclared, atOrAbove: severity))
    }
    // Leaving out what failed must not open the gate that the fail would close.
    if let severity = policy.failOn, let baseline = comparison?.baseline {
      let withdrawn = counted.filter {
        $0.severity >= severity && baseline.wasDecided($0) && !undeclared.contains($0.key)
      }.graveFirst.map(\.key)
      if !withdrawn.isEmpty { reasons.append(.withdrawn(withdrawn, atOrAbove: severity)) }
    }
    if let minimum = policy.minScore {
      let low = score.interval?.low
      if low.map({ $0 < minimum }) ?? true { reasons.append(.score(low: low, under: minimum)) }
    }
    let expired = keys { $0 == .expired }
    if !expired.isEmpty { reasons.append(.expiredWaivers(expired)) }
    let orphaned = keys { if case .orphaned = $0 { true } else { false } }
    if !orphaned.isEmpty { reasons.append(.orphanedWaivers(orphaned)) }
    if !expiredEvidence.isEmpty { reasons.append(.expiredEvidence(expiredEvidence.sorted())) }
    self.reasons = reasons

    var notes: [Note] = []
    if let comparison {
      let known = grave.filter { !comparison.baseline.isNew($0) }.map(\.key)
      if !known.isEmpty { notes.append(.knownBefore(known)) }
      if !comparison.isOfSameChecklists { notes.append(.baselineOfOtherChecklists) }
    }
    let needless = keys { $0 == .noLongerNeeded }
    if !needless.isEmpty { notes.append(.waiversNoLongerNeeded(needless)) }
    self.notes = notes
  }
}

extension [Judgement] {
  /// The gravest first, then by rule and subject.
  fileprivate var graveFirst: [Judgement] {
    sorted { left, right in
      left.severity != right.severity ? left.severity > right.severity : left.key < right.key
    }
  }
}
