/// How the subjects of one rule came out.
///
/// Each end of the score is what the rule would come to at one of the two extremes of what is not declared. At the
/// low end an undeclared verdict has failed, and one that passes if it applies does not apply; at the high end both
/// have passed. A disabled rule has failed wherever it applies: at the low end wherever it may apply, at the high end
/// only where it surely does.
struct Tally {
  let severity: Severity
  let isDisabled: Bool
  var passed = 0
  /// Passes that rest on more than a declaration.
  var assured = 0
  var failed = 0
  var undeclared = 0
  var passOrNotApplicable = 0

  var weight: Double { severity.weight }
  var decided: Int { passed + failed }
  /// Subjects to which the rule applies, or may apply.
  var subjects: Int { decided + undeclared + passOrNotApplicable }

  /// The share that passes at the low end; nil where the rule has no weight there.
  var low: Double? {
    isDisabled ? share(0, of: subjects) : share(passed, of: decided + undeclared)
  }

  var high: Double? {
    let open = undeclared + passOrNotApplicable
    return share(isDisabled ? open : passed + open, of: subjects)
  }

  /// What rests on more than a declaration, of what passes at the low end.
  var assuredLow: Double? {
    isDisabled ? share(0, of: subjects) : share(assured, of: decided + undeclared)
  }

  /// What is decided, of what applies or may apply.
  var described: Double { subjects == 0 ? 0 : Double(decided) / Double(subjects) }

  /// A rule over several subjects counts once: by the share that passes, and a critical one only if all do.
  private func share(_ passing: Int, of subjects: Int) -> Double? {
    guard subjects > 0 else { return nil }
    if severity == .critical { return passing == subjects ? 1 : 0 }
    return Double(passing) / Double(subjects)
  }

  mutating func count(_ judgement: Judgement) {
    switch judgement.finding {
    case .fail?: failed += 1
    case .undeclared?: undeclared += 1
    case nil:
      switch judgement.verdict {
      case .pass:
        passed += 1
        if let evidence = judgement.evidence, evidence > .declared { assured += 1 }
      case .passOrNotApplicable: passOrNotApplicable += 1
      case .fail, .undeclared, .notApplicable: break
      }
    }
  }

  /// The tally if a fail had passed.
  func fixingOne() -> Tally {
    var fixed = self
    fixed.failed -= 1
    fixed.passed += 1
    return fixed
  }

  /// The tally if so many that are not decided had passed.
  func deciding(undeclared count: Int, passOrNotApplicable other: Int) -> Tally {
    var decided = self
    decided.undeclared -= count
    decided.passOrNotApplicable -= other
    decided.passed += count + other
    return decided
  }
}
