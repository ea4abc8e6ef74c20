import Testing

@testable import Auditing

@Suite struct ScoreTests {
  /// Verdicts, the two ends, and what is described.
  static let intervals: [(String, Double, Double, Double)] = [
    ("high: P", 100, 100, 1),
    ("low: F\nlow: P", 50, 50, 1),
    ("low: U\nlow: P", 50, 100, 0.5),
    ("low: U", 0, 100, 0),
    // Weights are 10, 5, 2 and 1.
    ("critical: P\nhigh: P\nmedium: P\nlow: F", 100 * 17.0 / 18, 100 * 17.0 / 18, 1),
    ("medium: P\nlow: F", 100 * 2.0 / 3, 100 * 2.0 / 3, 1),
    // A rule counts once, by the share of its subjects that pass.
    ("low: PPPF\nlow: PPPPPPPP", 87.5, 87.5, 1),
    ("low: PPUF", 50, 75, 0.75),
    // A critical one passes only if all do.
    ("critical: PPPU", 0, 100, 0.75),
    ("critical: PPPF\ncritical: P", 50, 50, 1),
    // What passes if it applies has no weight in the low end, and passes in the high one.
    ("low: Q\nlow: F", 0, 50, 0.5),
    ("low: Q\nlow: P", 100, 100, 0.5),
    ("low: QF", 0, 50, 0.5),
    ("critical: QP", 100, 100, 0.5),
    // What does not apply is not there.
    ("low: NNP\ncritical: N", 100, 100, 1),
    // An unwaived fail holds the numbers down; at the low end so does one that may be there.
    ("critical: F\n" + lines("critical: P", 9), 69, 69, 1),
    ("high: F\n" + lines("high: P", 19), 89, 89, 1),
    ("critical: U\n" + lines("critical: P", 9), 69, 100, 0.9),
    ("high: U\n" + lines("high: P", 19), 89, 100, 0.95),
    (
      "high: F\ncritical: U\n" + lines("critical: P", 9), 69, 89, 10 * 9.5 / 105 + 5 / 105 - 5 / 105
    ),
    ("medium: F\n" + lines("medium: P", 19), 95, 95, 1),
  ]

  private static func lines(_ line: String, _ count: Int) -> String {
    Array(repeating: line, count: count).joined(separator: "\n")
  }

  @Test(arguments: intervals)
  func interval(verdicts: String, low: Double, high: Double, described: Double) throws {
    let score = Score(Verdicts.table(verdicts))
    let interval = try #require(score.interval)
    #expect(abs(interval.low - low) < 1e-8)
    #expect(abs(interval.high - high) < 1e-8)
    #expect(abs((score.described ?? -1) - described) < 1e-8)
  }

  @Test func nothingApplicableIsNoScore() {
    for verdicts in ["", "high: N\nlow: NN"] {
      let score = Score(Verdicts.table(verdicts))
      #expect(score.interval == nil && score.grade == nil && score.described == nil)
      #expect(score.contributions.isEmpty && score.lowCap == nil)
    }
    // What may not apply is not known to be applicable.
    let score = Score(Verdicts.table("high: Q"))
    #expect(score.interval == nil && score.grade == nil && score.described == 0)
  }

  @Test func isPrintedOutwards() {
    let interval = Score(Verdicts.table("low: PPPPPPU")).interval
    #expect(interval?.printedLow == 85 && interval?.printedHigh == 100)
    let fails = Score(Verdicts.table("medium: P\nlow: F")).interval
    #expect(fails?.printedLow == 66 && fails?.printedHigh == 67)
    // Ten tenths are one, in whatever order they are added.
    let tenths = Score(
      Verdicts.table((0..<10).map { _ in "low: PPPPPPPPPF" }.joined(separator: "\n")))
    #expect(tenths.interval?.printedLow == 90 && tenths.grade == .a)
  }

  static let grades: [(String, Grade?)] = [
    ("low: PPPPPPPPPF", .a), ("low: PPPPF", .b), ("low: PPPPPPPFFF", .c), ("low: PPPFF", .d),
    ("low: PFF", .f), ("low: PPPPPPPPPU", .a), ("low: PPPUU", .d), ("low: PPPPPUUUU", nil),
    ("high: F\nhigh: PP\ncritical: PPPP\ncritical: PP", .b),
  ]

  @Test(arguments: grades)
  func grade(verdicts: String, grade: Grade?) {
    #expect(Score(Verdicts.table(verdicts)).grade == grade)
  }

