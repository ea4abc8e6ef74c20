internal import Analysis
package import Auditing
package import SourceText

extension Report {
  /// The finding of one rule on one subject. What it says is put together when it is asked for: not every format does.
  package struct Finding: Sendable {
    private let judgement: Judgement
    private let found: Found
    package let position: Position
    /// Where what it points at ends; the column after its last character.
    package let end: Position
    package let waiver: WaiverNote?

    init(_ judgement: Judgement, _ found: Found, lines: LineTable, waiver: WaiverNote?) {
      self.judgement = judgement
      self.found = found
      position = lines.position(of: found.span.start)
      end = lines.position(of: found.span.end)
      self.waiver = waiver
    }

    package var kind: FindingKind { found.kind }
    var isFail: Bool { found.isFail }
    package var span: Span { found.span }
    /// Nil where there is no baseline.
    package var isNew: Bool? { found.isNew }

    package var message: String {
      var message = ""
      tell { message += $0 }
      return message
    }

    /// The message, part by part.
    func tell(_ part: (String) -> Void) {
      switch kind {
      case .fail:
        part(judgement.message)
        part(found.origin)
      case .undeclared:
        part("it cannot be told: declare ")
        let missing = missing
        for (index, path) in missing.enumerated() {
          if index > 0 { part(", ") }
          part(path)
        }
        if missing.count >= FieldPath.mostTold { part(" and perhaps others") }
      }
    }

    /// What to declare, for what cannot be told.
    package var missing: [String] { judgement.verdict.paths }
    package var fingerprint: Fingerprint {
      Fingerprint(kind, judgement.key)
    }

    /// What happened elsewhere by the same mechanism, the nearest first: no more than a reader wants to hear.
    package var incidents: [IncidentNote] {
      guard kind == .fail else { return [] }
      return Knowledge.incidents(caughtBy: rule).prefix(2).map {
        IncidentNote(title: $0.title, happened: $0.happened, source: $0.source, url: $0.url)
      }
    }

    var judged: Rule { judgement.rule }
    package var severity: Severity { judgement.severity }
    package var subject: String { judgement.subject.name }
    var key: FindingKey { judgement.key }
    package var path: String { judgement.place?.path ?? "" }
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

    var decidedBy: SystemView.Owner {
      judged.isDecidedByProduct ? .product : .engineering
    }
  }
}

/// What there is to say of a verdict that is a finding, before it is known where it stands among others.
struct Found {
  /// The place of the verdict among all: holding it would cost more than all that is done here.
  let place: Int
  let kind: FindingKind
  /// What the message of a fail ends with that rests on what is known where the file says nothing; empty otherwise.
  let origin: String
  let span: Span
  let isNew: Bool?
  /// All that counts before names, in one number: the less, the sooner.
  private let rank: Int

  /// Nil for other verdicts.
  init?(_ judgement: Judgement, at place: Int, isWaived: Bool, in audit: Audit) {
    guard let kind = judgement.finding, let written = judgement.place?.span else {
      return nil
    }
    self.place = place
    self.kind = kind
    let isFail = kind == .fail
    let known = isFail ? judgement.place.flatMap { audit.system.knownDefault(at: $0.path) } : nil
    origin =
      known.map {
        "; that is what `\($0.implementation)` does by default: declare `\($0.field)` if yours does otherwise"
      } ?? ""
    span = known?.span ?? written
    isNew = audit.baseline.map { $0.isNew(judgement) && !(isWaived && $0.wasWaived(judgement)) }
    let gravity = Severity.critical.rank - judgement.severity.rank
    rank =
      (((isFail ? 0 : 1) * 2 + (isNew == false ? 1 : 0)) * 4 + gravity) << 48 + span.start
  }

  var isFail: Bool { kind == .fail }

  /// In which order they are told: fails before what cannot be told, the new first, then the gravest, then in the order
  /// of the file.
  static func ordered(_ findings: [Found], of judgements: [Judgement]) -> [Found] {
    let ranks = findings.indices.map { (rank: findings[$0].rank, index: $0) }
    return ranks.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      let first = judgements[findings[left.index].place]
      let second = judgements[findings[right.index].place]
      return first.rule === second.rule
        ? first.subject.name < second.subject.name : first.rule.id < second.rule.id
    }.map { findings[$0.index] }
  }
}
