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
    let binding = ledger.binding
    return zip(judgements, ledger.places).compactMap { judgement, place in
      let tally = ledger.tallies[place]
      guard judgement.finding == .fail, !tally.isDisabled else { return nil }
      let key = judgement.key
      let isWaived = waived.contains(key)
      var caps = CapCount()
      if !isWaived { caps.add(judgement.severityAtWorst) }
      return Fix(
        finding: key, severity: judgement.severity,
        rise: ledger.rise([(place, tally.fixingOne())], without: caps),
        isHolding: !isWaived && judgement.severityAtWorst == binding)
    }.sorted { left, right in
      if left.isHolding != right.isHolding { return left.isHolding }
      if left.rise.points != right.rise.points { return left.rise.points > right.rise.points }
      if left.severity != right.severity { return left.severity > right.severity }
      if left.rise != right.rise { return left.rise > right.rise }
      return left.finding < right.finding
    }
  }
}

extension Score {
  /// The low end, as it is printed, if all fails that limit it passed; nil where something else limits it too.
  package var printedLowWithoutItsFails: Int? {
    guard let interval, let lowCap, lowCap.binds, lowCap.undecided == 0 else { return nil }
    var fixed: [Int: Tally] = [:]
    var caps = CapCount()
    for (judgement, place) in zip(judgements, ledger.places)
    where judgement.severityAtWorst == lowCap.severity && judgement.finding == .fail
      && !ledger.tallies[place].isDisabled && !waivedKeys.contains(judgement.key)
    {
      fixed[place] = (fixed[place] ?? ledger.tallies[place]).fixingOne()
      caps.add(judgement.severityAtWorst)
    }
    let changes = fixed.sorted { $0.key < $1.key }.map { (place: $0.key, tally: $0.value) }
    let low = interval.low + ledger.rise(changes, without: caps).number
    return Interval(low: low, high: low).printedLow
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
