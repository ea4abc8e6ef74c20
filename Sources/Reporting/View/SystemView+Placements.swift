package import Analysis

extension SystemView {
  /// Components that stand alike to the three corners, and where that puts them between these.
  package struct Placement: Sendable {
    package let positions: [Corner: Stand.Position]
    package let components: [String]
    /// How much each corner holds them, together 1; nil where all three are given up.
    package let pull: [Corner: Double]?

    /// The corners in one position, in their order.
    package func corners(_ position: Stand.Position) -> [Corner] {
      Corner.allCases.filter { positions[$0] == position }
    }
  }

  /// A corner that is kept holds with all its strength, one of which the file does not say with half of it, and one
  /// that is given up not at all. Where all of them together hold less than one would, the rest pulls to the middle.
  var placements: [Placement] {
    var order: [[Stand.Position]] = []
    var components: [[Stand.Position]: [String]] = [:]
    for row in tradeoffs.components {
      let positions = Corner.allCases.map { row.tradeoff[$0].position }
      if components[positions] == nil { order.append(positions) }
      components[positions, default: []].append(row.subject)
    }
    return order.map { positions in
      let strengths = positions.map(\.pull)
      let sum = strengths.reduce(0, +)
      let rest = max(1 - sum, 0) / Double(strengths.count)
      return Placement(
        positions: Dictionary(
          zip(Corner.allCases, positions), uniquingKeysWith: { first, _ in first }),
        components: components[positions] ?? [],
        pull: sum == 0
          ? nil
          : Dictionary(
            zip(Corner.allCases, strengths.map { ($0 + rest) / max(sum, 1) }),
            uniquingKeysWith: { first, _ in first }
          ))
    }
  }
}

extension Stand.Position {
  fileprivate var pull: Double {
    switch self {
    case .kept: 1
    case .undeclared: 0.5
    case .conceded, .atRisk: 0
    }
  }
}
