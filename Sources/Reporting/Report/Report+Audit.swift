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
    let incidents = audit.judgements.contains { $0.verdict == .fail } ? Incidents() : nil
    view = SystemView(audit.system)
    name = audit.system.file.name
    file = audit.system.file.file
    date = audit.today.written
    score = audit.score.interval.map { ScoreNote($0, audit.score) }
    described = audit.score.described
    assurance = audit.score.assurance
    isGatePassed = audit.gate.isPassed
    gateReasons = audit.gate.reasons.map(\.sentence)
    gateNotes = audit.gate.notes.map(\.sentence)
    findings = audit.judgements.filter { !disabled.contains($0.rule.id) }.compactMap { judgement in
      Finding(
        judgement, lines: lines, waiver: waivers[judgement.key], incidents: incidents,
        isNew: audit.baseline.map { $0.isNew(judgement) })
    }.sorted(by: Finding.isBefore)
    passes = audit.judgements.compactMap { judgement in
      judgement.verdict == .pass
        ? Pass(
          rule: judgement.rule.id, subject: judgement.subject.name,
          evidence: judgement.evidence?.rawValue ?? EvidenceLevel.declared.rawValue) : nil
    }
    notApplicable = audit.judgements.count { $0.verdict == .notApplicable }
    declareNext = audit.score.declareNext.map(DeclareRow.init)
    fixNext = audit.score.fixNext.map {
      FixRow(
        rule: $0.finding.rule, subject: $0.finding.subject, rise: $0.rise.number,
        uncapped: $0.rise.uncapped)
    }
    checklists = Self.rows(of: audit)
    evidence = audit.evidence.map(EvidenceRow.init)
    self.waivers = audit.waivers.map(WaiverRow.init)
    self.disabled = audit.disabled.map {
      DisabledRule(
        rule: $0.rule, reason: $0.reason, applies: audit.score.disabled.contains($0.rule))
    }
    contributions = audit.score.contributions
    checklistsHash = audit.library.hash
  }

  private static func rows(of audit: Audit) -> [ChecklistRow] {
    let byRule = Dictionary(grouping: audit.judgements, by: \.rule.id)
    return audit.library.checklists.compactMap { checklist in
      let judgements = checklist.rules.flatMap { byRule[$0.id] ?? [] }
      guard !judgements.isEmpty else { return nil }
      let counts = Counts(judgements)
      return ChecklistRow(
        id: checklist.id, title: checklist.title, passed: counts.passed, failed: counts.failed,
        undeclared: counts.undeclared, notApplicable: counts.notApplicable,
        questions: checklist.questions.map { question in
          let answers = question.rules.flatMap { byRule[$0.text] ?? [] }
          return QuestionRow(
            id: question.id, asks: question.asks, section: question.section,
            answer: Counts(answers).worst, rules: question.rules.map(\.text))
        })
    }
  }

  /// How many verdicts of each kind there are.
  private struct Counts {
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var undeclared = 0
    private(set) var notApplicable = 0

    init(_ judgements: [Judgement]) {
      for judgement in judgements {
        switch judgement.verdict {
        case .pass: passed += 1
        case .fail: failed += 1
        case .undeclared: undeclared += 1
        case .notApplicable, .passOrNotApplicable: notApplicable += 1
        }
      }
    }

    var worst: QuestionRow.Answer {
      failed > 0 ? .fail : undeclared > 0 ? .undeclared : passed > 0 ? .pass : .notApplicable
    }
  }
}

extension Report.Finding {
  fileprivate init?(
    _ judgement: Judgement, lines: LineTable, waiver: Report.WaiverNote?, incidents: Incidents?,
    isNew: Bool?
  ) {
    guard let kind = FindingKind(judgement.verdict), let fingerprint = judgement.fingerprint else {
      return nil
    }
    let rule = judgement.rule
    let missing = judgement.verdict.paths
    self.init(
      rule: rule.id, title: rule.title, checklist: rule.checklist, severity: judgement.severity,
      kind: kind, subject: judgement.subject.name, path: judgement.path, span: judgement.span,
      position: lines.position(of: judgement.span.start),
      message: kind == .fail
        ? judgement.message : "it cannot be told: declare \(missing.joined(separator: ", "))",
      why: rule.why, fix: rule.fix, missing: missing, failureClasses: rule.failureClasses,
      sources: rule.sources, decidedBy: rule.isDecidedByProduct ? .product : .engineering,
      incidents: kind == .fail
        ? Self.alike(rule, among: incidents) : [],
      fingerprint: fingerprint.text, waiver: waiver, isNew: isNew)
  }

  /// No more than a reader wants to hear.
  private static func alike(_ rule: Rule, among incidents: Incidents?) -> [Report.IncidentNote] {
    let alike = incidents?.alike(rule: rule.id, failureClasses: rule.failureClasses) ?? []
    return alike.prefix(2).map {
      Report.IncidentNote(
        title: $0.title, happened: $0.happened, source: $0.source, url: $0.url)
    }
  }

  /// Fails before what cannot be told, the gravest first, then in the order of the file.
  fileprivate static func isBefore(_ left: Report.Finding, _ right: Report.Finding) -> Bool {
    if left.kind != right.kind { return left.kind == .fail }
    if left.severity != right.severity { return left.severity > right.severity }
    if left.span.start != right.span.start { return left.span.start < right.span.start }
    return (left.rule, left.subject) < (right.rule, right.subject)
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
