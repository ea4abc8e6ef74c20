import SourceText
import Testing

@testable import Auditing

@Suite struct FixNextTests {
  private func fixes(_ verdicts: String) -> [String] {
    Score(Verdicts.table(verdicts)).fixNext.map {
      "\($0.finding.rule) \($0.finding.subject) \(ValueText.short($0.rise.number))"
    }
  }

  @Test func isTheRiseIfThatOnePassed() {
    #expect(fixes("low: F\nlow: P") == ["r0 c0 50"])
    #expect(fixes("low: FFPP\nlow: P") == ["r0 c0 12.5", "r0 c1 12.5"])
    #expect(fixes("medium: F\nlow: F\nlow: P") == ["r0 c0 50", "r1 c0 25"])
    #expect(fixes("low: P\nlow: U").isEmpty)
  }

  @Test func aCriticalRuleRisesWithItsLastFail() {
    #expect(fixes("critical: PF") == ["r0 c1 100"])
    #expect(fixes("critical: FF") == ["r0 c0 0", "r0 c1 0"])
    #expect(fixes("critical: FU") == ["r0 c0 0"])
  }

  @Test func whatHoldsTheNumberDownIsCounted() {
    let passes = "\n" + Array(repeating: "critical: P", count: 9).joined(separator: "\n")
    #expect(fixes("critical: F" + passes) == ["r0 c0 31"])
    // Either of two fails alone still leaves the other, and the numbers at 69.
    let score = Score(Verdicts.table("critical: F\nhigh: F" + passes))
    #expect(score.fixNext.map(\.rise.number) == [20, 0])
    #expect(score.fixNext.map(\.finding.rule) == ["r0", "r1"])
    #expect(score.fixNext[1].rise.uncapped > 4)
  }

  /// The high ones are worth 1.07 points each and the others 1.28, and all are told as worth one: what nobody sees says
  /// less than how grave they are.
  @Test func whatIsPrintedAlikeIsOrderedByHowGraveItIs() {
    let passes = "\n" + Array(repeating: "critical: P", count: 5).joined(separator: "\n")
    let score = Score(
      Verdicts.table(
        "low: F\nmedium: FF\nhigh: FFFFFP\n" + "critical: F\ncritical: F" + passes))
    let points = score.fixNext.map { Rise.whole($0.rise.uncapped) }
    #expect(points == [13, 13, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(
      score.fixNext.map(\.severity)
        == [.critical, .critical] + Array(repeating: .high, count: 5) + [.medium, .medium, .low])
    // Of what is worth the same and as grave, that first which is worth a little more, then by name.
    #expect(score.fixNext.map(\.finding.rule).suffix(3) == ["r1", "r1", "r0"])
  }

  /// While two critical fails hold the number at 69, nothing else raises it, whatever it is worth: they come first, also
  /// where mending one of them gives no point yet.
  @Test func whatHoldsTheNumberDownComesFirst() {
    let passes = "\n" + Array(repeating: "critical: P", count: 9).joined(separator: "\n")
    let held = Score(Verdicts.table("high: F\ncritical: FF" + passes))
    #expect(held.lowCap?.binds == true)
    // Both together raise it: to where the high fail limits it then.
    #expect(held.printedLowWithoutItsFails == 89)
    #expect(Score(Verdicts.table("critical: FU" + passes)).printedLowWithoutItsFails == nil)
    #expect(
      Score(Verdicts.table("critical: F\ncritical: F" + passes)).printedLowWithoutItsFails == 100)
    #expect(held.fixNext.map(\.finding.rule) == ["r1", "r1", "r0"])
    #expect(held.fixNext.map(\.isHolding) == [true, true, false])
    #expect(held.fixNext[2].rise.uncapped > held.fixNext[0].rise.uncapped)
    // Where the number lies below that limit all the same, every fix raises it, and its worth decides.
    let low = Score(Verdicts.table("high: F\ncritical: FF"))
    #expect(low.fixNext.map(\.finding.rule) == ["r0", "r1", "r1"])
    #expect(low.fixNext.allSatisfy { !$0.isHolding })
  }

  @Test func waivedFailsCanBeFixedToo() {
    let key = FindingKey(rule: "r0", subject: "c0")
    let score = Score(Verdicts.table("low: F\nlow: P"), waived: [key])
    #expect(score.fixNext.map(\.finding) == [key])
    #expect(score.fixNext[0].rise.number == 50)
  }
}

