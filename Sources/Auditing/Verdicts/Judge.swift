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
    let isDeclared = Collection.allCases.map { !world.system.root[$0.rawValue].isUndeclared }
    for place in outcomes.indices {
      let rule = outcomes[place].rule
      guard let collection = rule.subjects else {
        judge(place, about: nil, nil)
        continue
      }
      if !isDeclared[collection.index] {
        outcomes[place].judgements = [undeclared(rule, collection)]
      }
    }
    for collection in Collection.allCases where isDeclared[collection.index] { judge(collection) }
  }

  /// All rules about one part, then all about the next: so what was read of a part is still at hand.
  private mutating func judge(_ collection: Collection) {
    let places = outcomes.indices.filter { outcomes[$0].rule.subjects == collection }
    for part in world.system.parts(collection) {
      let subject = world.subject(part)
      for place in places {
        if world.isExhausted {
          isCutShort = true
          return
        }
        judge(place, about: part, subject)
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

  private mutating func judge(_ place: Int, about part: Part?, _ subject: MarkedRecord?) {
    let rule = outcomes[place].rule
    let verdict: Verdict
    world.beginReading()
    do throws(Failed) {
      verdict = try self.verdict(of: rule, about: part, subject)
    } catch {
      outcomes[place].failures.append(
        RuleFailure(
          rule: rule, subject: Subject(part),
          diagnostic: diagnostic(error.error, at: error.span, in: rule)))
      return
    }
    if case .notApplicable = verdict {
      outcomes[place].notApplicable += 1
      return
    }
    let evidence = world.weakestEvidence
    let severities = severities(of: rule, about: part, subject)
    outcomes[place].judgements.append(
      Judgement(
        rule: rule, subject: Subject(part), verdict: verdict, severity: severities.surely,
        severityAtWorst: severities.atWorst,
        place: verdict.isFinding ? world.system.place(of: rule.place.names, from: part) : nil,
        message: verdict == .fail ? rule.message.filled(world.variables(for: part)) : "",
        evidence: verdict == .pass ? evidence ?? .declared : nil))
  }

  /// An expression that has no value, and the place of the expression in the checklist.
  private struct Failed: Error {
    let error: EvaluationError
    let span: Span
  }

  private func verdict(of rule: Rule, about part: Part?, _ subject: MarkedRecord?)
    throws(Failed) -> Verdict
  {
    guard let condition = rule.condition else { return try requirement(of: rule, part, subject) }
    switch world.answer(to: condition, about: part, subject) {
    case .failure(let error):
      throw Failed(error: error, span: rule.origin.condition ?? rule.origin.id)
    case .success(.no): return .notApplicable
    case .success(.undeclared(let unknown)):
      let paths = world.paths(of: unknown)
      if case .success(.yes) = world.answer(to: rule.requirement, about: part, subject) {
        return .passOrNotApplicable(paths)
      }
      return .undeclared(paths)
    case .success(.yes): return try requirement(of: rule, part, subject)
    }
  }

  private func requirement(of rule: Rule, _ part: Part?, _ subject: MarkedRecord?)
    throws(Failed) -> Verdict
  {
    switch world.answer(to: rule.requirement, about: part, subject) {
    case .failure(let error): throw Failed(error: error, span: rule.origin.requirement)
    case .success(.yes): .pass
    case .success(.undeclared(let unknown)): .undeclared(world.paths(of: unknown))
    case .success(.no): .fail
    }
  }

  /// The severity that conditions surely raise it to, and the one that those may which cannot be told.
  private func severities(of rule: Rule, about part: Part?, _ subject: MarkedRecord?) -> (
    surely: Severity, atWorst: Severity
  ) {
    var surely = rule.severity
    var atWorst = rule.severity
    for raise in rule.raises where raise.severity > surely {
      switch world.answer(to: raise.condition, about: part, subject) {
      case .success(.yes):
        surely = raise.severity
        atWorst = max(atWorst, surely)
      case .success(.undeclared): atWorst = max(atWorst, raise.severity)
      case .success(.no), .failure: continue
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
