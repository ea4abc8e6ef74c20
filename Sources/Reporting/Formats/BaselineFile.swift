internal import Auditing
internal import JSON
internal import SourceText

/// What a baseline is compared by and nothing else, in the form `baseline/v1`: small enough to be kept in a repository,
/// with a line for every verdict, so that a change of it can be reviewed.
enum BaselineFile {
  static func piece(_ outcome: FileOutcome) -> String {
    switch outcome {
    case .audited(let report): text(of: report)
    case .refused(let refusal): text(of: refusal)
    }
  }

  /// Always a list: one more file is only added.
  static func whole(_ pieces: [String]) -> String {
    "[\n" + pieces.joined(separator: ",\n") + "\n]\n"
  }

  private static func text(of report: Report) -> String {
    let findings = report.findings.sorted { $0.key < $1.key }
    let passes = report.passes.map { FindingKey(rule: $0.rule, subject: $0.subject) }.sorted()
    let path = report.repositoryPath.map { ("repository_path", JSONValue.string($0)) }
    return "{" + head(path ?? ("file", .string(report.file.name)))
      + ",\n\"system\": \(JSONValue.quoted(report.name))"
      + ",\n\"checklists_hash\": \(JSONValue.quoted(report.checklistsHash)),\n\"findings\": "
      + list(
        findings.map { finding in
          .object(
            ("rule", .string(finding.rule)), ("subject", .string(finding.subject)),
            ("verdict", .string(finding.kind.rawValue)),
            ("waived", finding.waiver == nil ? nil : .bool(true)))
        }) + ",\n\"passes\": "
      + list(passes.map { ["rule": .string($0.rule), "subject": .string($0.subject)] }) + "}"
  }

  private static func text(of refusal: Refusal) -> String {
    "{" + head(("file", .string(refusal.file))) + ",\n\"problems\": "
      + list(refusal.problems.map(JSONReport.problem)) + "}"
  }

  private static func head(_ name: (String, JSONValue)) -> String {
    "\"report\": \(JSONValue.quoted(EarlierReport.baselineForm)),\n"
      + "\(JSONValue.quoted(name.0)): \(name.1.compact)"
  }

  private static func list(_ rows: [JSONValue]) -> String {
    rows.isEmpty ? "[]" : "[\n" + rows.map(\.compact).joined(separator: ",\n") + "\n]"
  }
}
