internal import Auditing

/// What a change does to an audit, as a comment on a pull request.
package enum ComparisonMarkdown {
  /// A comment holds 65,536 characters.
  private static let room = MarkdownRoom(rows: 100, bytes: 14_000)
  private static let text = MarkdownText(longest: 400)

  package static func text(_ comparisons: Comparisons) -> String {
    guard comparisons.isOfSeveral else { return comparisons.pairs.map { text($0) }.joined() }
    let notes = MarkdownRows(
      comparisons.notes, in: MarkdownRoom(rows: 4, bytes: 16_000),
      MarkdownText(longest: 4_000).prose)
    let changed = comparisons.changed
    return MarkdownComment.joined(
      "# What changes: \(changed.count) of \(comparisons.pairs.count) architectures\n\n"
        + notes.list(of: "note"),
      changed.map { text($0, file: $0.new.place) }, of: "comparisons")
  }

  /// - Parameter file: Its name, where it is one of several.
  private static func text(_ comparison: Comparison, file: String? = nil) -> String {
    let place = file.map { " (\(text.code($0)))" } ?? ""
    var result = "# What changes: \(text.plain(comparison.new.system))\(place)\n\n"
    result += "\(comparison.causeSentence)\n\n"
    let unknown = comparison.new.unknownImplementations
    if !unknown.isEmpty {
      result += MarkdownRows(unknown, in: room, text.prose).list(of: "implementation") + "\n"
    }
    result += table(["", "before", "after"], comparison.headline, of: "number") {
      [$0.name, $0.before, $0.after]
    }
    for section in comparison.sections {
      result += "\n## \(section.title)\n\n"
      result += MarkdownRows(section.changes, in: room, item).list(of: "finding")
    }
    if !comparison.silences.isEmpty {
      result += "\n## \(Comparison.silenced)\n\n"
      result += MarkdownRows(comparison.silences, in: room, item).list(of: "verdict")
    }
    result += "\n\(comparison.unchanged)\n"
    guard !comparison.moves.isEmpty else { return result }
    return result + "\n## Forecasts that moved\n\n"
      + table(["of", "forecast", "before", "after"], comparison.moves, of: "forecast") {
        [
          text.code($0.subject), text.code($0.name), text.plain($0.before ?? "–"),
          text.plain($0.after ?? "–"),
        ]
      }
  }

  private static func item(_ change: Comparison.Change) -> String {
    "**\(change.severity.rawValue)** \(text.code(change.rule)) on \(text.code(change.subject)) (\(change.verdict)): \(text.prose(change.sentence))"
  }

  private static func item(_ silence: Silence) -> String {
    "**\(silence.severity.rawValue)** \(text.code(silence.finding.rule)) on \(text.code(silence.finding.subject)): \(text.prose(silence.sentence))"
  }

  private static func table<Row>(
    _ heading: [String], _ rows: [Row], of thing: String, _ cells: (Row) -> [String]
  ) -> String {
    MarkdownRows(rows, in: room) { MarkdownRows.cells(cells($0)) }.table(heading, of: thing)
  }
}
