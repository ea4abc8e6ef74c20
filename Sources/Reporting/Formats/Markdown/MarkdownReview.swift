internal import SourceText

/// The review as Markdown: what an architect brings to the meeting, and in short what a bot says on a pull request.
struct MarkdownReview {
  let report: Report
  let toolVersion: String
  let isSummary: Bool
  let text: MarkdownText
  /// What was found about each subject.
  let tallies: [String: Report.Tally]

  /// A comment holds 65,536 characters; bytes are never fewer.
  private static let mostBytes = 60_000

  static func piece(_ outcome: FileOutcome, toolVersion: String, style: ReportFormat.Style)
    -> String
  {
    switch outcome {
    case .audited(let report):
      MarkdownReview(report, toolVersion: toolVersion, isSummary: style.isSummary).rendered
    case .refused(let refusal):
      MarkdownRefusal(refusal, isSummary: style.isSummary).rendered
    }
  }

  /// Of several files the scores come first, and everywhere those files that ask for somebody. A summary has a line and
  /// no page for those in which nothing changed since the baseline.
  static func whole(_ pieces: [String], of run: Run, style: ReportFormat.Style) -> String {
    let notes = MarkdownRows(run.notes, in: nil, MarkdownText(longest: 400).prose).list(of: "note")
    guard pieces.count > 1 else {
      return (pieces + (notes.isEmpty ? [] : [notes])).joined(separator: "\n")
    }
    let table =
      MarkdownScores(run, isSummary: style.isSummary).rendered + (notes.isEmpty ? "" : "\n" + notes)
    guard style.isSummary else {
      return ([table] + run.urgentFirst.map { pieces[$0] }).joined(separator: "\n")
    }
    let changed = run.urgentFirst.filter { run.rows[$0].audited?.isUnchanged != true }
    return MarkdownComment.joined(table, changed.map { pieces[$0] }, of: "reviews")
  }

  private init(_ report: Report, toolVersion: String, isSummary: Bool) {
    self.report = report
    self.toolVersion = toolVersion
    self.isSummary = isSummary
    text = MarkdownText(longest: isSummary ? 400 : nil)
    tallies = report.tallies
  }

  private var rendered: String {
    var review = heading
    var leftOut: [String] = []
    for section in sections where !section.body.isEmpty {
      let next = "\n## \(section.title)\n\n\(section.body)"
      if isSummary, review.utf8.count + next.utf8.count > Self.mostBytes {
        leftOut.append(section.title.lowercasedFirst)
      } else {
        review += next
      }
    }
    guard !leftOut.isEmpty else { return review }
    return review + "\n*For want of room this leaves out: \(leftOut.joined(separator: ", ")).*\n"
  }

  /// What there is to say, in the order in which a meeting wants it. An empty body is nothing to say.
  private var sections: [(title: String, body: String)] {
    let declare = [("Declare next", declarations)]
    return [("What has to be decided", decisions)]
      + (report.isMostlyUndeclared ? declare : [])
      + [
        ("The equivalence map", map), ("Tradeoffs", tradeoffs), ("Architecture", diagram),
        ("What the numbers imply", forecasts), ("Findings", findings),
        ("What the file does not say", undeclared), ("Checklists", checklists),
      ]
      + (report.isMostlyUndeclared ? [] : declare)
      + [
        ("Fix next", fixes), ("Waivers", waivers), ("Evidence", evidence),
        ("Disabled rules", disabled),
        ("Method and limits", method),
      ]
  }

  /// What a summary has room for; a review has room for everything.
  func room(_ rows: Int, _ bytes: Int) -> MarkdownRoom? {
    isSummary ? MarkdownRoom(rows: rows, bytes: bytes) : nil
  }

  /// A rule, with the way to its page.
  func rule(_ finding: Report.Finding) -> String {
    MarkdownText.link(text.code(finding.rule), to: finding.page)
  }
}
