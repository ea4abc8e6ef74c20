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

    package init(
      _ baseline: Baseline, checklistsHash: String, rulesLeftOut: Set<String> = [],
      silences: [Silence] = []
    ) {
      self.baseline = baseline
      self.checklistsHash = checklistsHash
      self.rulesLeftOut = rulesLeftOut
      self.silences = silences
    }

    fileprivate func notes(about judgements: [Judgement], grave: [Judgement]) -> [Note] {
      var notes: [Note] = []
      let known = grave.filter { !baseline.isNew($0) }.map(\.key)
      if !known.isEmpty { notes.append(.knownBefore(known)) }
      let silent = Set(silences.map(\.finding))
      let gone = baseline.noLongerFound(judgements).filter {
        !rulesLeftOut.contains($0.rule) && !silent.contains($0)
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
    let waived = Set(waivers.lazy.filter { $0.status == .active }.map(\.finding))
    let isOpen = { (finding: FindingKey) in
      !disabled.contains(finding.rule) && !waived.contains(finding)
    }
    let counts = { (judgement: Judgement) in
      disabled.isEmpty && waived.isEmpty || isOpen(judgement.key)
    }
    let grave = judgements.filter { judgement in
      let threshold: Severity? =
        switch judgement.verdict {
        case .fail: policy.failOn
        case .undeclared: policy.failOnUndeclared
        case .pass, .passOrNotApplicable, .notApplicable: nil
        }
      guard let threshold else { return false }
      return judgement.severity >= threshold && counts(judgement)
    }.graveFirst
    let new = comparison.map { grave.filter($0.baseline.isNew) } ?? grave
    let keys = { (status: (Waiver.Status) -> Bool) in
      waivers.filter { status($0.status) }.map(\.finding).sorted()
    }

    var reasons: [Reason] = []
    let fails = new.filter(\.verdict.isFail).map(\.key)
    if let severity = policy.failOn, !fails.isEmpty {
      reasons.append(.fails(fails, atOrAbove: severity))
    }
    let undeclared = new.filter { !$0.verdict.isFail }.map(\.key)
    if let severity = policy.failOnUndeclared, !undeclared.isEmpty {
      reasons.append(.undeclared(undeclared, atOrAbove: severity))
    }
    // Leaving out what failed must not open the gate that the fail would close.
    if let severity = policy.failOn, let baseline = comparison?.baseline {
      let withdrawn = judgements.filter {
        $0.severity >= severity && baseline.wasDecided($0) && counts($0)
          && !undeclared.contains($0.key)
      }.graveFirst.map(\.key)
      if !withdrawn.isEmpty { reasons.append(.withdrawn(withdrawn, atOrAbove: severity)) }
    }
    if let severity = [policy.failOn, policy.failOnUndeclared].compactMap(\.self).min() {
      let silenced = (comparison?.silences ?? []).filter {
        $0.severity >= severity && isOpen($0.finding)
      }
      if !silenced.isEmpty { reasons.append(.silenced(silenced, atOrAbove: severity)) }
    }
    if let minimum = policy.minScore, isOfAllRules {
      let low = score.interval?.low
      if low.map({ $0 < minimum }) ?? true { reasons.append(.score(low: low, under: minimum)) }
    }
    let expired = keys { $0 == .expired }
    if !expired.isEmpty { reasons.append(.expiredWaivers(expired)) }
    let orphaned = keys { if case .orphaned = $0 { true } else { false } }
    if !orphaned.isEmpty { reasons.append(.orphanedWaivers(orphaned)) }
    if !expiredEvidence.isEmpty { reasons.append(.expiredEvidence(expiredEvidence.sorted())) }
    if !unreadEvidence.isEmpty { reasons.append(.unreadEvidence(unreadEvidence)) }
    self.reasons = reasons

    var notes = comparison?.notes(about: judgements, grave: grave) ?? []
    if comparison == nil, undeclared.count >= Self.much { notes.append(.muchIsOpen) }
    let needless = keys { $0 == .noLongerNeeded }
    if !needless.isEmpty { notes.append(.waiversNoLongerNeeded(needless)) }
    if let minimum = policy.minScore, !isOfAllRules {
      notes.append(.minScoreNotAsked(minimum))
    }
    self.notes = notes
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