@Suite struct DeclareNextTests {
  private func undeclared(_ rule: String, _ severity: Severity = .low, _ paths: String...)
    -> Judgement
  {
    Judgement(
      rule: Verdicts.rule(rule, severity), subject: .system, verdict: .undeclared(paths),
      severity: severity, place: nil)
  }

  private func declarations(_ judgements: [Judgement]) -> [String] {
    Score(judgements).declareNext.map {
      "\($0.record) \($0.verdicts) \(ValueText.short($0.rise.number))"
    }
  }

  @Test func isGroupedByRecordAndRankedByWorth() {
    let judgements = [
      undeclared("a", .low, "objectives.fidelity"),
      undeclared("b", .low, "stores.redis.latency.p95"),
      undeclared("c", .low, "stores.redis.latency.p99"),
      undeclared("d", .low, "agents"),
    ]
    #expect(
      declarations(judgements) == ["stores.redis.latency 2 50", "agents 1 25", "objectives 1 25"])
    #expect(
      Score(judgements).declareNext[0].paths
        == ["stores.redis.latency.p95", "stores.redis.latency.p99"])
  }

  @Test func theRecordAroundHoldsWhatLiesWithin() {
    let judgements = [
      undeclared("a", .low, "stores.redis.latency.p95"),
      undeclared("b", .low, "stores.redis.backup", "stores.redis.latency.p50"),
      undeclared("c", .low, "stores.redis.backup", "stores.other.backup"),
      undeclared("d", .low, "stores.other.backup.every", "stores.other.size"),
    ]
    // Nobody can say what is worth declaring alone where two parts are needed.
    #expect(
      declarations(judgements)
        == ["stores.redis 2 50", "stores.other 1 25", "stores.redis.latency 1 25"])
  }

  @Test func aPassThatMayNotApplyGainsWeight() {
    let open = undeclared("a", .low, "system.domain").with(.passOrNotApplicable(["system.domain"]))
    let fail = Verdicts.of(Verdicts.rule("b", .low), "F")
    #expect(declarations([open] + fail) == ["system 1 50"])
    #expect(declarations([open]) == ["system 1 100"])
  }

  @Test func whatHoldsTheNumberDownIsCounted() {
    let passes = Verdicts.table(Array(repeating: "critical: P", count: 9).joined(separator: "\n"))
    #expect(declarations(passes + [undeclared("a", .critical, "system.domain")]) == ["system 1 31"])
    let fail = Verdicts.of(Verdicts.rule("b", .critical), "F")
    #expect(
      declarations(passes + fail + [undeclared("a", .critical, "system.domain")])
        == ["system 1 0"])
  }

  @Test func equalWorthIsOrderedByPath() {
    let judgements = ["system.b", "model.a", "agents", "workload.c"].enumerated().map {
      undeclared("r\($0.offset)", .low, $0.element)
    }
    #expect(declarations(judgements).map { $0.prefix(5) } == ["agent", "model", "syste", "workl"])
    #expect(declarations(judgements.reversed()) == declarations(judgements))
  }

  @Test func alertsAreRecordsOfTheirOwn() {
    #expect(
      declarations([undeclared("a", .low, "observability.alerts[0].above")])
        == ["observability.alerts[0] 1 100"])
  }
}

@Suite struct SizeTests {
  /// Ten times as many verdicts take about ten times as long: everything here is sums and one sort.
  @Test func growsWithTheVerdicts() {
    let rules = Verdicts.library
    let time = { (subjects: Int) -> Duration in
      let judgements = rules.flatMap {
        Verdicts.of($0, String(repeating: "PFUQ", count: subjects / 4))
      }
      let clock = ContinuousClock()
      return min(clock.measure { _ = Score(judgements) }, clock.measure { _ = Score(judgements) })
    }
    let few = time(1_000)
    #expect(time(10_000) < few * 40)
  }
}
