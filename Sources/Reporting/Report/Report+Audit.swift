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
    let found = audit.judgements.filter {
      $0.verdict.isFinding && (disabled.isEmpty || !disabled.contains($0.rule.id))
    }
    let prominent = found.map { Prominence($0, audit.baseline) }.sorted()
    findings = prominent.compactMap { prominence in
      let judgement = prominence.judgement
      return Finding(
        judgement, lines: lines, waiver: waivers.isEmpty ? nil : waivers[judgement.key],
        isNew: prominence.isNew)
    }
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
  fileprivate init?(
    _ judgement: Judgement, lines: LineTable, waiver: Report.WaiverNote?, isNew: Bool?
  ) {
    guard let kind = FindingKind(judgement.verdict), let fingerprint = judgement.fingerprint,
      let place = judgement.place
    else { return nil }
    let rule = judgement.rule
    let missing = judgement.verdict.paths
    self.init(
      judged: rule, severity: judgement.severity, kind: kind, subject: judgement.subject.name,
      path: place.path, span: place.span, position: lines.position(of: place.span.start),
      end: lines.position(of: place.span.end),
      message: kind == .fail
        ? judgement.message : "it cannot be told: declare \(missing.joined(separator: ", "))",
      missing: missing,
      fingerprint: fingerprint.text, waiver: waiver, isNew: isNew)
  }
}

/// Where a finding stands among others: fails before what cannot be told, the new first, then the gravest, then in the
/// order of the file.
private struct Prominence: Comparable {
  let judgement: Judgement
  let isNew: Bool?
  private let order: (kind: Int, age: Int, gravity: Int, start: Int)

  init(_ judgement: Judgement, _ baseline: Baseline?) {
    self.judgement = judgement
    isNew = baseline.map { $0.isNew(judgement) }
    order = (
      FindingKind(judgement.verdict) == .fail ? 0 : 1, isNew == false ? 1 : 0,
      -judgement.severity.rank, judgement.place?.span.start ?? 0
    )
  }

  static func < (left: Prominence, right: Prominence) -> Bool {
    if left.order != right.order { return left.order < right.order }
    let (one, other) = (left.judgement, right.judgement)
    return (one.rule.id, one.subject.name) < (other.rule.id, other.subject.name)
  }

  static func == (left: Prominence, right: Prominence) -> Bool {
    !(left < right) && !(right < left)
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
