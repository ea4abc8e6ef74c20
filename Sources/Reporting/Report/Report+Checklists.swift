internal import Auditing
internal import SourceText

extension Report {
  /// How the checklists came out of which a rule was applied.
  package var checklists: [ChecklistRow] {
    let applied = audit.library.rules
    let disabled = Set(audit.disabled.map(\.rule))
    var rules = applied.indices
    var judgements = audit.judgements[...]
    return audit.library.checklists.compactMap { checklist in
      // Verdicts stand in the order of checklists, and so do the rules that are asked, of which there may be fewer.
      let own = judgements.prefix { $0.rule.checklist == checklist.id }
      judgements = judgements.dropFirst(own.count)
      let asked = rules.prefix { applied[$0].checklist == checklist.id }
      rules = rules.dropFirst(asked.count)
      let silent = asked.reduce(0) { $0 + audit.notApplicable[$1] }
      guard !own.isEmpty || silent > 0 else { return nil }
      let counts = Counts(own.filter { !disabled.contains($0.rule.id) })
      return ChecklistRow(
        id: checklist.id, passed: counts.passed, failed: counts.failed,
        undeclared: counts.undeclared, notApplicable: counts.notApplicable + silent,
        checklist: checklist, audit: audit)
    }
  }
}

extension Report.ChecklistRow {
  /// Its questions, each with the worst verdict of its rules.
  package var questions: [Report.QuestionRow] {
    let wanted = Set(checklist.questions.flatMap { $0.rules.map(\.text) })
      .subtracting(audit.disabled.map(\.rule))
    let byRule = Dictionary(
      grouping: audit.judgements.filter { wanted.contains($0.rule.id) }, by: \.rule.id)
    return checklist.questions.map { question in
      let rules = question.rules.map(\.text)
      let answer = Counts(rules.flatMap { byRule[$0] ?? [] }).worst
      return Report.QuestionRow(
        id: question.id, asks: question.asks, section: question.section, answer: answer,
        rules: rules,
        decisive: rules.filter { byRule[$0].map { Counts($0).worst == answer } ?? false })
    }
  }

  /// Between which points of a hundred its rules come out, before anything limits them; nil where none applies.
  package var points: (low: Double, high: Double)? {
    let rules = audit.score.contributions { $0.checklist == checklist.id }
    func share(_ end: KeyPath<Contribution, Double?>) -> Double? {
      let counted = rules.compactMap { rule in rule[keyPath: end].map { ($0, rule.weight) } }
      let whole = counted.reduce(0) { $0 + $1.1 }
      return whole > 0 ? counted.reduce(0) { $0 + $1.0 * $1.1 } / whole * 100 : nil
    }
    // At the low end, what passes if it applies has no weight: where that is all, nothing is lost.
    guard let high = share(\.high) else { return nil }
    return (share(\.low) ?? high, high)
  }
}

/// How many verdicts of each kind there are.
private struct Counts {
  private(set) var passed = 0
  private(set) var failed = 0
  private(set) var undeclared = 0
  private(set) var notApplicable = 0

  init(_ judgements: [Judgement]) {
    for judgement in judgements {
      switch judgement.verdict {
      case .pass: passed += 1
      case .fail: failed += 1
      case .undeclared: undeclared += 1
      case .notApplicable, .passOrNotApplicable: notApplicable += 1
      }
    }
  }

  var worst: Report.QuestionRow.Answer {
    failed > 0 ? .fail : undeclared > 0 ? .undeclared : passed > 0 ? .pass : .notApplicable
  }
}
