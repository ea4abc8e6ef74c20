internal import Auditing

extension Report {
  /// What closes the gate, for people: what is in the way, and what would open it.
  package struct Obstacle: Sendable {
    package let claim: String
    /// The findings that it is about, the gravest first.
    package let matters: [Matter]
    /// What it is about besides, by the names of rules and subjects.
    package let names: [String]
    package let opening: String
  }

  /// For each reason of the gate.
  package var obstacles: [Obstacle] {
    guard !isGatePassed else { return [] }
    let known = Dictionary(
      findings.map { (FindingKey(rule: $0.rule, subject: $0.subject), $0) },
      uniquingKeysWith: { first, _ in first })
    return audit.gate.reasons.map { reason in
      Obstacle(
        claim: reason.claim, matters: Matter.grouped(reason.findings.compactMap { known[$0] }),
        names: reason.findings.filter { known[$0] == nil }.map {
          "`\($0.rule)` on `\($0.subject)`"
        }, opening: reason.opening)
    }
  }

  /// Where the lines of a waiver are found, if a fail closes the gate.
  package var waiving: String? {
    let closing = audit.gate.reasons.lazy.compactMap { reason in
      if case .fails(let findings, _) = reason { findings.first } else { nil }
    }
    return closing.first.map {
      "A fail that you accept for a time gets a waiver: `memaudit explain \($0.rule)` has its lines."
    }
  }

  /// Findings that somebody has accepted for a time; they count as failed all the same.
  package var accepted: [Finding] { findings.filter { $0.waiver != nil } }
}
