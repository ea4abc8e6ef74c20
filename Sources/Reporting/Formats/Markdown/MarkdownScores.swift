internal import SourceText

/// The scores of several files, as a table of Markdown.
struct MarkdownScores {
  private let run: Run
  private let isSummary: Bool
  private let text: MarkdownText

  init(_ run: Run, isSummary: Bool) {
    self.run = run
    self.isSummary = isSummary
    text = MarkdownText(longest: isSummary ? 200 : nil)
  }

  var rendered: String {
    let heading =
      ["file", "system", "gate"] + (isCompared ? ["new"] : [])
      + ["score", "grade", "fail", "undeclared", "described"]
    let room = isSummary ? MarkdownRoom(rows: 100, bytes: 16_000) : nil
    return "# \(run.rows.count) memory reviews\n\n"
      + MarkdownRows(run.urgentFirst.map { run.rows[$0] }, in: room, row).table(
        heading, of: "files")
  }

  /// Whether there is a baseline.
  private var isCompared: Bool { run.rows.contains { $0.audited?.new != nil } }

  private func row(_ row: Run.Row) -> String {
    guard let audited = row.audited else {
      return MarkdownRows.cells(
        [text.code(row.file), "–", "not audited"]
          + [String](repeating: "–", count: isCompared ? 6 : 5))
    }
    let words = ScoreWords(audited)
    let gate =
      audited.isGatePassed ? audited.isUnchanged ? "passes, unchanged" : "passes" : "**fails**"
    return MarkdownRows.cells(
      [text.code(row.file), text.plain(audited.name), gate]
        + (isCompared ? [audited.new.map { "\($0)" } ?? "–"] : [])
        + [
          words.score, words.grade, "\(audited.fails)", "\(audited.undeclared)", words.described,
        ])
  }
}

/// What is wrong with a file that could not be audited.
struct MarkdownRefusal {
  private let refusal: Refusal
  private let isSummary: Bool

  init(_ refusal: Refusal, isSummary: Bool) {
    self.refusal = refusal
    self.isSummary = isSummary
  }

  var rendered: String {
    let text = MarkdownText(longest: isSummary ? 400 : nil)
    let room = isSummary ? MarkdownRoom(rows: 40, bytes: 20_000) : nil
    return "# Memory review: \(text.code(refusal.file))\n\n**It could not be audited.**\n\n"
      + MarkdownRows(refusal.problems, in: room) { problem in
        let place = problem.position.map { "line \($0.line), column \($0.column): " } ?? ""
        let help = problem.help.map { " *Help:* \(text.prose($0))" } ?? ""
        return place + text.prose(problem.message) + "." + help
      }.list(of: "problems")
  }
}
