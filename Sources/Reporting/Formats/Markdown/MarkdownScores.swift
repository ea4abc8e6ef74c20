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
        heading, of: "file")
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
