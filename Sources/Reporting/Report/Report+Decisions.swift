package import Auditing

extension Report {
  /// What one of the owners has to decide: what is new against a baseline first, then the gravest.
  package struct Decision: Sendable {
    package let owner: SystemView.Owner
    /// Who that is, where the file says.
    package let who: String?
    package let findings: [Finding]
  }

  /// What is waived has been decided. All critical and high matters are here, those that could not be told too where
  /// they are critical or only product can decide them; of product's, also lesser fails.
  package var decisions: [Decision] {
    SystemView.Owner.allCases.compactMap { owner in
      let matters = findings.filter { finding in
        guard finding.decidedBy == owner, finding.waiver == nil else { return false }
        switch (owner, finding.kind) {
        case (.product, .fail): return true
        case (.engineering, .fail): return finding.severity >= .high
        case (.product, .undeclared): return finding.severity >= .high
        case (.engineering, .undeclared): return finding.severity == .critical
        }
      }
      guard !matters.isEmpty else { return nil }
      let gravestFirst = Severity.allCases.sorted(by: >).flatMap { severity in
        matters.filter { $0.severity == severity }
      }
      let ordered = gravestFirst.filter { !$0.isKnown } + gravestFirst.filter(\.isKnown)
      return Decision(owner: owner, who: view.owner(owner), findings: ordered)
    }
  }

  /// What was found about one subject.
  package struct Tally: Sendable, Equatable {
    package let fails: Int
    package let undeclared: Int
    package let gravest: Severity?
  }

  package func tally(of subject: String) -> Tally {
    Tally(findings.filter { $0.subject == subject })
  }

  /// What was found about every subject with findings.
  package var tallies: [String: Tally] {
    Dictionary(grouping: findings, by: \.subject).mapValues(Tally.init)
  }
}

extension Report.Tally {
  fileprivate init(_ findings: [Report.Finding]) {
    let fails = findings.filter { $0.kind == .fail }
    self.init(
      fails: fails.count, undeclared: findings.count - fails.count,
      gravest: fails.map(\.severity).max())
  }
}
