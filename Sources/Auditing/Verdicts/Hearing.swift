internal import Analysis
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
    let asked = questions.asked(of: system)
    let turns = Turns(asked.count)
    var judges: [Judge] = []
    let workers = inParallel(count) { _ -> Judge? in
      guard let first = turns.next() else { return nil }
      var judge = Judge(questions, in: world())
      judge.ask(asked[first], at: first)
      while let turn = turns.next() { judge.ask(asked[turn], at: turn) }
      return judge
    }
    // `compactMap` would look a type up at each start: 1 % of its instructions.
    for case let judge? in workers { judges.append(judge) }
    worlds = judges.map(\.world)
    judgements = Found.inOrder(
      judges.map(\.found), rules: questions.rules.count, turns: turns.count)
    notApplicable = judges.dropFirst().reduce(
      judges.first?.notApplicable ?? questions.rules.map { _ in 0 }
    ) { sums, judge in zip(sums, judge.notApplicable).map(+) }
    failures = RuleFailure.all(judges.flatMap(\.unevaluated), of: questions.rules)
    isCutShort = worlds.reduce(0) { $0 + $1.steps } > (worlds.first?.mostSteps ?? 0)
  }
}
