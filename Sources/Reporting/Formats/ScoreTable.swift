internal import Auditing
internal import SourceText

/// The scores of several files, for the terminal.
struct ScoreTable {
  private let run: Run
  private let style: ReportFormat.Style

  init(_ run: Run, style: ReportFormat.Style) {
    self.run = run
    self.style = style
  }

  var rendered: String {
    let title = style.paint("\(run.rows.count) files", .bold) + "\n"
    let heading = ["file", "score", "grade", "fail", "undeclared", "described", "gate"]
    return title
      + TextTable(heading: heading, run.rows.map(cells)).rendered(
        width: style.width, paint: style.paint)
  }

  private func cells(_ row: Run.Row) -> [TextTable.Cell] {
    guard let audited = row.audited else {
      return [.init(row.file, .cyan), .init("refused", .red)]
    }
    let words = ScoreWords(audited)
    return [
      .init(row.file, .cyan), .init(words.score), .init(words.grade), .init("\(audited.fails)"),
      .init("\(audited.undeclared)"), .init(words.described),
      audited.isGatePassed ? .init("passes", .green) : .init("fails", .red),
    ]
  }
}

/// A score as every table of scores writes it.
package struct ScoreWords {
  let score: String
  let grade: String
  let described: String

  init(_ audited: Run.Row.Audited) {
    score =
      audited.score.map { Self.interval($0.low, $0.high) } ?? "none"
    grade = audited.score?.grade ?? "–"
    described = Self.percent(audited.described)
  }

  static func interval(_ low: Int, _ high: Int) -> String {
    low == high ? "\(low)" : "\(low)–\(high)"
  }

  /// The share that has to be described for a grade.
  static let enoughDescribed = percent(Score.enoughDescribed)

  /// Rounded down: what is told of 60 % has 60 %.
  package static func percent(_ share: Double?) -> String {
    "\(Int(steady((share ?? 0) * 100).rounded(.down))) %"
  }
}
