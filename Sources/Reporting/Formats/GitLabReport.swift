internal import Auditing
internal import JSON
internal import SourceText

/// Code quality as GitLab reads it: one list of issues, which its merge requests compare by their fingerprints.
enum GitLabReport {
  static func piece(_ outcome: FileOutcome) -> String {
    let file = ShownFile(outcome.file)
    // A finding's own fingerprint is the same in every file.
    let prefix = hexadecimalHash((file.path ?? outcome.file).utf8)
    switch outcome {
    case .audited(let report):
      return report.gateIssues.map { reason in
        line(
          .first,
          issue(
            Report.GateIssue.rule, reason.text,
            fingerprint: prefix + reason.fingerprint, .critical, file, nil))
      }.joined()
        + report.findings.map { finding in
          line(
            finding.isKnown ? .known : .new,
            issue(
              finding.rule, words(of: finding), fingerprint: prefix + finding.fingerprint.text,
              Word(finding), file, finding.position))
        }.joined()
        + report.unknownImplementations.map { implementation in
          line(
            .known,
            issue(
              "unknown-implementation", implementation.sentence,
              fingerprint: prefix
                + hexadecimalHash("\(implementation.subject)\u{0}\(implementation.name)".utf8),
              .info, file, implementation.position))
        }.joined()
    case .refused(let refusal):
      return refusal.problems.enumerated().map { index, problem in
        line(
          .first,
          issue(
            "not-audited", problem.sentence,
            fingerprint: prefix
              + hexadecimalHash("\(problem.message)\u{0}\(refusal.repetition(of: index))".utf8),
            .blocker, file, problem.position))
      }.joined()
    }
  }

  /// What is new in any of the files comes before what a baseline has of all of them.
  static func whole(_ pieces: [String]) -> String {
    let lines = pieces.lines
    let issues = Age.allCases.flatMap { age in
      lines.filter { $0.starts(with: age.rawValue.utf8) }.map { Substring($0.dropFirst()) }
    }
    return issues.isEmpty ? "[]\n" : "[\n" + issues.joined(separator: ",\n") + "\n]\n"
  }

  /// Where an issue stands among those of the whole run.
  private enum Age: String, CaseIterable {
    case first = "a"
    case new = "b"
    case known = "c"
  }

  private static func line(_ age: Age, _ issue: JSONValue) -> String {
    "\(age.rawValue)\(issue.compact)\n"
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
