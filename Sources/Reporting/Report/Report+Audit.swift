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
    today = audit.today
    score = audit.score.interval.map { ScoreNote($0, audit.score) }
    described = audit.score.described
    assurance = audit.score.assurance
    isGatePassed = audit.gate.isPassed
    gateReasons = audit.gate.reasons.map(\.sentence)
    gateNotes = audit.gate.notes.map(\.sentence)
    findings = audit.judgements.compactMap { judgement -> Finding? in
      guard judgement.verdict.isFinding, !disabled.contains(judgement.rule.id) else { return nil }
      return Finding(
        judgement, of: audit.system, lines: lines,
        waiver: waivers.isEmpty ? nil : waivers[judgement.key],
        isNew: audit.baseline.map { $0.isNew(judgement) })
    }.sorted { $0.isShown(before: $1) }
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

  package var checklists: [ChecklistRow] { Self.rows(of: audit) }
  package var evidence: [EvidenceRow] { audit.evidence.map(EvidenceRow.init) }
  package var waivers: [WaiverRow] { audit.waivers.map(WaiverRow.init) }
  package var contributions: [Contribution] { audit.score.contributions }

  package var disabled: [DisabledRule] {
    audit.disabled.map {
      DisabledRule(
        rule: $0.rule, reason: $0.reason, applies: audit.score.disabled.contains($0.rule))
    }
  }

  private static func rows(of audit: Audit) -> [ChecklistRow] {
    let byRule = Dictionary(grouping: audit.judgements, by: \.rule.id)
    let contributions = Dictionary(
      audit.score.contributions.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    let notApplicable = Dictionary(
      zip(audit.library.rules.map(\.id), audit.notApplicable),
      uniquingKeysWith: { first, _ in first })
    return audit.library.checklists.compactMap { checklist in
      let judgements = checklist.rules.flatMap { byRule[$0.id] ?? [] }
      let silent = checklist.rules.reduce(0) { $0 + (notApplicable[$1.id] ?? 0) }
      guard !judgements.isEmpty || silent > 0 else { return nil }
      let counts = Counts(judgements)
      return ChecklistRow(
        id: checklist.id, title: checklist.title, passed: counts.passed, failed: counts.failed,
        undeclared: counts.undeclared, notApplicable: counts.notApplicable + silent,
        points: points(checklist.rules.compactMap { contributions[$0.id] }),
        questions: checklist.questions.map { question in
          let answers = question.rules.flatMap { byRule[$0.text] ?? [] }
          return QuestionRow(
            id: question.id, asks: question.asks, section: question.section,
            answer: Counts(answers).worst, rules: question.rules.map(\.text))
        })
    }
  }

  /// The score of some rules alone, before anything limits it.
  private static func points(_ rules: [Contribution]) -> (low: Double, high: Double)? {
    func share(_ end: KeyPath<Contribution, Double?>) -> Double? {
      let counted = rules.compactMap { rule in rule[keyPath: end].map { ($0, rule.weight) } }
      let whole = counted.reduce(0) { $0 + $1.1 }
      return whole > 0 ? counted.reduce(0) { $0 + $1.0 * $1.1 } / whole * 100 : nil
    }
    // At the low end, what passes if it applies has no weight: where that is all, nothing is lost.
    guard let high = share(\.high) else { return nil }
    return (share(\.low) ?? high, high)
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
    _ judgement: Judgement, of system: AnalyzedSystem, lines: LineTable,
    waiver: Report.WaiverNote?, isNew: Bool?
  ) {
    guard let kind = FindingKind(judgement.verdict), let fingerprint = judgement.fingerprint else {
      return nil
    }
    let rule = judgement.rule
    let missing = judgement.verdict.paths
    let known = kind == .fail ? system.knownDefault(at: judgement.path) : nil
    let span = known?.span ?? judgement.span
    let origin = known.map {
      "; that is the default of `\($0.implementation)`: declare `\($0.field)` to say otherwise"
    }
    self.init(
      judged: rule, severity: judgement.severity, kind: kind, subject: judgement.subject.name,
      path: judgement.path, span: span, position: lines.position(of: span.start),
      end: lines.position(of: span.end),
      message: kind == .fail
        ? judgement.message + (origin ?? "")
        : "it cannot be told: declare \(missing.joined(separator: ", "))",
      missing: missing, incidents: kind == .fail ? Self.alike(rule) : [],
      fingerprint: fingerprint.text, waiver: waiver, isNew: isNew)
  }

  /// No more than a reader wants to hear.
  private static func alike(_ rule: Rule) -> [Report.IncidentNote] {
    Knowledge.incidents(caughtBy: rule.id).prefix(2).map {
      Report.IncidentNote(
        title: $0.title, happened: $0.happened, source: $0.source, url: $0.url)
    }
  }
}

extension Report.Finding {
  /// Fails before what cannot be told, the gravest first, then in the order of the file.
  fileprivate func isShown(before other: Report.Finding) -> Bool {
    let isFail = kind == .fail
    if isFail != (other.kind == .fail) { return isFail }
    if severity != other.severity { return severity > other.severity }
    if span.start != other.span.start { return span.start < other.span.start }
    return (rule, subject) < (other.rule, other.subject)
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
