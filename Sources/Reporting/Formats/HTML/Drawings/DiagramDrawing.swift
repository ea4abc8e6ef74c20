internal import Architecture
internal import Auditing

/// Agents, components and stores with what goes between them, and what was found on each.
struct DiagramDrawing {
  private let diagram: SystemView.Diagram
  private let layout: DiagramLayout
  private let report: Report
  private let anchor: Anchor
  /// What was found first on each part.
  private let findings: [String: Report.Finding]

  init(
    _ diagram: SystemView.Diagram, _ tallies: [String: Report.Tally], of report: Report,
    anchor: Anchor
  ) {
    self.diagram = diagram
    self.report = report
    self.anchor = anchor
    findings = Dictionary(
      report.findings.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    layout = DiagramLayout(diagram, tallies)
  }

  var markup: Markup {
    Drawing(
      anchor: anchor("diagram"), title: "The architecture of \(report.name)",
      description:
        "\(diagram.counts), in three columns. The table below says the same in words.",
      width: layout.width, height: layout.height, hasLinks: true, style: "diagram"
    ).markup(
      "\(heads)\(DiagramEdges(diagram.edges, between: layout.boxes).markup)\(layout.boxes.map(box))"
    )
  }

  private var heads: Markup {
    Collection.allCases.enumerated().map { index, collection in
      label(
        collection.rawValue.uppercasedFirst,
        x: Double(index) * (DiagramLayout.boxWidth + DiagramLayout.gap) + 1, y: 14, "column")
    }.joined(separator: "")
  }

  private func box(_ box: DiagramLayout.Box) -> Markup {
    var y = box.y + 21
    var lines: Markup = ""
    for line in box.name {
      lines += label(line, x: box.x + 14, y: y, "name")
      y += DiagramLayout.nameHeight
    }
    for line in box.detail {
      lines += label(line, x: box.x + 14, y: y - 1, "detail")
      y += DiagramLayout.detailHeight
    }
    let gravest = box.tally.gravest?.rawValue ?? "sound"
    let drawn: Markup = """
      <g class="part \(box.node.collection.rawValue) \(gravest)" data-part="\(box.node.id)">
      <rect x="\(box.x)" y="\(box.y)" width="\(DiagramLayout.boxWidth)" height="\(box.height)" rx="6"/>
      \(lines)\(marks(of: box))</g>

      """
    guard let finding = findings[box.node.id] else { return drawn }
    return "<a href=\"#\(anchor(finding).name)\">\(drawn)</a>\n"
  }

  private func marks(of box: DiagramLayout.Box) -> Markup {
    var marks: [(words: String, style: String)] = []
    if box.tally.fails > 0 {
      marks.append(("\(box.tally.fails) fail", "fail"))
    }
    if box.tally.undeclared > 0 {
      marks.append(("\(box.tally.undeclared) undeclared", "undeclared"))
    }
    var x = box.x + 14
    let y = box.y + box.height - 30
    return marks.map { mark -> Markup in
      let width = Double(mark.words.count) * 6.9 + 14
      defer { x += width + 6 }
      return """
        <g class="badge \(mark.style)"><rect x="\(x)" y="\(y)" width="\(width)" height="19" rx="9.5"/>
        \(label(mark.words, x: x + width / 2, y: y + 13.5, "small", .middle))</g>

        """
    }.joined(separator: "")
  }
}
