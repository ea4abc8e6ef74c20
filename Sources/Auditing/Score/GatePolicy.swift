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
