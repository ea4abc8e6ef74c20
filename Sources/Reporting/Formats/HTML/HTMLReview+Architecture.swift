internal import Architecture

extension HTMLReview {
  /// The parts with what was found on them, drawn, and then in words.
  var architecture: Markup {
    let diagram = view.diagram
    guard !diagram.nodes.isEmpty else { return "<p>The file describes no parts.</p>\n" }
    let tallies = report.tallies
    let whole = tallies["system"] ?? .nothing
    let elsewhere: Markup =
      whole.fails + whole.undeclared == 0
      ? "" : " On the system as a whole: \(whole.fails) fail, \(whole.undeclared) undeclared."
    return """
      <figure>
      <p class="hint">The drawing is wider than this screen: it slides sideways →</p>
      <div class="scroll" role="region" tabindex="0" aria-label="Diagram of \(report.name)">
      \(DiagramDrawing(diagram, tallies, of: report, anchor: anchor).markup)</div>
      <figcaption>Arrows point where data goes: to a component that is written, to an agent that reads. A plain line \
      leads to the store that keeps a component, a dashed arrow to what is made of it.\(elsewhere)</figcaption>
      </figure>
      <details>
      <summary>The diagram in words</summary>
      \(table(diagram, tallies).markup)</details>

      """
  }

  private func table(
    _ diagram: SystemView.Diagram, _ tallies: [String: Report.Tally]
  ) -> HTMLTable {
    let edges = Dictionary(grouping: diagram.edges, by: \.from)
    return HTMLTable(
      caption: "Parts, and what goes between them",
      heading: ["Part", "What it is", "Connections", "Findings"],
      rows: diagram.nodes.map { node in
        let tally = tallies[node.id] ?? .nothing
        let edges = (edges[node.id] ?? []).map { edge -> Markup in
          "\(edge.kind.words) \(code(edge.to))"
        }
        return [
          code(node.id),
          "\(node.detail) <span class=\"muted\">(\(node.collection.singular))</span>",
          edges.isEmpty ? "–" : edges.joined(separator: "; "),
          tally.fails + tally.undeclared == 0
            ? "none" : "\(tally.fails) fail, \(tally.undeclared) undeclared",
        ]
      })
  }
}

extension SystemView.Diagram.Edge.Kind {
  fileprivate var words: String {
    switch self {
    case .reads, .writes, .readsAndWrites, .keptIn: rawValue
    case .becomes: "is made into"
    }
  }
}
