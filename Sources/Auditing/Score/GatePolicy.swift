package import Architecture
package import SourceText

/// What the gate refuses. Nil where a reason does not count.
package struct GatePolicy: Sendable, Equatable {
  /// Unwaived fails of this severity or a graver one.
  package var failOn: Severity?
  /// Undeclared verdicts of this severity or a graver one.
  package var failOnUndeclared: Severity?
  /// A low end under this number.
  package var minScore: Double?

  package init(failOn: Severity?, failOnUndeclared: Severity?, minScore: Double? = nil) {
    self.failOn = failOn
    self.failOnUndeclared = failOnUndeclared
    self.minScore = minScore
  }

  /// What is asked of a system at a stage; of one that does not say its stage, what is asked before production.
  package init(stage: String?) {
    switch stage {
    case "prototype": self.init(failOn: .critical, failOnUndeclared: nil)
    case "production": self.init(failOn: .high, failOnUndeclared: .high)
    default: self.init(failOn: .high, failOnUndeclared: .critical)
    }
  }

  /// - Parameter root: The whole architecture.
  package init(for root: Reading) {
    self.init(stage: root.system.stage.text)
  }
}

/// What somebody wants the gate to refuse: nil for what holds without it.
package struct GateSettings: Sendable, Equatable {
  /// A severity from which on something counts, or that it never does.
  package enum Threshold: Sendable, Equatable {
    case never
    case from(Severity)

    package var severity: Severity? { if case .from(let severity) = self { severity } else { nil } }
  }

  package var failOn: Threshold?
  package var failOnUndeclared: Threshold?
  package var minScore: Double?

  package init(failOn: Threshold?, failOnUndeclared: Threshold?, minScore: Double?) {
    self.failOn = failOn
    self.failOnUndeclared = failOnUndeclared
    self.minScore = minScore
  }

  /// Why a score is not one that a minimum can be meant to be; nil for others.
  package static func objection(toMinScore score: Double) -> Complaint? {
    if score > 100 { return Complaint("is more than 100", help: "write 100 at most") }
    guard 0 < score, score < 1 else { return nil }
    return Complaint(
      "is under 1, and scores go to 100", help: "write `\(ValueText.short(score * 100))`")
  }

  /// What holds where these settings come after a policy.
  package func applied(to policy: GatePolicy) -> GatePolicy {
    GatePolicy(
      failOn: failOn.map(\.severity) ?? policy.failOn,
      failOnUndeclared: failOnUndeclared.map(\.severity) ?? policy.failOnUndeclared,
      minScore: minScore ?? policy.minScore)
  }
}