  @Test func saysWhatLimitsIt() {
    let critical = Verdicts.table("critical: F\nhigh: U\ncritical: PPPP")
    #expect(
      Score(critical).lowCap
        == Cap(severity: .critical, limit: 69, findings: 1, undecided: 0, binds: false))
    let open = Score(Verdicts.table("high: F\ncritical: U\n" + Self.lines("critical: P", 9)))
    #expect(
      open.lowCap == Cap(severity: .critical, limit: 69, findings: 1, undecided: 1, binds: true))
    #expect(open.highCap == Cap(severity: .high, limit: 89, findings: 1, undecided: 0, binds: true))
    #expect(Score(Verdicts.table("low: F")).lowCap == nil)
  }

  @Test func aRaisedSeverityLimitsAndDoesNotWeigh() {
    let passes = Verdicts.table(Self.lines("critical: P", 9))
    let rule = Verdicts.rule("raised", .low)
    let score = Score(passes + Verdicts.of(rule, "F", severity: .critical))
    #expect(score.interval?.low == 69)
    #expect(score.contributions.last?.weight == 1)
    // Nor does it make a rule pass only if all its subjects do.
    #expect(Score(Verdicts.of(rule, "PF", severity: .critical)).interval?.low == 50)
  }

  @Test func whatMayBeGraverLimitsTheLowEnd() {
    let passes = Verdicts.table(Self.lines("critical: P", 9))
    let fail = Verdicts.of(Verdicts.rule("open", .high), "F")[0]
    let open = Judgement(
      rule: fail.rule, subject: fail.subject, verdict: .fail, severity: .high,
      severityAtWorst: .critical, undecidedBy: ["components.c0.safety_critical"], place: fail.place)
    let score = Score(passes + [open])
    #expect(score.interval == Interval(low: 69, high: 89))
    #expect(score.lowCap?.undecided == 1)
    // What would tell how grave it is can be declared, and the fail stays.
    #expect(score.declareNext.map(\.paths) == [["components.c0.safety_critical"]])
    #expect(score.declareNext.map(\.rise.number) == [20])
  }

  @Test func waivedFindingsCountAndDoNotLimit() {
    let judgements = Verdicts.table("critical: F\n" + Self.lines("critical: P", 9))
    let score = Score(
      judgements,
      waived: [FindingKey(rule: "r0", subject: "c0"), FindingKey(rule: "r1", subject: "c0")])
    #expect(score.interval == Interval(low: 90, high: 90) && score.lowCap == nil)
    #expect(score.waived == [FindingKey(rule: "r0", subject: "c0")])
    let open = Verdicts.table("critical: U\n" + Self.lines("critical: P", 9))
    #expect(
      Score(open, waived: [FindingKey(rule: "r0", subject: "c0")]).interval
        == Interval(low: 90, high: 100))
  }

  static let disabled: [(String, Double, Double)] = [
    ("low: P\nlow: P", 50, 50), ("low: F\nlow: P", 50, 50), ("critical: F\ncritical: P", 50, 50),
    ("low: U\nlow: P", 50, 100), ("low: Q\nlow: P", 50, 100), ("low: PU\nlow: P", 50, 75),
    ("low: N\nlow: P", 100, 100), ("low: Q", 0, 100),
  ]

  /// The first rule of each is disabled.
  @Test(arguments: disabled)
  func disabledRulesHaveFailedWhereTheyApply(verdicts: String, low: Double, high: Double) {
    let score = Score(Verdicts.table(verdicts), disabled: ["r0", "nobody"])
    #expect(score.interval == Interval(low: low, high: high))
    #expect(score.disabled == (verdicts.hasPrefix("low: N") ? [] : ["r0"]))
    #expect(score.lowCap == nil && score.fixNext.isEmpty && score.declareNext.isEmpty)
  }

  static let assurances: [(String, Double?)] = [
    ("low: M", 1), ("low: P", 0), ("low: MP", 0.5), ("low: MF", 1), ("low: F", nil),
    ("medium: M\nlow: P", 2.0 / 3), ("critical: MP", 0), ("critical: MM\nhigh: PP", 2.0 / 3),
    ("critical: MF\nlow: P", 0),
  ]

  @Test(arguments: assurances)
  func assurance(verdicts: String, share: Double?) {
    let assurance = Score(Verdicts.table(verdicts)).assurance
    #expect((assurance == nil) == (share == nil))
    #expect(abs((assurance ?? 0) - (share ?? 0)) < 1e-8)
  }

  @Test func everyRuleShowsWhatItGives() throws {
    let score = Score(Verdicts.table("high: PPU\nlow: Q\nmedium: N\nmedium: F"))
    #expect(score.contributions.map(\.rule) == ["r0", "r1", "r3"])
    let first = try #require(score.contributions.first)
    #expect(first.passed == 2 && first.undeclared == 1 && first.weight == 5 && first.high == 1)
    #expect(score.contributions[1].low == nil && score.contributions[1].high == 1)
    let low = score.contributions.map(\.lowPoints).reduce(0, +)
    #expect(abs(low - (score.interval?.low ?? -1)) < 1e-6)
    let high = score.contributions.map(\.highPoints).reduce(0, +)
    #expect(abs(high - (score.interval?.high ?? -1)) < 1e-6)
  }
}
