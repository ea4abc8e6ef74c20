internal import Auditing
internal import SourceText

/// Workflow commands that a GitHub runner makes annotations of. It shows the first ten of each kind of a step, so that
/// the gravest of all files come first. What a baseline has is counted and not annotated.
enum GitHubReport {
  /// The lines of one file; each begins with its rank among those of the whole run.
  static func piece(_ outcome: FileOutcome) -> String {
    let file = ShownFile(outcome.file)
    return switch outcome {
    case .audited(let report):
      report.findings.filter { !$0.isKnown }.map { finding in
        let command = Command(
          Kind(finding), file, start: finding.position, end: finding.end,
          title: "\(finding.rule): \(finding.headline)", message: message(of: finding))
        return ranked(command, rank(of: finding))
      }.joined()
        + report.unknownImplementations.map { implementation in
          let command = Command(
            .notice, file, start: implementation.position, end: implementation.end,
            title: "unknown implementation", message: [implementation.sentence])
          return ranked(command, lastRank)
        }.joined()
        + report.gateIssues.map { issue in
          let command = Command(
            .error, file, title: "the gate fails",
            message: [issue.sentence, issue.opening])
          return ranked(command, 1)
        }.joined()
        + report.gateAnnotations.map { note in
          let command = Command(
            .notice, file, title: "to know", message: [note])
          return ranked(command, lastRank + 1)
        }.joined()
    case .refused(let refusal):
      refusal.problems.map { problem in
        let command = Command(
          .error, file, start: problem.position, end: problem.end, title: "not audited",
          message: [problem.message] + (problem.help.map { [$0] } ?? []))
        return ranked(command, 0)
      }.joined()
    }
  }

  static func whole(_ pieces: [String], of run: Run) -> String {
    let ordered = pieces.lines.enumerated().sorted {
      ($0.element.first ?? firstRank, $0.offset) < ($1.element.first ?? firstRank, $1.offset)
    }
    let notes = run.notes.map { Command(.notice, nil, title: "to know", message: [$0]).line }
    return ordered.map { String(Substring($0.element.dropFirst())) + "\n" }.joined()
      + notes.map { $0 + "\n" }.joined()
      + run.rows.map(summary).map { withoutWorkflowCommands(printable($0)) + "\n" }.joined()
  }

  // MARK: Order

  private static let firstRank = UInt8(ascii: "a")
  private static let lastRank: UInt8 = 10

  private static func ranked(_ command: Command, _ rank: UInt8) -> String {
    String(Unicode.Scalar(firstRank + rank)) + command.line + "\n"
  }

  /// Fails, then what cannot be told, the gravest of each first; last what is waived.
  private static func rank(of finding: Report.Finding) -> UInt8 {
    if finding.waiver != nil { return lastRank }
    let grade: UInt8 =
      switch finding.severity {
      case .critical: 2
      case .high: 3
      case .medium: 4
      case .low: 5
      }
    return finding.kind == .fail ? grade : grade + 4
  }

  // MARK: Words

  /// The kinds of annotation that there are.
  private enum Kind: String {
    case error
    case warning
    case notice

    /// What cannot be told and what has been accepted informs, and accuses nobody.
    init(_ finding: Report.Finding) {
      switch (finding.kind, finding.waiver, finding.severity) {
      case (.undeclared, _, _), (_, .some, _), (.fail, nil, .low): self = .notice
      case (.fail, nil, .medium): self = .warning
      case (.fail, nil, .high), (.fail, nil, .critical): self = .error
      }
    }
  }

  private static func message(of finding: Report.Finding) -> [String] {
    [finding.message, "fix: \(finding.fix)"]
      + (finding.waiver.map { ["waived: \($0.sentence)"] } ?? [])
  }

  /// What came of one file, for the log.
  private static func summary(_ row: Run.Row) -> String {
    let known = row.audited?.known ?? 0
    return "memaudit: \(row.sentence)"
      + (known > 0 ? ", \(known) in the baseline and not annotated" : "")
  }

  /// One command in the form that the runner takes apart.
  private struct Command {
    let line: String

    init(
      _ kind: Kind, _ file: ShownFile?, start: Position? = nil, end: Position? = nil,
      title: String, message: [String]
    ) {
      var properties: [(String, String)] = []
      if let path = file?.path {
        properties.append(("file", printable(path)))
        if let start { properties += Self.place(start, end ?? start) }
      }
      properties.append(("title", printable(title)))
      let written = properties.map { "\($0)=\(Self.escapedProperty($1))" }.joined(separator: ",")
      line = "::\(kind.rawValue) \(written)::\(Self.escapedParagraphs(message))"
    }

    /// Columns are for places on one line only.
    private static func place(_ start: Position, _ end: Position) -> [(String, String)] {
      if end.line > start.line {
        return [("line", "\(start.line)"), ("endLine", "\(end.line)")]
      }
      return [
        ("line", "\(start.line)"), ("endLine", "\(start.line)"), ("col", "\(start.column)"),
        ("endColumn", "\(max(start.column, end.column - 1))"),
      ]
    }

    /// Line breaks are ours; one within a paragraph is made visible, as whatever else moves or hides text.
    private static func escapedParagraphs(_ paragraphs: [String]) -> String {
      paragraphs.map { escaped(printable($0), inMessage) }.joined(separator: "%0A%0A")
    }

    private static func escapedProperty(_ text: String) -> String { escaped(text, inProperty) }

    private static let inMessage = ASCIISet("%\r\n")
    private static let inProperty = ASCIISet("%\r\n:,")

    private static func escaped(_ text: String, _ characters: ASCIISet) -> String {
      text.replacing(characters) { character in
        let code = String(character.value, radix: 16, uppercase: true)
        return "%" + (code.utf8.count == 1 ? "0" : "") + code
      }
    }
  }
}
