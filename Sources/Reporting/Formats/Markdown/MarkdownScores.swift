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
    let heading = [
      "file", "system", "score", "grade", "fail", "undeclared", "described", "gate",
    ]
    let room = isSummary ? MarkdownRoom(rows: 100, bytes: 16_000) : nil
    return "# \(run.rows.count) memory reviews\n\n"
      + MarkdownRows(run.rows, in: room, row).table(heading, of: "files")
  }

  private func row(_ row: Run.Row) -> String {
    guard let audited = row.audited else {
      return MarkdownRows.cells(
        [text.code(row.file), "not audited"] + [String](repeating: "–", count: 6))
    }
    let words = ScoreWords(audited)
    return MarkdownRows.cells([
      text.code(row.file), text.plain(audited.name), words.score, words.grade,
      "\(audited.fails)", "\(audited.undeclared)", words.described,
      audited.isGatePassed ? "passes" : "**fails**",
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
