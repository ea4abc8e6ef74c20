internal import Auditing
internal import SourceText

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
  var obstacles: [Obstacle] {
    guard !isGatePassed else { return [] }
    let known = Dictionary(
      findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return audit.gate.reasons.map { reason in
      let names = reason.findings.filter { known[$0] == nil }.map(\.words)
      return Obstacle(
        claim: reason.claim, matters: Matter.grouped(reason.findings.compactMap { known[$0] }),
        names: reason.details.isEmpty ? names : reason.details, opening: reason.opening)
    }
  }

  /// A reason of the gate as formats tell it that list what is wrong, and have no place for what holds of a file.
  package struct GateIssue: Sendable {
    /// The id under which such formats list it.
    package static let rule = "memaudit/gate"
    package static let title = "Does the gate pass?"

    package let sentence: String
    package let opening: String
    /// Tells apart the reasons of a file.
    fileprivate let kind: String

    /// The same in every file, as that of a finding is.
    var fingerprint: String { hexadecimalHash("\(Self.rule)\u{0}\(kind)".utf8) }

    package var text: String { "The gate fails. \(sentence) \(opening)" }
  }

  /// The notes with which a change is annotated.
  var gateAnnotations: [String] { audit.gate.notes.filter(\.isAnnotated).map(\.sentence) }

  /// Every reason for which the gate fails and that no finding tells as an error.
  var gateIssues: [GateIssue] {
    audit.gate.reasons.filter { !$0.isToldByAFinding(of: self) }.map {
      GateIssue(sentence: $0.sentence, opening: $0.opening, kind: $0.kind)
    }
  }

  /// Where the lines of a waiver are found, if a fail closes the gate.
  var waiving: String? {
    let closing = audit.gate.reasons.lazy.compactMap { reason in
      if case .fails(let findings, _) = reason { findings.first } else { nil }
    }
    return closing.first.map {
      "A fail that you accept for a time gets a waiver: \(explaining($0)) has its lines."
    }
  }

  /// Where it is told what undeclared verdicts wait for, if one closes the gate.
  package var asking: String? {
    let closing = audit.gate.reasons.lazy.compactMap { reason in
      if case .undeclared(let findings, _) = reason { findings.first } else { nil }
    }
    return closing.first.map {
      "What undeclared verdicts ask, and what to declare, is in `memaudit report \(SourceFile.operand(file.name))`; \(explaining($0)) says why."
    }
  }

  private func explaining(_ finding: FindingKey) -> String {
    let isBuiltIn = audit.library.rule(finding.rule)?.isBuiltIn ?? true
    let words = (isBuiltIn ? [] : audit.libraryOptions) + [finding.rule]
    return "`memaudit explain \(words.map(shellWord).joined(separator: " "))`"
  }

  /// Findings that somebody has accepted for a time; they count as failed all the same.
  package var accepted: [Finding] { findings.filter { $0.waiver != nil } }
}

extension Gate.Reason {
  /// Whether it is about a fail so grave that every format shows it as an error.
  fileprivate func isToldByAFinding(of report: Report) -> Bool {
    guard case .fails(let findings, _) = self, let first = findings.first else { return false }
    return report.findings.contains { $0.key == first && $0.severity >= .high }
  }

  fileprivate var kind: String {
    switch self {
    case .fails: "fails"
    case .undeclared: "undeclared"
    case .withdrawn: "withdrawn"
    case .silenced: "silenced"
    case .score: "score"
    case .expiredWaivers: "expired-waivers"
    case .orphanedWaivers: "orphaned-waivers"
    case .expiredEvidence: "expired-evidence"
    case .unreadEvidence: "unread-evidence"
    }
  }
}
