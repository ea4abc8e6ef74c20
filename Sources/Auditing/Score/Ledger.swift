/// The tallies of all rules with their sums, from which both ends of the score follow, and what an end would be if
/// something else were so.
struct Ledger {
  /// In the order of the rules' ids, so that sums are the same in whatever order the verdicts came.
  let tallies: [Tally]
  /// For each judgement, the place of its rule's tally.
  let places: [Int]
  /// Unwaived findings that limit the low end, where what is not declared has failed, as gravely as it may.
  private(set) var lowCaps = CapCount()
  /// Unwaived fails.
  private(set) var highCaps = CapCount()
  private var lowPoints = 0.0
  private var lowWeight = 0.0
  private var highPoints = 0.0
  private var highWeight = 0.0

  init(_ judgements: [Judgement], waived: Set<FindingKey>, disabled: Set<String>) {
    (tallies, places) = Self.tallied(judgements, disabled: disabled)
    for tally in tallies {
      if let low = tally.low {
        lowPoints += tally.weight * low
        lowWeight += tally.weight
      }
      if let high = tally.high {
        highPoints += tally.weight * high
        highWeight += tally.weight
      }
    }
    for (judgement, place) in zip(judgements, places) where judgement.verdict.isFinding {
      guard !tallies[place].isDisabled, waived.isEmpty || !waived.contains(judgement.key) else {
        continue
      }
      lowCaps.add(judgement.severityAtWorst)
      if judgement.verdict == .fail { highCaps.add(judgement.severity) }
    }
  }

  private static func tallied(_ judgements: [Judgement], disabled: Set<String>) -> (
    [Tally], [Int]
  ) {
    var tallies: [Tally] = []
    var placeOfRule: [ObjectIdentifier: Int] = [:]
    var places: [Int] = []
    places.reserveCapacity(judgements.count)
    // The verdicts of a rule mostly follow each other.
    var last: (rule: Rule, place: Int)?
    for judgement in judgements {
      let rule = judgement.rule
      let place: Int
      if let last, last.rule === rule {
        place = last.place
      } else if let known = placeOfRule[ObjectIdentifier(rule)] {
        place = known
      } else {
        place = tallies.count
        placeOfRule[ObjectIdentifier(rule)] = place
        tallies.append(Tally(rule: rule, isDisabled: disabled.contains(rule.id)))
      }
      last = (rule, place)
      tallies[place].count(judgement)
      places.append(place)
    }
    let order = tallies.indices.sorted { tallies[$0].rule.id < tallies[$1].rule.id }
    var rank = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { rank[old] = new }
    return (order.map { tallies[$0] }, places.map { rank[$0] })
  }
}

extension Ledger {
  /// One end of the score, before and after what limits it.
  struct End {
    let uncapped: Double
    let number: Double
  }

  /// Nil where no rule has weight at the low end: nothing is applicable.
  var low: End? { end(lowPoints, lowWeight, lowCaps) }

  var high: End? { end(highPoints, highWeight, highCaps) }

  /// The points of a hundred that a share of a rule's weight comes to, at the low end.
  func lowPoints(of tally: Tally) -> Double {
    lowWeight > 0 ? steady(100 * tally.weight * (tally.low ?? 0) / lowWeight) : 0
  }

  func highPoints(of tally: Tally) -> Double {
    highWeight > 0 ? steady(100 * tally.weight * (tally.high ?? 0) / highWeight) : 0
  }

  /// By how much the low end would rise if some tallies were others, and these findings did not limit it.
  func rise(_ changes: [(place: Int, tally: Tally)], without caps: CapCount) -> Rise {
    var points = lowPoints
    var weight = lowWeight
    for (place, changed) in changes {
      let tally = tallies[place]
      points += tally.weight * ((changed.low ?? 0) - (tally.low ?? 0))
      weight += (changed.low == nil ? 0 : tally.weight) - (tally.low == nil ? 0 : tally.weight)
    }
    let before = low
    let after = end(points, weight, lowCaps.without(caps))
    return Rise(
      number: steady((after?.number ?? 0) - (before?.number ?? 0)),
      uncapped: steady((after?.uncapped ?? 0) - (before?.uncapped ?? 0)))
  }

  private func end(_ points: Double, _ weight: Double, _ caps: CapCount) -> End? {
    guard weight > 0 else { return nil }
    let number = steady(100 * points / weight)
    return End(uncapped: number, number: min(number, caps.limit))
  }
}

/// By how much the low end of the score would rise.
package struct Rise: Hashable, Comparable, Sendable {
  package let number: Double
  /// The same as if nothing limited the score. It is what remains to be gained where a finding that is left holds the
  /// number down.
  package let uncapped: Double

  package static func < (left: Rise, right: Rise) -> Bool {
    (left.number, left.uncapped) < (right.number, right.uncapped)
  }
}

/// A number without the last few bits, which depend on the order of additions: 90 is 90 and not a little less.
func steady(_ number: Double) -> Double {
  (number * 1e9).rounded() / 1e9
}
