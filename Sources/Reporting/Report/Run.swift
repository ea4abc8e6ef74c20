package import Auditing

/// Everything about a run that is not about one file.
package struct Run: Sendable {
  /// One line of the table of scores.
  package struct Row: Sendable {
    package let file: String
    /// Nil where the file was refused.
    package let audited: Audited?

    package struct Audited: Sendable {
      package let name: String
      package let score: Report.ScoreNote?
      package let described: Double?
      package let fails: Int
      package let undeclared: Int
      package let totals: Report.Totals
      /// Findings that a baseline has, those too that are waived.
      package let known: Int
      package let isGatePassed: Bool
    }

    package init(_ outcome: FileOutcome) {
      file = outcome.file
      switch outcome {
      case .refused: audited = nil
      case .audited(let report):
        let totals = report.totals
        audited = Audited(
          name: report.name, score: report.score, described: report.described,
          fails: totals.failed, undeclared: totals.undeclared, totals: totals,
          known: report.findings.count { $0.isKnown },
          isGatePassed: report.isGatePassed)
      }
    }
  }

  package let toolVersion: String
  /// The files in the order in which they were asked for.
  package let rows: [Row]
  /// The checklists that were applied to any of them.
  private let libraries: [Library]
  /// What is to be known of the run besides, each in a sentence.
  package let notes: [String]

  package init(toolVersion: String, rows: [Row], libraries: [Library], notes: [String] = []) {
    self.toolVersion = toolVersion
    self.rows = rows
    self.libraries = libraries
    self.notes = notes
  }

  /// Every rule that was applied to any of the files, once.
  var rules: [RuleNote] {
    var seen: Set<String> = []
    return libraries.flatMap(\.rules).filter { seen.insert($0.id).inserted }.map(RuleNote.init)
  }
}
