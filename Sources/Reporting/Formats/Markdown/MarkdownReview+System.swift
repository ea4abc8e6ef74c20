internal import Analysis

extension MarkdownReview {
  /// What each component is in distributed systems, and how both fail.
  var map: String {
    let entries = report.view.map
    let rows = MarkdownRows(entries, in: room(24, 6_000), row)
    var map = rows.table(
      ["component", "memory pattern", "in distributed systems", "both fail by", "found here"],
      of: "row")
    let notes = MarkdownRows(report.view.mapNotes, in: room(6, 1_500), text.prose)
    let noteList = notes.list(of: "note")
    if !noteList.isEmpty { map += "\n" + noteList }
    if !isSummary { map += failures(entries) }
    return map
  }

  private func row(_ entry: SystemView.MapEntry) -> String {
    let equivalents = entry.equivalents.joined(separator: ", ")
    return MarkdownRows.cells([
      text.code(entry.component), text.plain(entry.pattern),
      equivalents.isEmpty ? "?" : text.plain(equivalents),
      entry.failureMode.map(text.plain) ?? "?", found(about: entry.component),
    ])
  }

  private func found(about subject: String) -> String {
    guard let tally = tallies[subject] else { return "nothing" }
    return tally.words
  }

  /// How each pattern that occurs here fails, and what helps against it.
  private func failures(_ entries: [SystemView.MapEntry]) -> String {
    var seen: Set<String> = []
    let patterns = entries.filter { $0.fails != nil && seen.insert($0.pattern).inserted }
    guard !patterns.isEmpty else { return "" }
    return "\n### How these patterns fail, and what helps\n\n"
      + patterns.map { entry in
        let mitigations = entry.mitigations.map { text.plain($0.name.lowercasedFirst) }
        return
          "- **\(text.plain(entry.pattern.uppercasedFirst))**. \(text.prose(entry.fails ?? "")) *What helps:* \(mitigations.joined(separator: "; ")).\n"
      }.joined()
  }

  /// How the system, and each of its parts, stands to the three corners.
  var tradeoffs: String {
    let tradeoffs = report.view.tradeoffs
    let corners = Corner.allCases
    var result = MarkdownRows(corners, in: nil) { corner in
      let stand = tradeoffs.system[corner]
      return MarkdownRows.cells([
        corner.rawValue, "**\(stand.position.words)**", text.prose(stand.because),
      ])
    }.table(["corner", "the system", "because"], of: "corner")
    if !isSummary {
      result += "\n"
      result += MarkdownRows(tradeoffs.components, in: nil) { row in
        MarkdownRows.cells(
          [text.code(row.subject)] + corners.map { row.tradeoff[$0].position.words })
      }.table(["component"] + corners.map(\.rawValue), of: "component")
    }
    return result + "\n\(SystemView.analogy)\n"
  }

  /// Who reads and writes what, and where it is kept.
  var diagram: String {
    let flowchart = MermaidFlowchart(
      report.view.diagram, tallies: tallies, mostNodes: isSummary ? 40 : 90,
      mostEdges: isSummary ? 80 : 250)
    return MarkdownFence.mermaid(flowchart.text) + "\n" + flowchart.words + "\n"
  }
}

extension Report.Tally {
  /// `2 fail, 3 undeclared`
  var words: String {
    [fails > 0 ? "\(fails) fail" : nil, undeclared > 0 ? "\(undeclared) undeclared" : nil]
      .compactMap(\.self).joined(separator: ", ")
  }
}

/// A block that GitHub draws.
enum MarkdownFence {
  static func mermaid(_ lines: String) -> String { "```mermaid\n\(lines)```\n" }
}
