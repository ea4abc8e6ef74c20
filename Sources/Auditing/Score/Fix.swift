/// A fail, and what it would be worth if it passed and all else stayed.
package struct Fix: Equatable, Sendable {
  package let finding: FindingKey
  package let severity: Severity
  package let isWaived: Bool
  package let rise: Rise

  /// Those first that are worth most, then the gravest. A disabled rule gains nothing from a fix.
  static func ranked(_ judgements: [Judgement], _ ledger: Ledger, waived: Set<FindingKey>) -> [Fix]
  {
    zip(judgements, ledger.places).compactMap { judgement, place in
      let tally = ledger.tallies[place]
      guard judgement.verdict.isFail, !tally.isDisabled else { return nil }
      let key = judgement.key
      let isWaived = waived.contains(key)
      var caps = CapCount()
      if !isWaived { caps.add(judgement.severityAtWorst) }
      return Fix(
        finding: key, severity: judgement.severity, isWaived: isWaived,
        rise: ledger.rise([(place, tally.fixingOne())], without: caps))
    }.sorted { left, right in
      if left.rise != right.rise { return left.rise > right.rise }
      if left.severity != right.severity { return left.severity > right.severity }
      return left.finding < right.finding
    }
  }
}
