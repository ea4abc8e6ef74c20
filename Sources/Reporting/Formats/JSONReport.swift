internal import Analysis
internal import Auditing
internal import JSON
internal import SourceText

/// The report as JSON, in the form `report/v1`: for tools, and as a baseline.
enum JSONReport {
  static func piece(_ outcome: FileOutcome, toolVersion: String) -> String {
    switch outcome {
    case .audited(let report): json(report, toolVersion: toolVersion).pretty
    case .refused(let refusal): json(refusal, toolVersion: toolVersion).pretty
    }
  }

  /// One file is an object, several are a list.
  static func whole(_ pieces: [String], notes: [String]) -> String {
    let pieces = notes.isEmpty ? pieces : pieces.map { adding(notes, to: $0) }
    guard pieces.count != 1 else { return pieces[0] }
    return "[\n" + pieces.map { $0.dropLast() }.joined(separator: ",\n") + "\n]\n"
  }

  /// What is to be known of the whole run has no other place than each of its reports.
  private static func adding(_ notes: [String], to piece: String) -> String {
    let end = "\n}\n"
    guard piece.hasSuffix(end) else { return piece }
    return piece.dropLast(end.count)
      + ",\n  \"run_notes\": \(JSONValue.strings(notes).compact)" + end
  }

  private static func json(_ refusal: Refusal, toolVersion: String) -> JSONValue {
    [
      "report": .string(Report.version), "tool": tool(toolVersion), "file": .string(refusal.file),
      "problems": .array(refusal.problems.map(problem)),
    ]
  }

  static func problem(_ problem: Refusal.Problem) -> JSONValue {
    .object(
      ("message", .string(problem.message)), ("help", problem.help.map(JSONValue.string)),
      ("place", problem.position.map(place)))
  }

  private static func tool(_ version: String) -> JSONValue {
    ["name": "memaudit", "version": .string(version)]
  }

  static func place(_ position: Position) -> JSONValue {
    ["line": .int(Int64(position.line)), "column": .int(Int64(position.column))]
  }

  static func json(_ report: Report, toolVersion: String) -> JSONValue {
    .object(
      ("report", .string(Report.version)),
      ("tool", tool(toolVersion)),
      ("system", .string(report.name)),
      ("description", report.view.description.map(JSONValue.string)),
      ("file", .string(report.file.name)),
      ("repository_path", report.repositoryPath.map(JSONValue.string)),
      ("architecture_hash", .string(report.architectureHash)),
      ("checklists_hash", .string(report.checklistsHash)),
      ("score", report.score.map { score($0, cap: report.scoreCap) } ?? .null),
      ("described", report.described.map(JSONValue.double) ?? .null),
      ("assurance", report.assurance.map(JSONValue.double) ?? .null),
      (
        "gate",
        [
          "passed": .bool(report.isGatePassed), "reasons": .strings(report.gateReasons),
          "notes": .strings(report.gateNotes),
        ]
      ),
      ("findings", .array(report.findings.map { finding($0, report.figures(of: $0)) })),
      ("decisions", .array(report.decisions.map(decision))),
      ("passes", .array(report.passes.map(pass))),
      ("not_applicable", .int(Int64(report.notApplicable))),
      ("declare_next", .array(report.declareNext.map(declaration))),
      ("fix_next", .array(report.fixNext.map(fix))),
      ("map", .array(report.view.map.map(mapEntry))),
      ("unknown_implementations", .array(report.unknownImplementations.map(unknown))),
      ("tradeoffs", tradeoffs(report.view.tradeoffs)),
      ("forecasts", .array(report.view.forecasts.map(forecasts))),
      ("checklists", .array(report.checklists.map(checklist))),
      ("contributions", .array(report.contributions.map(contribution))),
      ("waivers", .array(report.waivers.map(waiver))),
      ("evidence", .array(report.evidence.map(evidence))),
      ("disabled_rules", .array(report.disabled.map(disabled))))
  }

  private static func pass(_ row: Report.Pass) -> JSONValue {
    [
      "rule": .string(row.rule), "subject": .string(row.subject),
      "evidence": .string(row.evidence),
    ]
  }

  private static func fix(_ row: Report.FixRow) -> JSONValue {
    [
      "rule": .string(row.rule), "subject": .string(row.subject), "rise": .double(row.rise),
      "rise_uncapped": .double(row.uncapped),
    ]
  }

  private static func unknown(_ row: Report.UnknownImplementation) -> JSONValue {
    [
      "subject": .string(row.subject), "name": .string(row.name), "near": .strings(row.near),
      "sentence": .string(row.sentence), "place": place(row.position),
    ]
  }

  private static func disabled(_ row: Report.DisabledRule) -> JSONValue {
    ["rule": .string(row.rule), "reason": .string(row.reason), "applies": .bool(row.applies)]
  }

  private static func score(_ score: Report.ScoreNote, cap: String?) -> JSONValue {
    .object(
      ("low", .int(Int64(score.low))), ("high", .int(Int64(score.high))),
      ("exact_low", .double(score.exactLow)), ("exact_high", .double(score.exactHigh)),
      ("grade", score.grade.map(JSONValue.string) ?? .null),
      ("cap", cap.map(JSONValue.string)))
  }

  private static func mapEntry(_ entry: SystemView.MapEntry) -> JSONValue {
    [
      "component": .string(entry.component), "pattern": .string(entry.pattern),
      "equivalents": .strings(entry.equivalents),
      "failure_mode": entry.failureMode.map(JSONValue.string) ?? .null,
    ]
  }

