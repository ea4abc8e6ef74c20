internal import Auditing
internal import JSON
internal import SourceText

/// A finding as a result, and a problem of a refused file as a notification.
enum SARIFResult {
  static func json(_ finding: Report.Finding, in file: ShownFile) -> String {
    let line = JSONLine { line in
      line.string("ruleId", finding.rule)
      line.string("kind", finding.kind == .fail ? "fail" : "open")
      line.string("level", SARIFLevel(finding).rawValue)
      line.object("message") { $0.string("text", SARIFReport.plainText(finding.message)) }
      line.objects("locations", [finding]) { location, finding in
        write(file, finding.position, finding.end, to: &location)
        location.objects("logicalLocations", [finding]) { logical, finding in
          logical.string("name", finding.subject)
          logical.string("fullyQualifiedName", finding.path)
          logical.string("kind", "element")
        }
      }
      line.object("partialFingerprints") {
        $0.hexadecimal("memauditFinding/v1", finding.fingerprint.number)
      }
      // One result with suppressions asks all others to say that they have none.
      line.objects("suppressions", finding.waiver.map { [$0] } ?? []) { suppression, waiver in
        suppression.string("kind", "external")
        suppression.string("status", "accepted")
        suppression.string("justification", SARIFReport.plainText(waiver.sentence))
      }
      if let isNew = finding.isNew { line.string("baselineState", isNew ? "new" : "unchanged") }
      line.object("properties") { properties in
        properties.string("severity", finding.severity.rawValue)
        properties.string("verdict", finding.kind.rawValue)
        properties.string("subject", finding.subject)
        if !finding.missing.isEmpty { properties.strings("undeclared", finding.missing) }
      }
    }
    return line.text
  }

  /// A reason of the gate, which is about the whole file.
  static func json(_ issue: Report.GateIssue, in file: ShownFile, isCompared: Bool) -> String {
    let line = JSONLine { line in
      line.string("ruleId", Report.GateIssue.rule)
      line.string("kind", "fail")
      line.string("level", "error")
      line.object("message") { $0.string("text", SARIFReport.plainText(issue.text)) }
      line.objects("locations", [issue]) { location, _ in
        write(file, Position(line: 1, column: 1), nil, to: &location)
      }
      line.object("partialFingerprints") {
        $0.string("memauditFinding/v1", issue.fingerprint)
      }
      line.objects("suppressions", [Report.WaiverNote]()) { _, _ in }
      if isCompared { line.string("baselineState", "new") }
    }
    return line.text
  }

  /// What is to be known of the whole run.
  static func json(note: String) -> String {
    JSONLine { line in
      line.string("level", "note")
      line.object("message") { $0.string("text", SARIFReport.plainText(note)) }
    }.text
  }

  static func json(_ problem: Refusal.Problem, in file: ShownFile) -> String {
    let line = JSONLine { line in
      line.string("level", "error")
      line.object("message") { $0.string("text", SARIFReport.plainText(problem.sentence)) }
      line.objects("locations", [problem]) { location, problem in
        write(file, problem.position, problem.end, to: &location)
      }
    }
    return line.text
  }

  /// What was audited all the same, without what the implementation does by default.
  static func json(
    _ implementation: Report.UnknownImplementation, in file: ShownFile
  ) -> String {
    let line = JSONLine { line in
      line.string("level", "note")
      line.object("message") {
        $0.string("text", SARIFReport.plainText(implementation.sentence))
      }
      line.objects("locations", [implementation]) { location, implementation in
        write(file, implementation.position, implementation.end, to: &location)
      }
    }
    return line.text
  }

  private static func write(
    _ file: ShownFile, _ start: Position?, _ end: Position?, to line: inout JSONLine
  ) {
    line.object("physicalLocation") { physical in
      physical.object("artifactLocation") { SARIFArtifact.write(file, to: &$0) }
      guard let start else { return }
      physical.object("region") { region in
        region.int("startLine", start.line)
        region.int("startColumn", start.column)
        region.int("endLine", (end ?? start).line)
        region.int("endColumn", (end ?? start).column)
      }
    }
  }
}

/// How grave SARIF says that something is.
enum SARIFLevel: String {
  case error
  case warning
  case note
  case none

  init(_ severity: Severity) {
    switch severity {
    case .critical, .high: self = .error
    case .medium: self = .warning
    case .low: self = .note
    }
  }

  /// What is not a fail has no level: the standard wants it so.
  init(_ finding: Report.Finding) {
    self = finding.kind == .fail ? SARIFLevel(finding.severity) : .none
  }
}
