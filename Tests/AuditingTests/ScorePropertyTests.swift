import TestSupport
import Testing

@testable import Auditing

/// What must hold of any verdicts, tried on many.
@Suite struct ScorePropertyTests {
  private let noise = 1e-6

  private struct Case {
    let judgements: [Judgement]
    let waived: Set<FindingKey>
    let disabled: Set<String>

    var score: Score { score(judgements) }

    func score(_ judgements: [Judgement]) -> Score {
      Score(judgements, waived: waived, disabled: disabled)
    }
  }

  /// Some findings are waived and some rules disabled, in half of the cases.
  private func forEachCase(
    _ seed: UInt64, count: Int = 500, onlyEnabled: Bool = false,
    _ body: (Case, inout SeededGenerator) throws -> Void
  ) rethrows {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<count {
      let judgements = Verdicts.random(&random)
      let isPlain = Bool.random(using: &random)
      let waived = judgements.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let disabled = Verdicts.library.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      let one = Case(
        judgements: judgements, waived: isPlain ? [] : Set(waived.map(\.key)),
        disabled: isPlain || onlyEnabled ? [] : Set(disabled.map(\.id)))
      try body(one, &random)
    }
  }

  @Test func theLowEndIsNeverAboveTheHighOne() {
    forEachCase(1) { one, _ in
      let score = one.score
      guard let interval = score.interval else { return }
      #expect(0 <= interval.low && interval.low <= interval.high && interval.high <= 100)
      #expect(interval.printedLow <= interval.printedHigh)
      #expect((score.described ?? -1) >= 0 && (score.described ?? 2) <= 1)
      #expect((score.assurance ?? 0) >= 0 && (score.assurance ?? 0) <= 1)
    }
  }

  @Test func theOrderOfVerdictsNeverMatters() {
    forEachCase(2) { one, random in
      #expect(one.score(one.judgements.shuffled(using: &random)) == one.score)
    }
  }

  @Test func theLowEndIsFailingWhatIsUndeclaredAndTheHighOnePassingIt() {
    forEachCase(3, onlyEnabled: true) { one, _ in
      guard let interval = one.score.interval else { return }
      let failed = one.judgements.map { judgement in
        switch judgement.verdict {
        case .undeclared: judgement.with(.fail)
        case .passOrNotApplicable: judgement.with(.notApplicable)
        case .pass, .fail, .notApplicable: judgement
        }
      }
      let passed = one.judgements.map { $0.verdict.paths.isEmpty ? $0 : $0.with(.pass) }
      let low = one.score(failed).interval
      #expect(low?.low == interval.low && low?.high == interval.low)
      let high = one.score(passed).interval
      #expect(high?.high == interval.high && high?.low == interval.high)
    }
  }

  /// Whatever a declaration makes of an open verdict, the score was known to be able to come there.
  @Test func decidingAVerdictNeverWidensTheInterval() {
    forEachCase(4) { one, random in
      let open = one.judgements.indices.filter { !one.judgements[$0].verdict.paths.isEmpty }
      guard let index = open.randomElement(using: &random), let before = one.score.interval
      else { return }
      let judgement = one.judgements[index]
      let outcomes: [Verdict] =
        judgement.finding != nil
        ? [.pass, .fail, .notApplicable, .passOrNotApplicable(["x.y"]), .undeclared(["x.y"])]
        : [.pass, .notApplicable]
      for outcome in outcomes {
        let score = one.score(one.judgements.replacing(at: index, with: judgement.with(outcome)))
        guard let after = score.interval else { continue }
        #expect(after.low >= before.low - noise && after.high <= before.high + noise)
        #expect((score.described ?? 0) >= (one.score.described ?? 0) - noise)
      }
    }
  }

  @Test func aFailThatPassesNeverLowersTheLowEnd() {
    forEachCase(5) { one, random in
      let fails = one.judgements.indices.filter { one.judgements[$0].verdict == .fail }
      guard let index = fails.randomElement(using: &random) else { return }
      let fixed = one.score(
        one.judgements.replacing(at: index, with: one.judgements[index].with(.pass)))
      #expect((fixed.interval?.low ?? -1) >= (one.score.interval?.low ?? -1) - noise)
      #expect((fixed.interval?.high ?? -1) >= (one.score.interval?.high ?? -1) - noise)
    }
  }

  @Test func aFixIsWorthWhatItBrings() {
    forEachCase(6, count: 200) { one, _ in
      let score = one.score
      let worth = score.fixNext.map { Rise.whole($0.rise.number) }
      #expect(worth == worth.sorted(by: >))
      for fix in score.fixNext {
        guard let index = one.judgements.firstIndex(where: { $0.key == fix.finding }) else {
          continue
        }
        let fixed = one.score(
          one.judgements.replacing(at: index, with: one.judgements[index].with(.pass)))
        let rise = (fixed.interval?.low ?? 0) - (score.interval?.low ?? 0)
        #expect(abs(rise - fix.rise.number) < noise)
      }
      let enabled = one.judgements.filter { !one.disabled.contains($0.rule.id) }
      #expect(score.fixNext.count == enabled.filter { $0.verdict == .fail }.count)
    }
  }

  @Test func aDeclarationIsWorthWhatItBrings() {
    forEachCase(7, count: 200) { one, _ in
      let score = one.score
      #expect(score.declareNext.map(\.rise) == score.declareNext.map(\.rise).sorted(by: >))
      for declaration in score.declareNext {
        let declared = one.judgements.map { judgement in
          let paths = judgement.verdict.paths
          let lieInside = paths.allSatisfy { $0.hasPrefix(declaration.record + ".") }
          return lieInside && !paths.isEmpty ? judgement.with(.pass) : judgement
        }
        let rise = (one.score(declared).interval?.low ?? 0) - (score.interval?.low ?? 0)
        #expect(abs(rise - declaration.rise.number) < noise)
        #expect(rise > -noise)
      }
    }
  }

  @Test func aWaiverNeverMovesTheShares() {
    forEachCase(8) { one, _ in
      let plain = Score(one.judgements, disabled: one.disabled)
      #expect(one.score.contributions == plain.contributions)
      #expect(one.score.described == plain.described)
      #expect((one.score.interval?.low ?? 0) >= (plain.interval?.low ?? 0))
    }
  }

  @Test func theGateIsTheSameInAnyOrder() {
    let policy = GatePolicy(failOn: .medium, failOnUndeclared: .low, minScore: 50)
    forEachCase(9) { one, random in
      let shuffled = one.judgements.shuffled(using: &random)
      let gate = Gate(policy, one.judgements, score: one.score, disabled: one.disabled)
      #expect(gate == Gate(policy, shuffled, score: one.score(shuffled), disabled: one.disabled))
      #expect(gate.isPassed == gate.reasons.isEmpty)
    }
  }
}
