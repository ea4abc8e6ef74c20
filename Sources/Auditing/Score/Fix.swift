/// A fail, and what it would be worth if it passed and all else stayed.
package struct Fix: Equatable, Sendable {
  package let finding: FindingKey
  package let severity: Severity
  package let rise: Rise
  /// Whether it is one of those that hold the number down: until none is left, nothing else raises it.
  package let isHolding: Bool

  /// What holds the number down comes first, then what is worth most. What is printed as worth the same is ordered by
  /// how grave it is: a fraction of a point that nobody sees puts nothing before what is graver. A disabled rule gains
  /// nothing from a fix.
  static func ranked(_ judgements: [Judgement], _ ledger: Ledger, waived: Set<FindingKey>) -> [Fix]
  {
    candidates(judgements, ledger, waived: waived).map { judgement, place, isWaived, isHolding in
      var caps = CapCount()
      if !isWaived { caps.add(judgement.severityAtWorst) }
      return Fix(
        finding: judgement.key, severity: judgement.severity,
        rise: ledger.rise([(place, ledger.tallies[place].fixingOne())], without: caps),
        isHolding: isHolding)
    }.sorted { left, right in
      if left.isHolding != right.isHolding { return left.isHolding }
      if left.rise.points != right.rise.points { return left.rise.points > right.rise.points }
      if left.severity != right.severity { return left.severity > right.severity }
      if left.rise != right.rise { return left.rise > right.rise }
      return left.finding < right.finding
    }
  }

  /// What all would be worth together that hold the number down.
  static func riseOfHolding(
    _ judgements: [Judgement], _ ledger: Ledger, waived: Set<FindingKey>
  ) -> Rise {
    var fixed: [Int: Tally] = [:]
    var caps = CapCount()
    for fail in candidates(judgements, ledger, waived: waived) where fail.isHolding {
      fixed[fail.place] = (fixed[fail.place] ?? ledger.tallies[fail.place]).fixingOne()
      caps.add(fail.judgement.severityAtWorst)
    }
    let changes = fixed.sorted { $0.key < $1.key }.map { (place: $0.key, tally: $0.value) }
    return ledger.rise(changes, without: caps)
  }

  /// The fails of rules that count, each with the place of its rule's tally.
  private static func candidates(
    _ judgements: [Judgement], _ ledger: Ledger, waived: Set<FindingKey>
  ) -> [(judgement: Judgement, place: Int, isWaived: Bool, isHolding: Bool)] {
    let binding = ledger.binding
    return zip(judgements, ledger.places).compactMap { judgement, place in
      guard judgement.finding == .fail, !ledger.tallies[place].isDisabled else { return nil }
      let isWaived = waived.contains(judgement.key)
      return (judgement, place, isWaived, !isWaived && judgement.severityAtWorst == binding)
    }
  }
}

extension Rise {
  /// The points as they are printed. Less than one is none.
  fileprivate var points: (Int, Int) { (Self.whole(number), Self.whole(uncapped)) }

  /// As many whole points as are told of a rise; 0 where that is under 1.
  package static func whole(_ rise: Double) -> Int { rise >= 0.95 ? Int(rise.rounded()) : 0 }
}

extension Ledger {
  /// How grave that is which holds the low end down, where anything does.
  fileprivate var binding: Severity? {
    guard let low, low.uncapped > lowCaps.limit else { return nil }
    return lowCaps.severity
  }
}
