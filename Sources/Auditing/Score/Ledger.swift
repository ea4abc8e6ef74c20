/// The tallies of all rules with their sums, from which both ends of the score follow, and what an end would be if
/// something else were so.
struct Ledger {
  /// In the order in which the verdicts of their rules first came. Sums are the same in whatever order that is: they are
  /// rounded to what does not depend on it.
  let tallies: [Tally]
  /// The rule of each tally.
  let rules: [Rule]
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

  init(
    _ judgements: [Judgement], of rules: [Rule], waived: Set<FindingKey>, disabled: Set<String>
  ) {
    var counting = Counting(judgements.count, of: rules, disabled: disabled)
    for judgement in judgements {
      let isDisabled = counting.count(judgement)
      guard let finding = judgement.finding, !isDisabled,
        waived.isEmpty || !waived.contains(judgement.key)
      else { continue }
      lowCaps.add(judgement.severityAtWorst)
      if finding == .fail { highCaps.add(judgement.severity) }
    }
    tallies = counting.tallies
    self.rules = counting.applied
    places = counting.places
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
  }
}

/// Counts how the subjects of each rule came out.
private struct Counting {
  private(set) var tallies: [Tally] = []
  private(set) var applied: [Rule] = []
  private(set) var places: [Int] = []
  private let rules: [Rule]
  private let disabled: Set<String>
  private var placeOfRule: [Int?]
  /// Verdicts mostly come in the order of their rules, so that each is found where the last one was, or soon after.
  private var next = 0

  init(_ judgements: Int, of rules: [Rule], disabled: Set<String>) {
    self.rules = rules
    self.disabled = disabled
    placeOfRule = Array(repeating: nil, count: rules.count)
    let most = min(rules.count, judgements)
    tallies.reserveCapacity(most)
    applied.reserveCapacity(most)
    places.reserveCapacity(judgements)
  }

  /// Whether its rule is disabled.
  @inline(__always)
  mutating func count(_ judgement: Judgement) -> Bool {
    let found = rules.place(of: judgement.rule, from: next)
    let place = found.flatMap { placeOfRule[$0] } ?? tallies.count
    if place == tallies.count {
      let rule = judgement.rule
      let isDisabled = !disabled.isEmpty && disabled.contains(rule.id)
      tallies.append(Tally(severity: rule.severity, isDisabled: isDisabled))
      applied.append(rule)
    }
    if let found {
      placeOfRule[found] = place
      next = found
    }
    tallies[place].count(judgement)
    places.append(place)
    return tallies[place].isDisabled
  }
}

extension [Rule] {
  /// Where a rule is, sought from a place on and then from the beginning.
  fileprivate func place(of rule: Rule, from start: Int) -> Int? {
    self[start...].firstIndex { $0 === rule } ?? self[..<start].firstIndex { $0 === rule }
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
package func steady(_ number: Double) -> Double {
  (number * 1e9).rounded() / 1e9
}
