internal import Analysis
package import Auditing
package import SourceText

/// What a report says, in the words and the order in which it says it. Every format shows this, and computes nothing.
package struct Report: Sendable {
  /// The version of the JSON form.
  package static let version = EarlierReport.form

  /// The finding of one rule on one subject. It is an object: there are many, and they are sorted and handed on.
  package final class Finding: Sendable {
    let judged: Rule
    package let severity: Severity
    package let kind: FindingKind
    package let subject: String
    private let place: Judgement.Place
    package let span: Span
    package let position: Position
    /// Where what it points at ends; the column after its last character.
    package let end: Position
    package let message: String
    /// What to declare, for what cannot be told.
    package let missing: [String]
    package let fingerprint: String
    package let waiver: WaiverNote?
    /// Nil where there is no baseline.
    package let isNew: Bool?

    init(
      judged: Rule, severity: Severity, kind: FindingKind, subject: String,
      place: Judgement.Place, span: Span, position: Position, end: Position, message: String,
      missing: [String],
      fingerprint: String, waiver: WaiverNote?, isNew: Bool?
    ) {
      self.judged = judged
      self.severity = severity
      self.kind = kind
      self.subject = subject
      self.place = place
      self.span = span
      self.position = position
      self.end = end
      self.message = message
      self.missing = missing
      self.fingerprint = fingerprint
      self.waiver = waiver
      self.isNew = isNew
    }

    /// What happened elsewhere by the same mechanism, the nearest first: no more than a reader wants to hear.
    package var incidents: [IncidentNote] {
      guard kind == .fail else { return [] }
      return Knowledge.incidents(caughtBy: rule).prefix(2).map {
        IncidentNote(title: $0.title, happened: $0.happened, source: $0.source, url: $0.url)
      }
    }

    package var path: String { place.path }
    /// Whether a baseline has it.
    package var isKnown: Bool { isNew == false }
    package var rule: String { judged.id }
    package var title: String { judged.title }
    package var checklist: String { judged.checklist }
    package var why: String { judged.why }
    package var fix: String { judged.fix }
    package var failureClasses: [String] { judged.failureClasses }
    package var sources: [String] { judged.sources }
    /// Where the rule is explained; nil for one of somebody's own.
    package var page: String? { judged.page }

    package var decidedBy: SystemView.Owner {
      judged.isDecidedByProduct ? .product : .engineering
    }
  }

  /// An implementation of which nothing is known, and where the file names it.
  package struct UnknownImplementation: Sendable {
    package let subject: String
    package let name: String
    package let near: [String]
    package let sentence: String
    package let position: Position
    package let end: Position
  }

  /// Something that happened to somebody, in public.
  package struct IncidentNote: Sendable {
    package let title: String
    package let happened: String
    package let source: String
    package let url: String
  }

  package struct WaiverNote: Sendable {
    package let reason: String
    package let approvedBy: String
    package let expires: String
    package let ticket: String?
  }

  /// A verdict that is no finding.
  package struct Pass: Sendable {
    package let rule: String
    package let subject: String
    package let evidence: String
  }

  /// How a checklist came out.
  package struct ChecklistRow: Sendable {
    package let id: String
    package let passed: Int
    package let failed: Int
    package let undeclared: Int
    package let notApplicable: Int
    let checklist: Checklist
    let audit: Audit

    package var title: String { checklist.title }
  }

  /// A question with the worst verdict of its rules.
  package struct QuestionRow: Sendable {
    package enum Answer: String, Sendable {
      case pass
      case fail
      case undeclared
      case notApplicable = "not-applicable"
    }

    package let id: String
    package let asks: String
    package let section: String?
    package let answer: Answer
    package let rules: [String]
  }

  /// A record with something to declare, and what that is worth at most.
  package struct DeclareRow: Sendable {
    package let record: String
    package let fields: [String]
    package let verdicts: Int
    /// By how much the low end rises.
    package let rise: Double
    /// The same if no grave finding limited the score.
    package let uncapped: Double
  }

  /// A fail, and what mending it is worth.
  package struct FixRow: Sendable {
    package let rule: String
    package let subject: String
    package let rise: Double
    package let uncapped: Double
  }

  package struct ScoreNote: Sendable {
    package let low: Int
    package let high: Int
    package let exactLow: Double
    package let exactHigh: Double
    package let grade: String?
    /// Why the low end is no higher, where something limits it.
    package let cap: String?
  }

  package struct DisabledRule: Sendable {
    package let rule: String
    package let reason: String
    package let applies: Bool
  }

  package let name: String
  package let file: SourceFile
  /// The file as seen from the root of its repository; nil for standard input.
  package let repositoryPath: String?
  /// The day of the audit.
  package let today: CalendarDate
  package let score: ScoreNote?
  package let described: Double?
  package let assurance: Double?
  package let isGatePassed: Bool
  package let gateReasons: [String]
  package let gateNotes: [String]
  /// Fails before what cannot be told; of each what is new against a baseline, the gravest, and the order of the file.
  package let findings: [Finding]
  /// What the rest is told from, when it is asked for.
  let audit: Audit
  package let checklistsHash: String
  /// What there is to say before any rule is applied.
  package let view: SystemView

  package struct EvidenceRow: Sendable {
    package let path: String
    package let source: String
    package let format: String
    package let status: String
    package let measured: String?
  }

  package struct WaiverRow: Sendable {
    package let rule: String
    package let subject: String
    package let status: String
    package let note: WaiverNote
  }

  /// Tells apart versions of the file.
  package var architectureHash: String { hexadecimalHash(file.bytes) }

  package var fails: [Finding] { findings.filter { $0.kind == .fail } }
  package var undeclared: [Finding] { findings.filter { $0.kind == .undeclared } }

  /// Whether so little is described that what to declare matters more than what was found.
  package var isMostlyUndeclared: Bool { (described ?? 0) < Score.enoughDescribed }
}