  private static func tradeoffs(_ tradeoffs: SystemView.Tradeoffs) -> JSONValue {
    [
      "system": stands(tradeoffs.system),
      "components": .array(
        tradeoffs.components.map {
          .object([.init("component", .string($0.subject))] + members($0.tradeoff))
        }),
    ]
  }

  private static func stands(_ tradeoff: Tradeoff) -> JSONValue { .object(members(tradeoff)) }

  private static func members(_ tradeoff: Tradeoff) -> [JSONValue.Member] {
    Corner.allCases.map { corner in
      let stand = tradeoff[corner]
      return .init(
        corner.rawValue.replacing("-", with: "_"),
        ["stand": .string(stand.position.rawValue), "because": .string(stand.because)])
    }
  }

  private static func forecasts(_ group: SystemView.ForecastGroup) -> JSONValue {
    [
      "subject": .string(group.subject),
      "results": .array(
        group.rows.map(forecast)),
      "undeclared": .strings(group.missing),
    ]
  }

  private static func forecast(_ row: SystemView.ForecastRow) -> JSONValue {
    ["name": .string(row.name), "value": exact(row.exact), "text": .string(row.value)]
  }

  private static func exact(_ value: SystemView.ForecastRow.Exact) -> JSONValue {
    switch value {
    case .number(let number): .double(number)
    case .flag(let flag): .bool(flag)
    case .word(let word): .string(word)
    }
  }

  /// What the owners have to decide, each matter with the choices that its rule knows.
  private static func decision(_ decision: Report.Decision) -> JSONValue {
    .object(
      ("owner", .string(decision.owner.rawValue)), ("who", decision.who.map(JSONValue.string)),
      (
        "matters",
        .array(
          decision.matters.map { matter in
            [
              "asks": .string(matter.asks), "rule": .string(matter.rule),
              "subjects": .strings(matter.subjects),
              "severity": .string(matter.severity.rawValue),
              "choices": .array(
                matter.choices.map {
                  ["choose": .string($0.choose), "follows": .string($0.follows)]
                }),
            ]
          })
      ))
  }

  private static func finding(
    _ finding: Report.Finding, _ figures: [SystemView.ForecastRow]
  ) -> JSONValue {
    .object(
      ("rule", .string(finding.rule)), ("title", .string(finding.title)),
      ("checklist", .string(finding.checklist)), ("severity", .string(finding.severity.rawValue)),
      ("verdict", .string(finding.kind.rawValue)), ("subject", .string(finding.subject)),
      ("path", .string(finding.path)),
      ("place", place(finding.position)),
      ("message", .string(finding.message)), ("why", .string(finding.why)),
      ("fix", .string(finding.fix)),
      ("undeclared", finding.missing.isEmpty ? nil : .strings(finding.missing)),
      ("figures", figures.isEmpty ? nil : .array(figures.map(forecast))),
      ("failure_classes", .strings(finding.failureClasses)), ("sources", .strings(finding.sources)),
      ("decided_by", .string(finding.decidedBy.rawValue)),
      (
        "incidents",
        .array(
          finding.incidents.map {
            [
              "title": .string($0.title), "happened": .string($0.happened),
              "source": .string($0.source), "url": .string($0.url),
            ]
          })
      ),
      ("fingerprint", .string(finding.fingerprint.text)), ("waiver", finding.waiver.map(note)),
      ("new", finding.isNew.map(JSONValue.bool)))
  }

  private static func note(_ waiver: Report.WaiverNote) -> JSONValue {
    .object(
      ("reason", .string(waiver.reason)), ("approved_by", .string(waiver.approvedBy)),
      ("ticket", waiver.ticket.map(JSONValue.string)), ("expires", .string(waiver.expires)))
  }

  private static func declaration(_ row: Report.DeclareRow) -> JSONValue {
    [
      "record": .string(row.record), "fields": .strings(row.fields),
      "verdicts": .int(Int64(row.verdicts)), "rise": .double(row.rise),
      "rise_uncapped": .double(row.uncapped),
    ]
  }

  private static func checklist(_ row: Report.ChecklistRow) -> JSONValue {
    [
      "id": .string(row.id), "title": .string(row.title), "pass": .int(Int64(row.passed)),
      "fail": .int(Int64(row.failed)), "undeclared": .int(Int64(row.undeclared)),
      "not_applicable": .int(Int64(row.notApplicable)),
      "questions": .array(row.questions.map(question)),
    ]
  }

  private static func question(_ row: Report.QuestionRow) -> JSONValue {
    .object(
      ("id", .string(row.id)), ("asks", .string(row.asks)),
      ("section", row.section.map(JSONValue.string)), ("answer", .string(row.answer.rawValue)),
      ("rules", .strings(row.rules)))
  }

  private static func contribution(_ row: Contribution) -> JSONValue {
    [
      "rule": .string(row.rule), "weight": .double(row.weight), "pass": .int(Int64(row.passed)),
      "fail": .int(Int64(row.failed)), "undeclared": .int(Int64(row.undeclared)),
      "low_points": .double(row.lowPoints), "high_points": .double(row.highPoints),
    ]
  }

  private static func waiver(_ row: Report.WaiverRow) -> JSONValue {
    [
      "rule": .string(row.rule), "subject": .string(row.subject), "status": .string(row.status),
      "waiver": note(row.note),
    ]
  }

  private static func evidence(_ row: Report.EvidenceRow) -> JSONValue {
    .object(
      ("for", .string(row.path)), ("source", .string(row.source)), ("format", .string(row.format)),
      ("status", .string(row.status)), ("measured", row.measured.map(JSONValue.string)))
  }
}
