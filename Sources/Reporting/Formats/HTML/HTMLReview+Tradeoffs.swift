internal import Analysis
internal import Auditing
internal import SourceText

extension HTMLReview {
  /// The three corners with every component in its place, and what puts it there.
  var tradeoffs: Markup {
    let placements = view.placements
    guard !placements.isEmpty else { return "<p>The file describes no components.</p>\n" }
    let asked = AskedPaths(report.audit.judgements.map(\.verdict.paths))
    let tradeoffs = view.tradeoffs
    let stands =
      tradeoffs.components.map(\.tradeoff).flatMap { row in Corner.allCases.map { row[$0] } }
    let unasked: Markup =
      stands.contains { isUnasked($0, asked) }
      ? """
      <p class="muted">Not asked: no rule waits for that answer, so that it is not among what is undeclared and costs no \
      point. It only leaves the place in the triangle open.</p>

      """ : ""
    let hollow =
      placements.contains(where: \.isOpen)
      ? " A hollow mark leaves a corner open, so that it may stand elsewhere." : ""
    return """
      <p>\(SystemView.analogy)\(hollow)</p>
      <figure class="triangle">
      \(TriangleDrawing(placements, anchor: anchor("triangle")).markup)<figcaption><ol>
      \(placements.enumerated().map { entry($0 + 1, $1) })</ol></figcaption>
      </figure>
      \(table(asked).markup)\(unasked)
      """
  }

  private func entry(_ number: Int, _ placement: SystemView.Placement) -> Markup {
    let names = placement.components.map(code)
    return """
      <li><span class="key \(placement.tone)\(placement.isOpen ? " open" : "")" aria-hidden="true">\(number)</span> <div>\(placement.words)\
      <br>\(names.joined(separator: " "))</div></li>

      """
  }

  private func table(_ asked: AskedPaths?) -> HTMLTable {
    let tradeoffs = view.tradeoffs
    let rows = tradeoffs.components.map { row in
      [code(row.subject)] + Corner.allCases.map { cell(row.tradeoff[$0], asked) }
    }
    let whole: [Markup] =
      ["<strong>the system</strong>"]
      + Corner.allCases.map { cell(tradeoffs.system[$0], asked) }
    return HTMLTable(
      caption: "How each component stands to the three corners, and which facts say so",
      heading: ["Component"] + Corner.allCases.map(\.title), rows: [whole] + rows)
  }

  private func cell(_ stand: Stand, _ asked: AskedPaths?) -> Markup {
    let isUnasked = isUnasked(stand, asked)
    let because: Markup =
      stand.missing.isEmpty
      ? "\(stand.because)"
      : isUnasked
        ? "it would take \(code(stand.missing))" : "the file does not say: \(code(stand.missing))"
    let position = isUnasked ? "not-applicable" : stand.position.rawValue
    return """
      <span class="stand \(position)">\(isUnasked ? "not asked" : stand.position.words)</span> \
      <span class="because">\(because)</span>
      """
  }

  /// Whether it is open and no verdict waits for what would tell.
  private func isUnasked(_ stand: Stand, _ asked: AskedPaths?) -> Bool {
    guard stand.position == .undeclared, let asked else { return false }
    return !stand.missing.contains(where: asked.touch)
  }
}

extension SystemView.Placement {
  /// Whether the file leaves a corner undeclared: its place is drawn hollow.
  var isOpen: Bool { !corners(.undeclared).isEmpty }

  /// What the worst of its corners is.
  var tone: String {
    let worst: [Stand.Position] = [.atRisk, .undeclared, .conceded, .kept]
    return (worst.first { !corners($0).isEmpty } ?? .kept).rawValue
  }

  /// `Keeps availability; concedes consistency`.
  var words: String {
    Stand.Position.allCases.compactMap { position in
      let corners = corners(position).map(\.words).joined(separator: " and ")
      guard !corners.isEmpty else { return nil }
      switch position {
      case .kept: return "keeps \(corners)"
      case .conceded: return "concedes \(corners)"
      case .atRisk: return "risks \(corners)"
      case .undeclared: return "leaves \(corners) open"
      }
    }.joined(separator: "; ").uppercasedFirst
  }
}

extension Corner {
  var words: String {
    switch self {
    case .consistency, .availability: rawValue
    case .partitionTolerance: "partition tolerance"
    }
  }

  var title: String { words.uppercasedFirst }
}
