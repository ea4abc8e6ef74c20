/// What the verdicts come to: an interval that is honest about what is not declared.
package struct Score: Sendable {
  /// Nil where nothing is applicable: there is no score.
  package let interval: Interval?
  /// The share of the weight of what applies, or may apply, that is decided; nil where nothing does.
  package let described: Double?
  /// Nil where too little is described.
  package let grade: Grade?
  /// The share of the passed weight that rests on more than a declaration; nil where nothing passed.
  package let assurance: Double?
  /// What limits the low end, if anything does.
  package let lowCap: Cap?
  package let highCap: Cap?
  /// Findings that are waived: they count as failed, or as undeclared, all the same.
  package let waived: [FindingKey]
  /// The ids of the rules that are disabled and apply, or may: they count as failed.
  package let disabled: [String]
  private let ledger: Ledger
  private let judgements: [Judgement]
  private let waivedKeys: Set<FindingKey>

  /// - Parameters:
  ///   - rules: All rules whose verdicts these are, best in the order of these; those of the judgements unless given.
  ///   - disabled: The ids of rules that the configuration disables; their verdicts are among the judgements.
  package init(
    _ judgements: [Judgement], of rules: [Rule]? = nil, waived: Set<FindingKey> = [],
    disabled: Set<String> = []
  ) {
    let ledger = Ledger(
      judgements, of: rules ?? Self.rules(of: judgements), waived: waived, disabled: disabled)
    if let low = ledger.low, let high = ledger.high {
      interval = Interval(low: low.number, high: high.number)
      lowCap = ledger.lowCaps.cap(on: low, fails: ledger.highCaps)
      highCap = ledger.highCaps.cap(on: high, fails: ledger.highCaps)
    } else {
      interval = nil
      lowCap = nil
      highCap = nil
    }
    let described = Self.share(in: ledger) { ($0.weight * $0.described, of: $0.weight) }
    self.described = described
    let low = interval?.low
    grade = low.flatMap { low in
      described.flatMap { $0 < Self.enoughDescribed ? nil : Grade(low) }
    }
    assurance = Self.share(in: ledger) {
      ($0.weight * ($0.assuredLow ?? 0), of: $0.weight * ($0.low ?? 0))
    }
    self.waived =
      waived.isEmpty
      ? []
      : judgements.filter { $0.finding != nil && waived.contains($0.key) }.map(\.key).sorted()
    self.disabled =
      disabled.isEmpty
      ? []
      : zip(ledger.tallies, ledger.rules).filter { $0.0.isDisabled && $0.0.subjects > 0 }
        .map(\.1.id).sorted()
    self.ledger = ledger
    self.judgements = judgements
    waivedKeys = waived
  }

  private static func rules(of judgements: [Judgement]) -> [Rule] {
    var seen: Set<ObjectIdentifier> = []
    return judgements.map(\.rule).filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// Of every rule that applies or may apply, in the order of their ids.
  package var contributions: [Contribution] {
    contributions { _ in true }.sorted { $0.rule < $1.rule }
  }

  /// Of such rules, in the order of the rules.
  package func contributions(of isWanted: (Rule) -> Bool) -> [Contribution] {
    zip(ledger.tallies, ledger.rules).filter { $0.0.subjects > 0 && isWanted($0.1) }
      .map { Contribution($0, of: $1, in: ledger) }
  }

  /// The fails, those first that are worth most.
  package var fixNext: [Fix] { Fix.ranked(judgements, ledger, waived: waivedKeys) }

  /// The low end, as it is printed, if all fails that limit it passed; nil where something else limits it too.
  package var printedLowWithoutItsFails: Int? {
    guard let interval, let lowCap, lowCap.binds, lowCap.undecided == 0 else { return nil }
    let rise = Fix.riseOfHolding(judgements, ledger, waived: waivedKeys)
    return Interval(low: interval.low + rise.number, high: interval.high).printedLow
  }

  /// The records with something to declare, those first that are worth most.
  package var declareNext: [Declaration] {
    Declaration.ranked(judgements, ledger, waived: waivedKeys)
  }

  /// Under this share there is no grade.
  package static let enoughDescribed = 0.6

  /// The share of what applies or may apply.
  private static func share(
    in ledger: Ledger, _ share: (Tally) -> (part: Double, of: Double)
  ) -> Double? {
    var part = 0.0
    var whole = 0.0
    for tally in ledger.tallies where tally.subjects > 0 {
      let own = share(tally)
      part += own.part
      whole += own.of
    }
    return whole > 0 ? steady(part / whole) : nil
  }
}

extension Score: Equatable {
  package static func == (left: Score, right: Score) -> Bool {
    left.interval == right.interval && left.described == right.described
      && left.assurance == right.assurance && left.lowCap == right.lowCap
      && left.highCap == right.highCap && left.waived == right.waived
      && left.disabled == right.disabled && left.contributions == right.contributions
      && left.fixNext == right.fixNext && left.declareNext == right.declareNext
  }
}

/// Between which numbers the score lies, from 0 to 100. Compared as it is; printed rounded outwards.
package struct Interval: Equatable, Sendable {
  package let low: Double
  package let high: Double

  package var printedLow: Int { Int(low.rounded(.down)) }
  package var printedHigh: Int { Int(high.rounded(.up)) }
}

/// What the low end is worth; the best first.
package enum Grade: String, Sendable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case f = "F"

  init(_ low: Double) {
    self = Self.allCases.first { low >= $0.start } ?? .f
  }

  /// The number from which on it is given.
  package var start: Double {
    switch self {
    case .a: 90
    case .b: 80
    case .c: 70
    case .d: 60
    case .f: 0
    }
  }
}

/// What one rule gives to the score.
package struct Contribution: Equatable, Sendable {
  package let rule: String
  package let weight: Double
  package let isDisabled: Bool
  package let passed: Int
  package let failed: Int
  package let undeclared: Int
  package let passOrNotApplicable: Int
  /// The share of its weight that passes at the low end; nil where it has no weight there.
  package let low: Double?
  package let high: Double?
  /// The points of a hundred that it gives, before anything limits the number.
  package let lowPoints: Double
  package let highPoints: Double

  init(_ tally: Tally, of rule: Rule, in ledger: Ledger) {
    self.rule = rule.id
    weight = tally.weight
    isDisabled = tally.isDisabled
    passed = tally.passed
    failed = tally.failed
    undeclared = tally.undeclared
    passOrNotApplicable = tally.passOrNotApplicable
    low = tally.low
    high = tally.high
    lowPoints = ledger.lowPoints(of: tally)
    highPoints = ledger.highPoints(of: tally)
  }
}
