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
}

extension Report.Totals {
  init(_ findings: [Report.Finding], passed: Int, of audit: Audit) {
    var failed = 0
    var waived = 0
    var openFails = 0
    for place in findings.indices {
      let isWaived = findings[place].waiver != nil
      if isWaived { waived += 1 }
      guard findings[place].isFail else { continue }
      failed += 1
      if !isWaived, !findings[place].isKnown { openFails += 1 }
    }
    self.init(
      passed: passed, failed: failed,
      undeclared: findings.count - failed, notApplicable: audit.notApplicable.reduce(0, +),
      waived: waived, openFails: openFails)
  }
}

extension Report.WaiverNote {
  /// Why, by whom and until when, in one line.
  package var sentence: String {
    let ticket = ticket.map { ", \($0)" } ?? ""
    return "\(reason) (approved by \(approvedBy), until \(expires)\(ticket))"
  }
}
