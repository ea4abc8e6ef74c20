/// A limit that an unwaived finding sets on the score, whatever else passes.
package struct Cap: Equatable, Sendable {
  package let severity: Severity
  package let limit: Double
  /// How many findings set it, and how many of those may turn out to be as grave, or not.
  package let findings: Int
  package let undecided: Int
  /// Whether the number would be higher without it.
  package let binds: Bool
}

/// How many unwaived findings limit one end of the score, by how grave they are.
struct CapCount {
  private var critical = 0
  private var high = 0

  mutating func add(_ severity: Severity, _ count: Int = 1) {
    switch severity {
    case .critical: critical += count
    case .high: high += count
    case .medium, .low: break
    }
  }

  func without(_ other: CapCount) -> CapCount {
    var rest = self
    rest.critical -= other.critical
    rest.high -= other.high
    return rest
  }

  /// The gravest severity that is there and sets a limit.
  var severity: Severity? { critical > 0 ? .critical : high > 0 ? .high : nil }

  var limit: Double { severity?.scoreLimit ?? 100 }

  /// The limit of an end of the score; `fails` are those of the findings that surely fail.
  func cap(on end: Ledger.End, fails: CapCount) -> Cap? {
    guard let severity else { return nil }
    return Cap(
      severity: severity, limit: limit, findings: count(severity),
      undecided: count(severity) - fails.count(severity),
      binds: end.uncapped > limit)
  }

  private func count(_ severity: Severity) -> Int {
    switch severity {
    case .critical: critical
    case .high: high
    case .medium, .low: 0
    }
  }
}
