internal import Analysis
internal import Synchronization
internal import Threads

/// All that rules say about one system.
struct Hearing {
  /// Where the rules were asked.
  let worlds: [RuleWorld]
  /// The verdicts on all subjects to which a rule applies, or may apply, in the order of rules and subjects.
  let judgements: [Judgement]
  /// For each rule, how many subjects it has nothing to say about.
  let notApplicable: [Int]
  /// The rules that could not be evaluated, in their order.
  let failures: [RuleFailure]
  /// Whether the rules would have taken so long that some were left out.
  let isCutShort: Bool

  init(_ questions: Questions, in world: RuleWorld) {
    self.init(questions, of: world.system, judges: 1) { world }
  }

  /// - Parameters:
  ///   - judges: How many share the work, each on a thread of its own.
  ///   - world: A world for a judge.
  init(
    _ questions: Questions, of system: AnalyzedSystem, judges count: Int,
    _ world: @escaping @Sendable () -> RuleWorld
  ) {
    let docket = Docket(questions.asked(of: system))
    var judges: [Judge] = []
    let workers = inParallel(count) { _ -> Judge? in
      guard let first = docket.next() else { return nil }
      var judge = Judge(questions, in: world())
      judge.ask(first.asked, at: first.turn)
      while let next = docket.next() { judge.ask(next.asked, at: next.turn) }
      return judge
    }
    for case let judge? in workers { judges.append(judge) }
    worlds = judges.map(\.world)
    judgements = Found.inOrder(
      judges.map(\.found), rules: questions.rules.count, turns: docket.count)
    notApplicable = judges.dropFirst().reduce(
      judges.first?.notApplicable ?? questions.rules.map { _ in 0 }
    ) { sums, judge in zip(sums, judge.notApplicable).map(+) }
    failures = RuleFailure.all(judges.flatMap(\.unevaluated), of: questions.rules)
    isCutShort = worlds.reduce(0) { $0 + $1.steps } > (worlds.first?.mostSteps ?? 0)
  }
}

/// Whom judges have yet to ask: each takes the next when it is done with one.
private final class Docket: Sendable {
  private let asked: [Questions.Asked]
  private let turn = Atomic(0)

  init(_ asked: [Questions.Asked]) {
    self.asked = asked
  }

  var count: Int { asked.count }

  func next() -> (turn: Int, asked: Questions.Asked)? {
    let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    return turn < asked.count ? (turn, asked[turn]) : nil
  }
}
