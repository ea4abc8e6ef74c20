/// The three between which every memory must choose: the article's trilemma, by analogy with the CAP theorem.
package enum Corner: String, CaseIterable, Sendable {
  case consistency
  case availability
  case partitionTolerance = "partition-tolerance"

  /// What the corner means for the memory of an agent.
  package var meaning: String {
    switch self {
    case .consistency: "perfect recall, nothing lost"
    case .availability: "bounded latency and token cost"
    case .partitionTolerance: "working across concurrent sessions and agents"
    }
  }
}

/// How a component, or the system, stands to one corner, and which facts say so.
package struct Stand: Sendable, Equatable {
  package enum Position: String, Sendable, CaseIterable {
    case kept
    case conceded
    case atRisk = "at-risk"
    case undeclared
  }

  package let position: Position
  /// Why, in the words of a sentence without its full stop.
  package let because: String
  /// What would have to be declared to tell.
  package let missing: [String]

  static func kept(_ because: String) -> Stand {
    Stand(position: .kept, because: because, missing: [])
  }

  static func conceded(_ because: String) -> Stand {
    Stand(position: .conceded, because: because, missing: [])
  }

  static func atRisk(_ because: String) -> Stand {
    Stand(position: .atRisk, because: because, missing: [])
  }

  static func undeclared(_ missing: [String]) -> Stand {
    let paths = missing.sorted()
    return Stand(
      position: .undeclared, because: "the file does not say: \(paths.joined(separator: ", "))",
      missing: paths)
  }

  /// The graver of two: a risk before a concession, a concession before what is unknown.
  func worse(_ other: Stand) -> Stand { other.gravity > gravity ? other : self }

  private var gravity: Int {
    switch position {
    case .kept: 0
    case .undeclared: 1
    case .conceded: 2
    case .atRisk: 3
    }
  }
}

/// How something stands to all three corners.
package struct Tradeoff: Sendable, Equatable {
  package let consistency: Stand
  package let availability: Stand
  package let partitionTolerance: Stand

  package subscript(corner: Corner) -> Stand {
    switch corner {
    case .consistency: consistency
    case .availability: availability
    case .partitionTolerance: partitionTolerance
    }
  }
}
