/// The scores of several files, each leading to its review.
struct HTMLScoreTable {
  private let run: Run

  init(_ run: Run) {
    self.run = run
  }

  var section: Markup {
    let table = HTMLTable(
      caption: "Scores of \(run.rows.count) files",
      heading: ["Architecture", "Score", "Grade", "Fail", "Undeclared", "Described", "Gate"],
      rows: run.rows.map(cells), numbers: [1, 2, 3, 4, 5])
    return """
      <section class="overview" aria-label="Scores">
      \(table.markup)</section>

      """
  }

  private func cells(_ row: Run.Row) -> [Markup] {
    let anchor = Anchor(file: row.file).name
    guard let audited = row.audited else {
      return [
        "<a href=\"#\(anchor)\">\(row.file)</a>", "–", "–", "–", "–", "–",
        "<span class=\"gate fails\">not audited</span>",
      ]
    }
    let words = ScoreWords(audited)
    return [
      "<a href=\"#\(anchor)\">\(audited.name)</a> <span class=\"place\">\(row.file)</span>",
      "\(words.score)", "\(words.grade)", "\(audited.fails)", "\(audited.undeclared)",
      "\(words.described)",
      audited.isGatePassed
        ? "<span class=\"gate passes\">passes</span>" : "<span class=\"gate fails\">fails</span>",
    ]
  }
}
