internal import Analysis
internal import Architecture
package import Auditing
internal import SourceText

extension Report {
  /// What there is to say about an audit.
  package init(_ audit: Audit) {
    let lines = LineTable(audit.system.file.file)
    let accepted = audit.waivers.filter { $0.status == .active }
    let waivers = Dictionary(
      accepted.map { ($0.finding, WaiverNote($0)) }, uniquingKeysWith: { first, _ in first })
    let disabled = Set(audit.disabled.map(\.rule))
    let judgements = audit.judgements
    var found: [Found] = []
    found.reserveCapacity(judgements.count)
    var passed = 0
    for (place, judgement) in judgements.enumerated() {
      guard judgement.finding != nil else {
        if judgement.verdict.isPass { passed += 1 }
        continue
      }
      guard disabled.isEmpty || !disabled.contains(judgement.rule.id) else { continue }
      let isWaived = !waivers.isEmpty && waivers[judgement.key] != nil
      if let finding = Found(judgement, at: place, isWaived: isWaived, in: audit) {
        found.append(finding)
      }
    }
    findings = Found.ordered(found, of: judgements).map {
      let judgement = judgements[$0.place]
      return Finding(
        judgement, $0, lines: lines, waiver: waivers.isEmpty ? nil : waivers[judgement.key])
    }
    totals = Totals(findings, passed: passed, of: audit)
    gateReasons = audit.gate.reasons.map(\.sentence)
    self.lines = lines
    self.audit = audit
  }

  package var passes: [Pass] {
    audit.judgements.compactMap { judgement in
      judgement.verdict.isPass
        ? Pass(
          rule: judgement.rule.id, subject: judgement.subject.name,
          evidence: judgement.evidence?.rawValue ?? EvidenceLevel.declared.rawValue) : nil
    }
  }

  package var unknownImplementations: [UnknownImplementation] {
    view.unknownImplementations.map {
      UnknownImplementation(
        subject: $0.subject, name: $0.name, near: $0.near,
        sentence: "\($0.subject): \($0.sentence)",
        position: lines.position(of: $0.span.start), end: lines.position(of: $0.span.end))
    }
  }

  package var notApplicable: Int { totals.notApplicable }

  /// What is worth most first, each value once: what a record above asks for in full is not asked again.
  package var declareNext: [DeclareRow] {
    var told: Set<String> = []
    return audit.score.declareNext.filter { declaration in
      defer { told.formUnion(declaration.paths) }
      return !told.isSuperset(of: declaration.paths)
    }.map(DeclareRow.init)
  }

  /// Why the low end is no higher, where something limits it, and what it would be without that.
  package var scoreCap: String? {
    guard let cap = audit.score.lowCap, cap.binds else { return nil }
    let fails = counted(cap.findings - cap.undecided, "\(cap.severity.rawValue) fail")
    let doubts =
      "\(counted(cap.undecided, "undecided finding")) that may be \(cap.severity.rawValue)"
    let (causes, count) =
      cap.undecided == 0
      ? (fails, cap.findings)
      : cap.undecided == cap.findings ? (doubts, cap.undecided) : ("\(fails) and \(doubts)", 2)
    let freed = audit.score.printedLowWithoutItsFails.map {
      "; without \(count == 1 ? "it" : "them") it would be \($0)"
    }
    return
      "\(causes) \(count == 1 ? "limits" : "limit") the low end to \(Int(cap.limit))\(freed ?? "")"
  }

  package var fixNext: [FixRow] {
    audit.score.fixNext.map {
      FixRow(
        rule: $0.finding.rule, severity: $0.severity, subject: $0.finding.subject,
        rise: $0.rise.number, uncapped: $0.rise.uncapped)
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

extension Report.WaiverRow {
  fileprivate init(_ waiver: Waiver) {
    rule = waiver.finding.rule
    subject = waiver.finding.subject
    note = Report.WaiverNote(waiver)
    let near = waiver.suggestion.map { "; \(didYouMean($0))" } ?? ""
    switch waiver.status {
    case .active: status = "active"
    case .expired: status = "expired"
    case .orphaned(.rule): status = "orphaned: there is no such rule" + near
    case .orphaned(.subject): status = "orphaned: there is no such subject" + near
    case .orphaned(.relation(let subjects)):
      let others = subjects.map(\.rawValue) ?? "the system: write `subject: system`"
      status = "orphaned: the rule is about \(others)"
    case .noLongerNeeded: status = "no longer needed"
    case .notAsked: status = "not asked: its rule was left out"
    case .notEvaluated: status = "not asked: its rule cannot be evaluated"
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
    status = ([evidence.diagnostic?.message ?? "valid"] + evidence.notes).joined(separator: "; ")
    isValid = evidence.diagnostic == nil
  }
}
