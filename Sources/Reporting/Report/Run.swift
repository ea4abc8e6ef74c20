package import Auditing

/// Everything about a run that is not about one file.
package struct Run: Sendable {
  /// One line of the table of scores.
  package struct Row: Sendable {
    package let file: String
    /// Nil where the file was refused.
    package let audited: Audited?

    /// What a run tells of a file that was audited.
    package struct Audited: Sendable {
      package let name: String
      package let score: Report.ScoreNote?
      package let described: Double?
      package let totals: Report.Totals
      /// Findings that a baseline has, those too that are waived.
      package let known: Int
      /// Findings that a baseline does not have; nil where there is none.
      package let new: Int?
      let gateReasons: [String]
      /// Whether it passes its gate, and nothing came or went since the baseline.
      package let isUnchanged: Bool

      package var fails: Int { totals.failed }
      package var undeclared: Int { totals.undeclared }
      package var isGatePassed: Bool { gateReasons.isEmpty }
    }

    package init(_ outcome: FileOutcome) {
      file = outcome.file
      switch outcome {
      case .refused: audited = nil
      case .audited(let report):
        audited = Audited(
          name: report.name, score: report.score, described: report.described,
          totals: report.totals, known: report.findings.count { $0.isKnown },
          new: report.isCompared ? report.findings.count { !$0.isKnown } : nil,
          gateReasons: report.gateReasons, isUnchanged: report.isUnchanged)
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

  /// The files in the order in which they ask for somebody: those that were not audited, those whose gate fails, those
  /// with something new or mended, and the rest; each as they were asked for.
  var urgentFirst: [Int] {
    func urgency(_ row: Row) -> Int {
      guard let audited = row.audited else { return 0 }
      if !audited.isGatePassed { return 1 }
      return audited.isUnchanged ? 3 : 2
    }
    let ranked = rows.indices.map { (rank: urgency(rows[$0]), index: $0) }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
  }

  /// Every rule that was applied to any of the files, once.
  var rules: [RuleNote] {
    var seen: Set<String> = []
    return libraries.flatMap(\.rules).filter { seen.insert($0.id).inserted }.map(RuleNote.init)
  }
}
