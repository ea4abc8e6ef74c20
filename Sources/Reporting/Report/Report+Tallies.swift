package import Auditing

extension Report {
  /// What was found about one subject.
  package struct Tally: Sendable, Equatable {
    package let fails: Int
    package let undeclared: Int
    package let gravest: Severity?

    static let nothing = Tally(fails: 0, undeclared: 0, gravest: nil)
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
