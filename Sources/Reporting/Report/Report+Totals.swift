internal import Auditing

extension Report {
  /// How many verdicts of each kind there are. A waived fail is a fail, and counted among the waived as well.
  package struct Totals: Sendable, Equatable {
    package let passed: Int
    package let failed: Int
    package let undeclared: Int
    package let notApplicable: Int
    /// Fails and undeclared verdicts that a waiver accepts.
    package let waived: Int
    /// The fails that no waiver accepts and no baseline knows.
    package let openFails: Int
  }

  package var totals: Totals {
    let failed = findings.count { $0.kind == .fail }
    return Totals(
      passed: audit.judgements.count { $0.verdict == .pass }, failed: failed,
      undeclared: findings.count - failed,
      notApplicable: notApplicable, waived: findings.count { $0.waiver != nil },
      openFails: findings.count { $0.kind == .fail && $0.waiver == nil && !$0.isKnown })
  }
}

extension Report.WaiverNote {
  /// Why, by whom and until when, in one line.
  package var sentence: String {
    let ticket = ticket.map { ", \($0)" } ?? ""
    return "\(reason) (approved by \(approvedBy), until \(expires)\(ticket))"
  }
}
