internal import Auditing
internal import JSON
internal import SourceText

/// One line of JSON for every file, in the form `report-line/v1`: for thousands of files.
enum LinesReport {
  static let version = "report-line/v1"

  static func piece(_ outcome: FileOutcome, toolVersion: String) -> String {
    var line = JSONLine(room: room(for: outcome)) { line in
      line.string("report", version)
      line.object("tool") { tool in
        tool.string("name", "memaudit")
        tool.string("version", toolVersion)
      }
      line.string("file", outcome.file)
      switch outcome {
      case .audited(let report): write(report, to: &line)
      case .refused(let refusal): line.objects("problems", refusal.problems, write)
      }
    }
    line.breakLine()
    return line.text
  }

  /// How many bytes a line will probably take: a finding has some 240. A line of thousands would be copied once more each
  /// time it has doubled.
  private static func room(for outcome: FileOutcome) -> Int {
    switch outcome {
    case .audited(let report): 4_096 + 256 * report.findings.count
    case .refused: 4_096
    }
  }

  private static func write(_ report: Report, to line: inout JSONLine) {
    line.string("system", report.name)
    line.string("checklists_hash", report.checklistsHash)
    if let score = report.score {
      line.object("score") { write(score, to: &$0) }
    } else {
      line.null("score")
    }
    line.number("described", report.described)
    line.object("gate") { gate in
      gate.bool("passed", report.isGatePassed)
      gate.strings("reasons", report.gateReasons)
    }
    let totals = report.totals
    line.object("counts") { line in
      line.int("pass", totals.passed)
      line.int("fail", totals.failed)
      line.int("undeclared", totals.undeclared)
      line.int("not_applicable", totals.notApplicable)
      line.int("waived", totals.waived)
    }
    line.objects("findings", report.findings, write)
    let unknown = report.unknownImplementations
    guard !unknown.isEmpty else { return }
    line.objects("unknown_implementations", unknown) { line, implementation in
      line.string("subject", implementation.subject)
      line.string("name", implementation.name)
      line.strings("near", implementation.near)
      line.string("sentence", implementation.sentence)
    }
  }

  private static func write(_ score: Report.ScoreNote, to line: inout JSONLine) {
    line.int("low", score.low)
    line.int("high", score.high)
    line.number("exact_low", score.exactLow)
    line.number("exact_high", score.exactHigh)
    if let grade = score.grade { line.string("grade", grade) } else { line.null("grade") }
  }

  private static func write(_ line: inout JSONLine, _ finding: Report.Finding) {
    line.string("rule", finding.rule)
    line.string("subject", finding.subject)
    line.string("severity", finding.severity.rawValue)
    line.string("verdict", finding.kind.rawValue)
    line.object("place") { place in
      place.int("line", finding.position.line)
      place.int("column", finding.position.column)
    }
    line.hexadecimal("fingerprint", finding.fingerprint.number)
    line.string("message") { message in finding.tell { message.part($0) } }
    if finding.waiver != nil { line.bool("waived", true) }
    if let isNew = finding.isNew { line.bool("new", isNew) }
  }

  private static func write(_ line: inout JSONLine, _ problem: Refusal.Problem) {
    line.string("message", problem.message)
    if let help = problem.help { line.string("help", help) }
    if let position = problem.position { line.object("place") { write(position, to: &$0) } }
  }

  private static func write(_ position: Position, to line: inout JSONLine) {
    line.int("line", position.line)
    line.int("column", position.column)
  }
}
