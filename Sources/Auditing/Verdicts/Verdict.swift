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

  private var rank: Int {
    switch self {
    case .declared: 0
    case .implementationKnown: 1
    case .referenced: 2
    case .measured: 3
    }
  }

  package static func < (left: EvidenceLevel, right: EvidenceLevel) -> Bool {
    left.rank < right.rank
  }
}
