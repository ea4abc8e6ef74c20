internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText
internal import YAML

/// Applies rules to one system.
struct Judge {
  let world: RuleWorld
  private var outcomes: [RuleOutcome]
  /// Whether the rules would have taken so long that the others were left out.
  private(set) var isCutShort = false

  /// How one rule came out.
  private struct RuleOutcome {
    let rule: Rule
    var judgements: [Judgement] = []
    var notApplicable = 0
    var failures: [RuleFailure] = []
  }

  /// The verdicts on all subjects to which a rule applies, or may apply, in the order of rules and subjects.
  var judgements: [Judgement] { outcomes.flatMap(\.judgements) }
  /// For each rule, how many subjects it has nothing to say about.
  var notApplicable: [Int] { outcomes.map(\.notApplicable) }
  /// Rules that could not be evaluated.
  var failures: [RuleFailure] { outcomes.flatMap(\.failures) }

  init(_ rules: [Rule], in world: RuleWorld) {
    self.world = world
    outcomes = rules.map { RuleOutcome(rule: $0) }
    for place in outcomes.indices {
      let rule = outcomes[place].rule
      guard let collection = rule.subjects else {
        judge(place, about: nil, world.roots)
        continue
      }
      if world.subjects(collection) == nil {
        outcomes[place].judgements = [undeclared(rule, collection)]
      }
    }
    for collection in Collection.allCases { judge(collection) }
  }

  /// All rules about one part, then all about the next: so what was read of a part is still at hand.
  private mutating func judge(_ collection: Collection) {
    guard let subjects = world.subjects(collection) else { return }
    let places = outcomes.indices.filter { outcomes[$0].rule.subjects == collection }
    for (index, variables) in subjects.enumerated() {
      for place in places {
        if world.isExhausted {
          isCutShort = true
          return
        }
        if let needed = outcomes[place].rule.patternsNeeded,
          !world.patterns[index].hasAny(of: needed)
        {
          outcomes[place].notApplicable += 1
        } else {
          judge(place, about: (collection, index), variables)
        }
      }
    }
  }

  /// The verdict where the file does not say which subjects there are.
  private func undeclared(_ rule: Rule, _ collection: Collection) -> Judgement {
    let list = world.system.root[collection.rawValue]
    return Judgement(
      rule: rule, subject: .system, verdict: .undeclared([list.path]), severity: rule.severity,
      severityAtWorst: rule.raises.reduce(rule.severity) { max($0, $1.severity) },
      place: Judgement.Place(list.place, span: world.system.root.system.span ?? Span(at: 0)))
  }

  private mutating func judge(
    _ place: Int, about subject: (collection: Collection, index: Int)?,
    _ variables: [Expressions.Value]
  ) {
    let rule = outcomes[place].rule
    let verdict: Verdict
    world.reads.begin()
    do throws(Failed) {
      verdict = try self.verdict(of: rule, variables)
    } catch {
      outcomes[place].failures.append(
        RuleFailure(
          rule: rule, subject: Subject(subject.map(part)),
          diagnostic: diagnostic(error.error, at: error.span, in: rule)))
      return
    }
    if case .notApplicable = verdict {
      outcomes[place].notApplicable += 1
      return
    }
    let evidence = world.reads.weakest
    let part = subject.map(part)
    let severities = severities(of: rule, variables)
    outcomes[place].judgements.append(
      Judgement(
        rule: rule, subject: Subject(part), verdict: verdict, severity: severities.surely,
        severityAtWorst: severities.atWorst,
        place: verdict.isFinding ? world.system.place(of: rule.place.names, from: part) : nil,
        message: verdict == .fail ? rule.message.filled(variables) : "",
        evidence: verdict == .pass ? evidence ?? .declared : nil))
  }

  private func part(_ subject: (collection: Collection, index: Int)) -> Part {
    world.system.parts(subject.collection)[subject.index]
  }

  /// An expression that has no value, and the place of the expression in the checklist.
  private struct Failed: Error {
    let error: EvaluationError
    let span: Span
  }

  private func verdict(of rule: Rule, _ variables: [Expressions.Value]) throws(Failed) -> Verdict {
    guard let condition = rule.condition else { return try requirement(of: rule, variables) }
    switch condition.evaluate(variables, memory: world) {
    case .failure(let error):
      throw Failed(error: error, span: rule.origin.condition ?? rule.origin.id)
    case .success(.bool(false)): return .notApplicable
    case .success(.unknown(let unknown)):
      if case .success(.bool(true)) = rule.requirement.evaluate(variables, memory: world) {
        return .passOrNotApplicable(unknown.paths)
      }
      return .undeclared(unknown.paths)
    case .success: return try requirement(of: rule, variables)
    }
  }

  private func requirement(
    of rule: Rule, _ variables: [Expressions.Value]
  ) throws(Failed) -> Verdict {
    switch rule.requirement.evaluate(variables, memory: world) {
    case .failure(let error): throw Failed(error: error, span: rule.origin.requirement)
    case .success(.bool(true)): .pass
    case .success(.unknown(let unknown)): .undeclared(unknown.paths)
    case .success: .fail
    }
  }

  /// The severity that conditions surely raise it to, and the one that those may which cannot be told.
  private func severities(of rule: Rule, _ variables: [Expressions.Value]) -> (
    surely: Severity, atWorst: Severity
  ) {
    var surely = rule.severity
    var atWorst = rule.severity
    for raise in rule.raises where raise.severity > surely {
      switch raise.condition.evaluate(variables, memory: world) {
      case .success(.bool(true)):
        surely = raise.severity
        atWorst = max(atWorst, surely)
      case .success(.unknown): atWorst = max(atWorst, raise.severity)
      case .success, .failure: continue
      }
    }
    return (surely, atWorst)
  }

  private func diagnostic(_ error: EvaluationError, at span: Span, in rule: Rule) -> Diagnostic {
    let file = rule.origin.file
    let scalar = Document(file).root?.scalar(at: span)
    let place = scalar.map { ScalarMap($0, at: span, in: file).span(of: error.span) } ?? span
    return Diagnostic("the rule `\(rule.id)` cannot be evaluated: \(error.message)", at: place)
  }
}

extension AnalyzedSystem {
  /// The path that names lead to, and its place in the file: that of the nearest record around it where nothing is
  /// written.
  func place(of names: [String], from part: Part?) -> Judgement.Place {
    var reading = names.first == "subject" ? part?.reading ?? root : root
    var written = reading.span
    for name in names.first == "subject" ? names.dropFirst()[...] : names[...] {
      if name == "facts" || name == "patterns" { break }
      let next = reading[name]
      reading = next
      if let span = next.span { written = span }
      if let target = self.part(next) { reading = target.reading }
    }
    return Judgement.Place(reading.place, span: written ?? root.system.span ?? Span(at: 0))
  }
}

extension Node {
  /// The scalar that is written at a span.
  fileprivate func scalar(at wanted: Span) -> Scalar? {
    switch content {
    case .scalar(let scalar): span == wanted ? scalar : nil
    case .sequence(let items): items.lazy.compactMap { $0.scalar(at: wanted) }.first
    case .mapping(let entries): entries.lazy.compactMap { $0.value.scalar(at: wanted) }.first
    case .invalid: nil
    }
  }
}
