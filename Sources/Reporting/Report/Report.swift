internal import Analysis
internal import Architecture
package import Auditing
package import SourceText

/// What a report says, in the words and the order in which it says it. Every format shows this, and computes nothing.
package struct Report: Sendable {
  /// The version of the JSON form.
  package static let version = EarlierReport.form

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

  /// It is an object, of which most findings have none.
  package final class WaiverNote: Sendable {
    package let reason: String
    package let approvedBy: String
    package let expires: String
    package let ticket: String?

    init(_ waiver: Waiver) {
      reason = waiver.reason
      approvedBy = waiver.approvedBy
      expires = waiver.expires.written
      ticket = waiver.ticket
    }
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
    /// The worst verdict of the rules that answer a question.
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
    /// Those of its rules whose verdict is the answer; empty where none applies.
    package let decisive: [String]
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

    package var points: Double { max(rise, uncapped) }
  }

  /// A fail, and what mending it is worth.
  package struct FixRow: Sendable {
    package let rule: String
    package let severity: Severity
    package let subject: String
    package let rise: Double
    package let uncapped: Double

    package var points: Double { max(rise, uncapped) }
  }

  /// The score as reports write it: an interval and a grade. It outlives its report, in the table of a run.
  package struct ScoreNote: Sendable {
    private let interval: Interval
    package let grade: String?

    /// Nil where there is no score.
    init?(_ score: Score) {
      guard let interval = score.interval else { return nil }
      self.interval = interval
      grade = score.grade?.rawValue
    }

    package var low: Int { interval.printedLow }
    package var high: Int { interval.printedHigh }
    package var exactLow: Double { interval.low }
    package var exactHigh: Double { interval.high }
  }

  /// A rule that the configuration leaves out, and whether it would have applied.
  package struct DisabledRule: Sendable {
    package let rule: String
    package let reason: String
    package let applies: Bool
  }

  /// Fails before what cannot be told; of each what is new against a baseline, the gravest, and the order of the file.
  package let findings: [Finding]
  package let totals: Totals
  /// Why the gate fails, in a sentence each. The table of a run tells them as well.
  let gateReasons: [String]
  /// What the rest is told from, when it is asked for.
  let audit: Audit
  let lines: LineTable

  package var name: String { audit.system.file.name }
  package var file: SourceFile { audit.system.file.file }
  /// The file as seen from the root of its repository; nil for standard input.
  package var repositoryPath: String? { audit.repositoryPath }
  /// The day of the audit.
  package var today: CalendarDate { audit.today }
  package var score: ScoreNote? { ScoreNote(audit.score) }
  package var described: Double? { audit.score.described }
  package var assurance: Double? { audit.score.assurance }
  package var isGatePassed: Bool { audit.gate.isPassed }
  /// Whether there is a baseline to compare with.
  var isCompared: Bool { audit.baseline != nil }
  /// Whether it passes its gate, and nothing came or went since the baseline.
  var isUnchanged: Bool {
    isCompared && isGatePassed && findings.allSatisfy(\.isKnown)
      && !audit.gate.notes.contains(where: \.isChangeSinceBaseline)
  }
  var gateNotes: [String] { audit.gate.notes.map(\.sentence) }
  /// The same for those who decide, and do not run the command.
  var reviewNotes: [String] { audit.gate.notes.filter { !$0.isHowToBegin }.map(\.sentence) }
  package var checklistsHash: String { audit.library.hash }
  /// What there is to say before any rule is applied.
  package var view: SystemView { SystemView(audit.system) }

  /// What stands behind a declaration, and whether it can be believed today.
  package struct EvidenceRow: Sendable {
    package let path: String
    package let source: String
    package let format: String
    package let status: String
    package let measured: String?
    let isValid: Bool
  }

  /// A waiver, and what has become of it.
  package struct WaiverRow: Sendable {
    package let rule: String
    package let subject: String
    package let status: String
    package let note: WaiverNote
  }

  /// Tells apart versions of the file.
  var architectureHash: String { hexadecimalHash(file.bytes) }

  package var fails: [Finding] { findings.filter { $0.kind == .fail } }
  package var undeclared: [Finding] { findings.filter { $0.kind == .undeclared } }

  /// Whether so little is described that what to declare matters more than what was found.
  var isMostlyUndeclared: Bool { (described ?? 0) < Score.enoughDescribed }
}
