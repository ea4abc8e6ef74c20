internal import Auditing
package import SourceText

/// What a change does to an audit, for the terminal.
package struct ComparisonText {
  private let comparison: Comparison
  private let paint: Paint
  private let width: Int

  private init(_ comparison: Comparison, paint: Paint, width: Int) {
    self.comparison = comparison
    self.paint = paint
    self.width = width
  }

  package static func text(_ comparisons: Comparisons, paint: Paint, width: Int) -> String {
    let parts = (comparisons.isOfSeveral ? comparisons.changed : comparisons.pairs).map {
      ComparisonText($0, paint: paint, width: width).rendered
    }
    guard comparisons.isOfSeveral else { return parts.joined() }
    let notes = comparisons.notes.map { lines(of: $0, to: width, first: "", rest: "") }
    return (parts + (notes.isEmpty ? [] : [notes.joined()])).joined(separator: "\n")
  }

  private var rendered: String {
    let name = printable(comparison.new.system)
    let files = "(\(printable(comparison.old.file)) → \(printable(comparison.new.file)))"
    var text = paint(name, .bold)
    text +=
      displayWidth(name) + 1 + displayWidth(files) <= width
      ? " \(files)\n" : "\n" + paragraph(files)
    text += paragraph(comparison.causeSentence)
    text += comparison.new.unknownImplementations
      .flatMap { wrapped(printable($0), to: width - 2) }
      .map { "  \(paint($0, .yellow))\n" }.joined()
    text += "\n"
    text += table(
      ["", "before", "after"],
      comparison.headline.map { [.init($0.name), .init($0.before), .init($0.after)] })
    for section in comparison.sections {
      text += "\n" + paint(section.title, .bold) + "\n"
      text += section.changes.map(item).joined()
    }
    if !comparison.silences.isEmpty {
      text += "\n" + paint(Comparison.silenced, .bold) + "\n"
      text += comparison.silences.map(item).joined()
    }
    text += "\n" + paragraph(comparison.unchanged)
    guard !comparison.moves.isEmpty else { return text }
    return text + "\n" + paint("Forecasts that moved", .bold) + "\n"
      + table(
        ["of", "forecast", "before", "after"],
        comparison.moves.map {
          [
            .init($0.subject, .cyan), .init($0.name), .init($0.before ?? "–"),
            .init($0.after ?? "–"),
          ]
        })
  }

  private func item(_ silence: Silence) -> String {
    let tone: Paint.Tone = silence.severity >= .high ? .red : .yellow
    return item(silence.severity, silence.finding, tone, "", silence.sentence)
  }

  private func item(_ change: Comparison.Change) -> String {
    let tone: Paint.Tone =
      change.after == nil ? .green : change.severity >= .high ? .red : .yellow
    return item(
      change.severity, FindingKey(rule: change.rule, subject: change.subject), tone,
      ": \(change.verdict)", change.sentence)
  }

  private func item(
    _ severity: Severity, _ finding: FindingKey, _ tone: Paint.Tone, _ verdict: String,
    _ sentence: String
  ) -> String {
    let (severity, rule) = (severity.rawValue, printable(finding.rule))
    let rest = "on \(printable(finding.subject))\(verdict)"
    let fits = displayWidth("  \(severity) \(rule) \(rest)") <= width
    return
      "  \(paint(severity, tone)) \(paint(rule, .bold))" + (fits ? " \(rest)\n" : "\n    \(rest)\n")
      + lines(of: sentence, to: width, first: "    ", rest: "    ")
  }

  private func paragraph(_ text: String) -> String {
    lines(of: text, to: width, first: "  ", rest: "  ")
  }

  private func table(_ heading: [String], _ rows: [[TextTable.Cell]]) -> String {
    TextTable(heading: heading, rows).rendered(width: width, paint: paint)
  }
}
