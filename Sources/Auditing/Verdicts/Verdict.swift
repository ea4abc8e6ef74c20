/// What a rule says about a subject.
package enum Verdict: Sendable, Equatable {
  case pass
  case fail
  /// It cannot be told before these paths are declared.
  case undeclared([String])
  /// It would pass; whether it applies cannot be told before these paths are declared.
  case passOrNotApplicable([String])
  case notApplicable
}

/// What stands behind the declarations that a pass rests on; of several, the weakest.
package enum EvidenceLevel: String, Sendable, CaseIterable, Comparable {
  case declared
  case implementationKnown = "implementation-known"
  case referenced
  case measured

  /// How much it counts.
  var weight: UInt8 {
    switch self {
    case .declared: 0
    case .implementationKnown: 1
    case .referenced: 2
    case .measured: 3
    }
  }

  /// Nil for a weight that is none of a level: nothing was read.
  init?(weight: UInt8) {
    guard let level = Self.allCases.first(where: { $0.weight == weight }) else { return nil }
    self = level
  }

  package static func < (left: EvidenceLevel, right: EvidenceLevel) -> Bool {
    left.weight < right.weight
  }
}
