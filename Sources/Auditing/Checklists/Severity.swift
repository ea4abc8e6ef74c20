internal import Architecture

/// How grave a fail is.
package enum Severity: String, CaseIterable, Sendable {
  case low
  case medium
  case high
  case critical

  /// What a rule of this base severity weighs in the score.
  package var weight: Double {
    switch self {
    case .low: 1
    case .medium: 2
    case .high: 5
    case .critical: 10
    }
  }

  /// The number that the score cannot exceed while an unwaived finding is so grave.
  package var scoreLimit: Double {
    switch self {
    case .low, .medium: 100
    case .high: 89
    case .critical: 69
    }
  }

  /// The graver, the greater.
  package var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}

extension Severity: Comparable {
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

extension Choice {
  static let severities = Choice(Severity.allCases.map { Option($0.rawValue) })
}
