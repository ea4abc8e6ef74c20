/// The lines between the parts of a diagram. The ends at one side of a part are spread over it, in the order of what
/// they lead to, so that they can be told apart.
struct DiagramEdges {
  private typealias Box = DiagramLayout.Box
  private typealias Edge = SystemView.Diagram.Edge

  private enum Side: Hashable {
    case left
    case right
  }

  private struct Port: Hashable {
    let part: String
    let side: Side
  }

  private let edges: [SystemView.Diagram.Edge]
  private let boxes: [String: DiagramLayout.Box]

  init(_ edges: [SystemView.Diagram.Edge], between boxes: [DiagramLayout.Box]) {
    self.edges = edges
    self.boxes = Dictionary(
      boxes.map { ($0.node.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var markup: Markup {
    var ends: [Port: [(edge: Int, other: Double)]] = [:]
    for (index, edge) in edges.enumerated() {
      guard let from = boxes[edge.from], let to = boxes[edge.to] else { continue }
      ends[Port(part: edge.from, side: .right), default: []].append((index, to.middle))
      ends[Port(part: edge.to, side: side(of: edge)), default: []].append((index, from.middle))
    }
    let heights = ends.mapValues { ends in
      let ordered = ends.sorted { ($0.other, $0.edge) < ($1.other, $1.edge) }
      return Dictionary(
        ordered.enumerated().map { ($1.edge, Double($0 + 1) / Double(ordered.count + 1)) },
        uniquingKeysWith: { first, _ in first })
    }
    return edges.enumerated().map { index, edge in
      guard let from = boxes[edge.from], let to = boxes[edge.to],
        let start = heights[Port(part: edge.from, side: .right)]?[index],
        let end = heights[Port(part: edge.to, side: side(of: edge))]?[index]
      else { return "" }
      return line(edge, from.right, from.y + from.height * start, to, to.y + to.height * end)
    }.joined(separator: "")
  }

  /// What is made of a component stands in the same column.
  private func side(of edge: Edge) -> Side { edge.kind == .becomes ? .right : .left }

  private func line(_ edge: Edge, _ x: Double, _ y: Double, _ to: Box, _ end: Double) -> Markup {
    let path: Markup
    let heads: Markup
    switch edge.kind {
    case .becomes:
      // A long way round leads further out than a short one, so that they do not run over each other.
      let bulge = x + min(28 + abs(end - y) / 9, DiagramLayout.gap)
      path = "M\(x) \(y)C\(bulge) \(y) \(bulge) \(end) \(to.right + 7) \(end)"
      heads = head(to.right, end, pointing: .left)
    case .reads:
      path = curve(x + 7, y, to.x, end)
      heads = head(x, y, pointing: .left)
    case .writes:
      path = curve(x, y, to.x - 7, end)
      heads = head(to.x, end, pointing: .right)
    case .readsAndWrites:
      path = curve(x + 7, y, to.x - 7, end)
      heads = head(x, y, pointing: .left) + head(to.x, end, pointing: .right)
    case .keptIn:
      path = curve(x, y, to.x, end)
      heads = ""
    }
    return """
      <g class="edge \(style(of: edge))" data-from="\(edge.from)" data-to="\(edge.to)"><path d="\(path)"/>\(heads)</g>

      """
  }

  private func style(of edge: Edge) -> String {
    switch edge.kind {
    case .reads: "reads"
    case .writes, .readsAndWrites: "writes"
    case .keptIn: "kept"
    case .becomes: "becomes"
    }
  }

  private func curve(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> Markup {
    let middle = (x + toX) / 2
    return "M\(x) \(y)C\(middle) \(y) \(middle) \(toY) \(toX) \(toY)"
  }

  private func head(_ x: Double, _ y: Double, pointing side: Side) -> Markup {
    let back = side == .left ? x + 7 : x - 7
    return "<path class=\"head\" d=\"M\(x) \(y)L\(back) \(y - 3.5)V\(y + 3.5)Z\"/>"
  }
}
