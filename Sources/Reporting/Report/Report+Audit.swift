internal import Analysis
internal import Architecture
package import Auditing
internal import SourceText

extension Report {
  /// What there is to say about an audit.
  package init(_ audit: Audit) {
    let lines = LineTable(audit.system.file.file)
    let waivers = Dictionary(
      audit.waivers.filter { $0.status == .active }.map { ($0.finding, WaiverNote($0)) },
      uniquingKeysWith: { first, _ in first })
    let disabled = Set(audit.disabled.map(\.rule))
    view = SystemView(audit.system)
    name = audit.system.file.name
    file = audit.system.file.file
    repositoryPath = audit.repositoryPath
    today = audit.today
    score = audit.score.interval.map { ScoreNote($0, audit.score) }
    described = audit.score.described
    assurance = audit.score.assurance
    isGatePassed = audit.gate.isPassed
    gateReasons = audit.gate.reasons.map(\.sentence)
    gateNotes = audit.gate.notes.map(\.sentence)
    findings = Prominence.ordered(
      audit.judgements.compactMap { judgement in
        guard judgement.verdict.isFinding,
          disabled.isEmpty || !disabled.contains(judgement.rule.id)
        else { return nil }
        return Finding(
          judgement, of: audit.system, lines: lines,
          waiver: waivers.isEmpty ? nil : waivers[judgement.key],
          isNew: audit.baseline.map { $0.isNew(judgement) })
      })
    checklistsHash = audit.library.hash
    self.audit = audit
  }

  package var passes: [Pass] {
    audit.judgements.compactMap { judgement in
      judgement.verdict == .pass
        ? Pass(
          rule: judgement.rule.id, subject: judgement.subject.name,
          evidence: judgement.evidence?.rawValue ?? EvidenceLevel.declared.rawValue) : nil
    }
  }

  package var unknownImplementations: [UnknownImplementation] {
    let lines = LineTable(file)
    return view.unknownImplementations.map {
      UnknownImplementation(
        subject: $0.subject, name: $0.name, near: $0.near,
        sentence: "\($0.subject): \($0.sentence)",
        position: lines.position(of: $0.span.start), end: lines.position(of: $0.span.end))
    }
  }

  package var notApplicable: Int { audit.notApplicable.reduce(0, +) }

  package var declareNext: [DeclareRow] { audit.score.declareNext.map(DeclareRow.init) }

  package var fixNext: [FixRow] {
    audit.score.fixNext.map {
      FixRow(
        rule: $0.finding.rule, subject: $0.finding.subject, rise: $0.rise.number,
        uncapped: $0.rise.uncapped)
    }
  }

  package var evidence: [EvidenceRow] { audit.evidence.map(EvidenceRow.init) }
  package var waivers: [WaiverRow] { audit.waivers.map(WaiverRow.init) }
  package var contributions: [Contribution] { audit.score.contributions }

  package var disabled: [DisabledRule] {
    audit.disabled.map {
      DisabledRule(
        rule: $0.rule, reason: $0.reason, applies: audit.score.disabled.contains($0.rule))
    }
  }
}

extension Report.Finding {
  fileprivate convenience init?(
    _ judgement: Judgement, of system: AnalyzedSystem, lines: LineTable,
    waiver: Report.WaiverNote?, isNew: Bool?
  ) {
    guard let kind = FindingKind(judgement.verdict), let fingerprint = judgement.fingerprint,
      let place = judgement.place
    else { return nil }
    let rule = judgement.rule
    let missing = judgement.verdict.paths
    let known = kind == .fail ? system.knownDefault(at: place.path) : nil
    let span = known?.span ?? place.span
    let origin = known.map {
      "; that is what `\($0.implementation)` does by default: declare `\($0.field)` if yours does otherwise"
    }
    self.init(
      judged: rule, severity: judgement.severity, kind: kind, subject: judgement.subject.name,
      place: place, span: span, position: lines.position(of: span.start),
      end: lines.position(of: span.end),
      message: kind == .fail
        ? judgement.message + (origin ?? "")
        : "it cannot be told: declare \(missing.joined(separator: ", "))"
          + (missing.count < FieldPath.mostTold ? "" : " and perhaps others"),
      missing: missing,
      fingerprint: fingerprint.text, waiver: waiver, isNew: isNew)
  }
}

/// Where a finding stands among others: fails before what cannot be told, the new first, then the gravest, then in the
/// order of the file.
private struct Prominence: Comparable {
  private let index: Int
  private let order: (kind: Int, age: Int, gravity: Int, start: Int)
  private let names: (rule: String, subject: String)

  private init(_ finding: Report.Finding, at index: Int) {
    self.index = index
    order = (
      finding.kind == .fail ? 0 : 1, finding.isKnown ? 1 : 0, -finding.severity.rank,
      finding.span.start
    )
    names = (finding.rule, finding.subject)
  }

  static func ordered(_ findings: [Report.Finding]) -> [Report.Finding] {
    findings.enumerated().map { Prominence($0.element, at: $0.offset) }.sorted().map {
      findings[$0.index]
    }
  }

  static func < (left: Prominence, right: Prominence) -> Bool {
    left.order != right.order ? left.order < right.order : left.names < right.names
  }

  static func == (left: Prominence, right: Prominence) -> Bool {
    left.order == right.order && left.names == right.names
  }
}

extension Report.ScoreNote {
  fileprivate init(_ interval: Interval, _ score: Score) {
    low = interval.printedLow
    high = interval.printedHigh
    exactLow = interval.low
    exactHigh = interval.high
    grade = score.grade?.rawValue
    cap = score.lowCap.flatMap { cap in
      guard cap.binds else { return nil }
      let cause = cap.cause == .fail ? "fail" : "undeclared verdict"
      return "a \(cap.severity.rawValue) \(cause) limits the low end to \(Int(cap.limit))"
    }
  }
}

extension Report.WaiverNote {
  fileprivate init(_ waiver: Waiver) {
    reason = waiver.reason
    approvedBy = waiver.approvedBy
    expires = waiver.expires.written
    ticket = waiver.ticket
  }
}

extension Report.WaiverRow {
  fileprivate init(_ waiver: Waiver) {
    rule = waiver.finding.rule
    subject = waiver.finding.subject
    note = Report.WaiverNote(waiver)
    let near = waiver.suggestion.map { "; did you mean `\($0)`?" } ?? ""
    switch waiver.status {
    case .active: status = "active"
    case .expired: status = "expired"
    case .orphaned(.rule): status = "orphaned: there is no such rule" + near
    case .orphaned(.subject): status = "orphaned: there is no such subject" + near
    case .noLongerNeeded: status = "no longer needed"
    }
  }
}

extension Report.DeclareRow {
  fileprivate init(_ declaration: Declaration) {
    record = declaration.record
    let prefix = declaration.record + "."
    fields = declaration.paths.map {
      $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0
    }
    verdicts = declaration.verdicts
    rise = declaration.rise.number
    uncapped = declaration.rise.uncapped
  }
}

extension Report.EvidenceRow {
  fileprivate init(_ evidence: Evidence) {
    path = evidence.path
    source = evidence.source
    format = evidence.format.rawValue
    measured = evidence.measured
    status = evidence.diagnostic?.message ?? "valid"
  }
}
