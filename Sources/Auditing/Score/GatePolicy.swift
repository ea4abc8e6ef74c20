package import Architecture

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

  /// What holds where these settings come after a policy.
  package func applied(to policy: GatePolicy) -> GatePolicy {
    GatePolicy(
      failOn: failOn.map(\.severity) ?? policy.failOn,
      failOnUndeclared: failOnUndeclared.map(\.severity) ?? policy.failOnUndeclared,
      minScore: minScore ?? policy.minScore)
  }
}
