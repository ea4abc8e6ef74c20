internal import Auditing
internal import SourceText

/// Verdicts as test results, for whatever shows those: a suite for every file, a case for every rule and subject.
enum JUnitReport {
  static func piece(_ outcome: FileOutcome) -> String {
    switch outcome {
    case .audited(let report): suite(report)
    case .refused(let refusal): suite(refusal)
    }
  }

  static func whole(_ pieces: [String], of run: Run) -> String {
    let audited = run.rows.compactMap(\.audited?.totals)
    let refused = run.rows.count - audited.count
    let tests = audited.reduce(refused + audited.count) { $0 + $1.tests }
    let closed = run.rows.count { $0.audited?.isGatePassed == false }
    let failures = audited.reduce(closed) { $0 + $1.openFails }
    let skipped = audited.reduce(0) { $0 + $1.skipped }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"memaudit\" tests=\"\(tests)\" failures=\"\(failures)\" "
      + "errors=\"\(refused)\" skipped=\"\(skipped)\" time=\"0\">\n"
      + run.urgentFirst.map { pieces[$0] }.joined() + "</testsuites>\n"
  }

  // MARK: Suites

  private static func suite(_ report: Report) -> String {
    let totals = report.totals
    let properties = properties(of: report).map { name, value in
      "      <property name=\"\(name)\" value=\"\(escapedForMarkup(value))\"/>\n"
    }
    return head(
      report.file.name, tests: totals.tests + 1,
      failures: totals.openFails + (report.isGatePassed ? 0 : 1), errors: 0,
      skipped: totals.skipped)
      + "    <properties>\n" + properties.joined() + "    </properties>\n"
      + gateCase(report)
      + (report.findings.filter { !$0.isKnown } + report.findings.filter(\.isKnown))
      .map { testCase($0, in: report.file.name) }.joined()
      + report.passes.map { pass in
        opening(rule: pass.rule, subject: pass.subject, file: report.file.name, line: nil) + "/>\n"
      }.joined() + output(of: report) + "  </testsuite>\n"
  }

  /// What is told of no rule.
  private static func output(of report: Report) -> String {
    let told = report.unknownImplementations.map(\.sentence)
    return told.isEmpty ? "" : "    <system-out>\(lines(told))</system-out>\n"
  }

  private static func suite(_ refusal: Refusal) -> String {
    let text = refusal.problems.map { problem in
      (problem.position.map { "\($0.line):\($0.column): " } ?? "") + problem.sentence
    }
    return head(refusal.file, tests: 1, failures: 0, errors: 1, skipped: 0)
      + opening(
        name: "the file can be audited", className: "memaudit", file: refusal.file,
        line: refusal.problems.first?.position?.line) + ">\n"
      + "      <error type=\"not-audited\" message=\"\(escapedForMarkup(text.first ?? ""))\">"
      + lines(text) + "</error>\n    </testcase>\n  </testsuite>\n"
  }

  private static func head(
    _ file: String, tests: Int, failures: Int, errors: Int, skipped: Int
  ) -> String {
    "  <testsuite name=\"\(escapedForMarkup(file))\" tests=\"\(tests)\" failures=\"\(failures)\" "
      + "errors=\"\(errors)\" skipped=\"\(skipped)\" time=\"0\">\n"
  }

  private static func properties(of report: Report) -> [(String, String)] {
    let score = report.score
    return [
      ("system", report.name), ("score_low", score.map { "\($0.low)" } ?? "none"),
      ("score_high", score.map { "\($0.high)" } ?? "none"), ("grade", score?.grade ?? "none"),
      ("described", ScoreWords.percent(report.described)),
      ("gate", report.isGatePassed ? "passes" : "fails"),
      ("checklists_hash", report.checklistsHash),
    ]
  }

  // MARK: Cases

  /// Every reason for which the gate fails, also those that are about no case.
  private static func gateCase(_ report: Report) -> String {
    let opening = opening(
      name: "the gate passes", className: Report.GateIssue.rule, file: report.file.name, line: nil)
    guard !report.isGatePassed else { return opening + "/>\n" }
    let reasons = report.obstacles.map(\.opening)
    return opening + ">\n      <failure type=\"gate\" message=\""
      + escapedForMarkup(report.gateReasons.joined(separator: " ")) + "\">"
      + lines(zip(report.gateReasons, reasons).flatMap { [$0, $1] })
      + "</failure>\n    </testcase>\n"
  }

  private static func testCase(_ finding: Report.Finding, in file: String) -> String {
    let opening = opening(
      rule: finding.rule, subject: finding.subject, file: file, line: finding.position.line)
    return opening + ">\n      " + outcome(of: finding, in: file) + "\n    </testcase>\n"
  }

  private static func outcome(of finding: Report.Finding, in file: String) -> String {
    let message = "\(finding.headline): \(finding.message)"
    if let waiver = finding.waiver {
      return "<skipped message=\"\(escapedForMarkup("\(message); \(waiver.sentence)"))\"/>"
    }
    guard !finding.isKnown else {
      return "<skipped message=\"\(escapedForMarkup("\(message); it is in the baseline"))\"/>"
    }
    switch finding.kind {
    case .undeclared: return "<skipped message=\"\(escapedForMarkup(message))\"/>"
    case .fail:
      let place = "\(file):\(finding.position.line):\(finding.position.column)"
      let text = lines([finding.message, place, "why: \(finding.why)", "fix: \(finding.fix)"])
      return
        "<failure type=\"\(finding.severity.rawValue)\" message=\"\(escapedForMarkup(message))\">"
        + text + "</failure>"
    }
  }

  private static func opening(rule: String, subject: String, file: String, line: Int?) -> String {
    opening(name: "\(rule) on \(subject)", className: rule, file: file, line: line)
  }

  private static func opening(name: String, className: String, file: String, line: Int?) -> String {
    "    <testcase name=\"\(escapedForMarkup(name))\" classname=\"\(escapedForMarkup(className))\" "
      + "file=\"\(escapedForMarkup(ShownFile(file).path ?? file))\" "
      + (line.map { "line=\"\($0)\" " } ?? "") + "time=\"0\""
  }

  private static func lines(_ lines: [String]) -> String {
    lines.map(escapedForMarkup).joined(separator: "\n")
  }
}

extension Report.Totals {
  fileprivate var tests: Int { passed + failed + undeclared }
  fileprivate var skipped: Int { tests - passed - openFails }
}
