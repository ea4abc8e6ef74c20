internal import Auditing
internal import JSON
internal import SourceText

/// Code quality as GitLab reads it: one list of issues, which its merge requests compare by their fingerprints.
enum GitLabReport {
  static func piece(_ outcome: FileOutcome) -> String {
    let file = ShownFile(outcome.file)
    // A finding's own fingerprint is the same in every file.
    let prefix = hexadecimalHash((file.path ?? outcome.file).utf8)
    let issues =
      switch outcome {
      case .audited(let report):
        report.findings.map { finding in
          issue(
            finding.rule, words(of: finding), fingerprint: prefix + finding.fingerprint.text,
            Word(finding), file, finding.position)
        }
          + report.unknownImplementations.map { implementation in
            issue(
              "unknown-implementation", implementation.sentence,
              fingerprint: prefix
                + hexadecimalHash("\(implementation.subject)\u{0}\(implementation.name)".utf8),
              .info, file, implementation.position)
          }
      case .refused(let refusal):
        refusal.problems.enumerated().map { index, problem in
          issue(
            "not-audited", problem.sentence,
            fingerprint: prefix
              + hexadecimalHash("\(problem.message)\u{0}\(refusal.repetition(of: index))".utf8),
            .blocker, file, problem.position)
        }
      }
    return issues.map(\.compact).joined(separator: ",\n")
  }

  static func whole(_ pieces: [String]) -> String {
    let issues = pieces.filter { !$0.isEmpty }
    return issues.isEmpty ? "[]\n" : "[\n" + issues.joined(separator: ",\n") + "\n]\n"
  }

  /// The words that GitLab has for how grave an issue is.
  private enum Word: String {
    case info
    case minor
    case major
    case critical
    case blocker

    /// What cannot be told and what has been accepted informs, and accuses nobody.
    init(_ finding: Report.Finding) {
      switch (finding.kind, finding.waiver, finding.severity) {
      case (.undeclared, _, _), (_, .some, _): self = .info
      case (.fail, nil, .low): self = .info
      case (.fail, nil, .medium): self = .minor
      case (.fail, nil, .high): self = .major
      case (.fail, nil, .critical): self = .critical
      }
    }
  }

  private static func words(of finding: Report.Finding) -> String {
    "\(finding.headline): \(finding.message)"
  }

  private static func issue(
    _ check: String, _ description: String, fingerprint: String, _ word: Word, _ file: ShownFile,
    _ position: Position?
  ) -> JSONValue {
    [
      "description": .string(printable(description)), "check_name": .string(check),
      "fingerprint": .string(fingerprint), "severity": .string(word.rawValue),
      "location": [
        "path": .string(printable(file.path ?? "stdin")),
        "lines": ["begin": .int(Int64(position?.line ?? 1))],
      ],
      "engine_name": "memaudit",
    ]
  }
}

extension Refusal {
  /// How many problems before one say the same.
  fileprivate func repetition(of index: Int) -> Int {
    problems[..<index].count { $0.message == problems[index].message }
  }
}
