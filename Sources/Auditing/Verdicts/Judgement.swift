internal import Analysis
package import Architecture
package import SourceText

/// What a rule is about: the whole system, or one of its parts.
package enum Subject: Hashable, Sendable {
  case system
  case part(Collection, id: String)

  init(_ part: Part?) {
    self = part.map { .part($0.collection, id: $0.id) } ?? .system
  }

  /// How findings and waivers name it.
  package var name: String {
    switch self {
    case .system: "system"
    case .part(_, let id): id
    }
  }
}

extension AnalyzedSystem {
  /// Whether there is what a rule judges under a name.
  func has(_ name: String, for rule: Rule) -> Bool {
    guard let collection = rule.subjects else { return name == Subject.system.name }
    return part(name)?.collection == collection
  }

  /// The names of all that a rule judges.
  func subjects(of rule: Rule) -> [String] {
    rule.subjects.map { parts($0).map(\.id) } ?? [Subject.system.name]
  }
}

/// The verdict of one rule on one subject. It is an object: there are many, and they are sorted and handed on.
package final class Judgement: Sendable {
  package let rule: Rule
  package let subject: Subject
  package let verdict: Verdict
  /// What kind of finding the verdict is, told without a look at its paths; nil for other verdicts.
  package let finding: FindingKind?
  /// The rule's severity, raised where its conditions say so.
  package let severity: Severity
  /// The same where what is not declared may raise it further.
  package let severityAtWorst: Severity
  /// What must be declared before all is told: whether it is a fail, or how grave a fail is.
  package let openPaths: [String]
  /// Of a finding, where it is to be mended.
  package let place: Place?
  /// What is wrong, for a fail; empty otherwise.
  package let message: String
  /// What stands behind a pass; nil for other verdicts.
  package let evidence: EvidenceLevel?

  /// Where a finding points.
  package struct Place: Sendable {
    private let reading: Reading
    /// The place of the path in the file, or of the nearest record around it.
    package let span: Span

    package init(_ reading: Reading, span: Span) {
      self.reading = reading
      self.span = span
    }

    /// The path that the rule points at.
    package var path: String {
      let path = reading.path
      return path.isEmpty ? "system" : path
    }
  }

  package init(
    rule: Rule, subject: Subject, verdict: Verdict, severity: Severity,
    severityAtWorst: Severity? = nil, undecidedBy gravityPaths: [String] = [], place: Place?,
    message: String = "", evidence: EvidenceLevel? = nil
  ) {
    self.rule = rule
    self.subject = subject
    self.verdict = verdict
    finding = FindingKind(verdict)
    self.severity = severity
    self.severityAtWorst = severityAtWorst ?? severity
    openPaths = finding == .fail ? gravityPaths : verdict.paths
    self.place = place
    self.message = message
    self.evidence = evidence
  }
}
