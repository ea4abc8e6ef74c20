package import Analysis
package import Expressions

/// Applies every rule of a library to one system.
package struct Auditor: Sendable {
  private let library: Library
  private let today: TimestampValue

  package init(_ library: Library, today: TimestampValue) {
    self.library = library
    self.today = today
  }

  /// The verdicts in the order of checklists, rules and subjects, and the rules that could not be evaluated.
  package func judgements(of system: AnalyzedSystem, evidence: [String: EvidenceLevel] = [:])
    -> (judgements: [Judgement], failures: [RuleFailure])
  {
    var judge = Judge(RuleWorld(system, today: today), evidence: evidence)
    for rule in library.rules { judge.apply(rule) }
    return (judge.judgements, judge.failures)
  }
}
