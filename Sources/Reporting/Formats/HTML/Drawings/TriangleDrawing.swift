internal import Analysis

/// The three corners, and between them the components: the nearer to a corner, the more it holds them.
struct TriangleDrawing {
  private let placements: [SystemView.Placement]
  private let anchor: Anchor

  init(_ placements: [SystemView.Placement], anchor: Anchor) {
    self.placements = placements
    self.anchor = anchor
  }

  private struct Point: Hashable {
    let x: Double
    let y: Double
  }

  private static let width = 380.0
  private static let height = 352.0

  private static func place(of corner: Corner) -> Point {
    switch corner {
    case .consistency: Point(x: 190, y: 46)
    case .availability: Point(x: 40, y: 306)
    case .partitionTolerance: Point(x: 340, y: 306)
    }
  }

  var markup: Markup {
    let words = placements.enumerated().map { index, placement in
      "\(index + 1): \(placement.components.joined(separator: ", ")): \(placement.words)."
    }
    return Drawing(
      anchor: anchor, title: "The components between the three corners",
      description: words.joined(separator: " "), width: Self.width, height: Self.height
    ).markup("\(outline)\(corners)\(marks)")
  }

  private var outline: Markup {
    let points = Corner.allCases.map { corner -> Markup in
      let place = Self.place(of: corner)
      return "\(place.x),\(place.y)"
    }
    return "<polygon class=\"outline\" points=\"\(points.joined(separator: " "))\"/>\n"
  }

  private var corners: Markup {
    label(Corner.consistency.title, x: 190, y: 18, "strong", .middle)
      + label(Corner.availability.title, x: 2, y: 340, "strong")
      + label(Corner.partitionTolerance.title, x: Self.width - 2, y: 340, "strong", .end)
  }

  /// Those that would cover each other stand side by side.
  private var marks: Markup {
    let points = placements.map(point)
    return placements.indices.map { index -> Markup in
      let alike = points.indices.filter { points[$0] == points[index] }
      let turn = Double(alike.firstIndex(of: index) ?? 0) - Double(alike.count - 1) / 2
      let x = points[index].x + turn * 30
      let y = points[index].y
      return """
        <g class="place \(placements[index].tone)\(placements[index].isOpen ? " open" : "")"><circle cx="\(x)" cy="\(y)" r="13"/>
        \(label("\(index + 1)", x: x, y: y + 4.5, "number", .middle))</g>

        """
    }.joined(separator: "")
  }

  /// What no corner holds stands outside.
  private func point(of placement: SystemView.Placement) -> Point {
    guard let pull = placement.pull else { return Point(x: 60, y: 60) }
    return Corner.allCases.reduce(Point(x: 0, y: 0)) { point, corner in
      let place = Self.place(of: corner)
      let share = pull[corner] ?? 0
      return Point(x: point.x + share * place.x, y: point.y + share * place.y)
    }
  }
}
