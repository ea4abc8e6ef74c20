package import Analysis

extension SystemView {
  /// How a component stands to the three corners, and which facts say so.
  package struct TradeoffRow: Sendable {
    package let subject: String
    package let tradeoff: Tradeoff
  }

  /// How the system and its components stand to the three corners.
  package struct Tradeoffs: Sendable {
    package let components: [TradeoffRow]
    package let system: Tradeoff
  }

  package var tradeoffs: Tradeoffs {
    let rows = system.components.map {
      TradeoffRow(subject: $0.id, tradeoff: system.tradeoff(of: $0))
    }
    return Tradeoffs(components: rows, system: system.tradeoff(rows.map(\.tradeoff)))
  }

  package static let analogy =
    "By analogy with the CAP theorem: "
    + Corner.allCases.map { "\($0.rawValue) is \($0.meaning)" }.joined(separator: "; ")
    + ". Each is "
    + Stand.Position.allCases.map { "\($0.words) where \($0.meaning)" }.joined(separator: ", ")
    + "."
}

extension Stand.Position {
  /// What it takes for a corner to stand so.
  fileprivate var meaning: String {
    switch self {
    case .kept: "nothing gives it up"
    case .conceded: "the design gives it up"
    case .atRisk: "the design does not give it up and nothing holds it"
    case .undeclared: "the file does not say"
    }
  }

  package var words: String {
    switch self {
    case .kept: "kept"
    case .conceded: "conceded"
    case .atRisk: "at risk"
    case .undeclared: "undeclared"
    }
  }
}
