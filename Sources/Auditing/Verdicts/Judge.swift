internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText
internal import YAML

/// Applies rules to one system.
struct Judge {
  let world: RuleWorld
  private let rules: [Rule]
  private var found = Found()
  /// For each rule, how many subjects it has nothing to say about.
  private(set) var notApplicable: [Int]
  /// By the places of their rules.
  private var unevaluated: [Int: Unevaluated] = [:]
  /// The rules that could not be evaluated, in their order.
  private(set) var failures: [RuleFailure] = []
  /// Whether the rules would have taken so long that the others were left out.
  private(set) var isCutShort = false

  /// The verdicts on all subjects to which a rule applies, or may apply, in the order of rules and subjects.
  var judgements: [Judgement] { found.inOrder(of: rules.count) }

  init(_ questions: Questions, in world: RuleWorld) {
    self.world = world
    rules = questions.rules
    notApplicable = Array(repeating: 0, count: rules.count)
    ask(questions.ofSystem, about: nil, nil)
    for collection in Collection.allCases {
      let asked = questions[collection]
      if !asked.isEmpty, world.system.root[collection.rawValue].isUndeclared {
        for question in asked {
          found.add(undeclared(rules[question.place], collection), of: question.place)
        }
        continue
      }
      // All questions about one part, then all about the next: so what was read of a part is still at hand.
      for part in world.system.parts(collection) {
        ask(asked, about: part, world.subject(part))
      }
    }
    failures = told(unevaluated)
  }

  private mutating func ask(
    _ questions: [Questions.Question], about part: Part?, _ subject: MarkedRecord?
  ) {
    for question in questions {
      if world.isExhausted {
        isCutShort = true
        return
      }
      world.beginReading()
      let glimpse = question.hasCondition ? world.glance(question.condition, about: subject) : .yes
      if case .no = glimpse {
        notApplicable[question.place] += 1
      } else {
        judge(question.place, where: glimpse, about: part, subject)
      }
    }
  }

  /// The verdict where the file does not say which subjects there are.
  private func undeclared(_ rule: Rule, _ collection: Collection) -> Judgement {
    let list = world.system.root[collection.rawValue]
    return Judgement(
      rule: rule, subject: .system, verdict: .undeclared([list.path]), severity: rule.severity,
      severityAtWorst: rule.severityAtWorst,
      place: Judgement.Place(list, span: world.system.root.system.span ?? Span(at: 0)))
  }

  /// - Parameter glimpse: What a glance told of the rule's condition.
  private mutating func judge(
    _ place: Int, where glimpse: Glimpse, about part: Part?, _ subject: MarkedRecord?
  ) {
    do throws(NoValue) {
      if let judgement = try judgement(of: rules[place], where: glimpse, about: part, subject) {
        found.add(judgement, of: place)
      } else {
        notApplicable[place] += 1
      }
    } catch {
      unevaluated[place, default: Unevaluated(why: error)].subjects.append(Subject(part))
    }
  }

  /// Nil where the rule says nothing of the subject.
  private func judgement(
    of rule: Rule, where glimpse: Glimpse, about part: Part?, _ subject: MarkedRecord?
  ) throws(NoValue) -> Judgement? {
    let verdict = try verdict(of: rule, where: glimpse, about: part, subject)
    if case .notApplicable = verdict { return nil }
    let evidence = world.weakestEvidence
    let finding = FindingKind(verdict)
    // How grave a fail would be where nothing fails, and nothing may, nobody asks.
    let gravity =
      finding == nil
      ? Gravity(of: rule)
      : try world.gravity(of: rule, about: part, subject, tellsPaths: finding == .fail)
    return Judgement(
      rule: rule, subject: Subject(part), verdict: verdict, severity: gravity.surely,
      severityAtWorst: gravity.atWorst, undecidedBy: gravity.paths,
      place: finding != nil ? world.system.place(of: rule.place, from: part) : nil,
      message: finding == .fail ? rule.message.filled(world.variables(for: part)) : "",
      evidence: verdict == .pass ? evidence ?? .declared : nil)
  }

  /// A rule that has no verdict about some subjects, and why not about the first.
  private struct Unevaluated {
    let why: NoValue
    var subjects: [Subject] = []
  }

  /// - Parameter glimpse: What a glance told of the rule's condition.
  private func verdict(
    of rule: Rule, where glimpse: Glimpse, about part: Part?, _ subject: MarkedRecord?
  ) throws(NoValue) -> Verdict {
    switch world.answer(to: rule.condition, seenAs: glimpse, about: part) {
    case .failure(let error):
      throw NoValue(error: error, span: rule.origin.condition ?? rule.origin.id)
    case .success(.no): return .notApplicable
    case .success(.undeclared(let unknown)):
      let paths = world.paths(of: unknown)
      if case .success(.yes) = requirementAnswer(of: rule, part, subject) {
        return .passOrNotApplicable(paths)
      }
      return .undeclared(paths)
    case .success(.yes): return try requirement(of: rule, part, subject)
    }
  }

  private func requirement(of rule: Rule, _ part: Part?, _ subject: MarkedRecord?)
    throws(NoValue) -> Verdict
  {
    switch requirementAnswer(of: rule, part, subject) {
    case .failure(let error): throw NoValue(error: error, span: rule.origin.requirement)
    case .success(.yes): .pass
    case .success(.undeclared(let unknown)): .undeclared(world.paths(of: unknown))
    case .success(.no): .fail
    }
  }

  private func requirementAnswer(of rule: Rule, _ part: Part?, _ subject: MarkedRecord?)
    -> Result<Answer, EvaluationError>
  {
    world.answer(
      to: rule.requirement, seenAs: world.glance(rule.requirementGlance, about: subject),
      about: part)
  }

  /// Each with its place in its checklist, which is read once for all of its rules: they follow each other.
  private func told(_ unevaluated: [Int: Unevaluated]) -> [RuleFailure] {
    var checklist: (id: String, root: Node?)?
    return unevaluated.sorted { $0.key < $1.key }.map { place, unevaluated in
      let rule = rules[place]
      let file = rule.origin.file
      if checklist?.id != rule.checklist { checklist = (rule.checklist, Document(file).root) }
      let (error, span) = (unevaluated.why.error, unevaluated.why.span)
      let scalar = checklist?.root?.scalar(at: span)
      return RuleFailure(
        rule: rule, subjects: unevaluated.subjects,
        diagnostic: Diagnostic(
          "the rule `\(rule.id)` cannot be evaluated: \(error.message)",
          at: scalar.map { ScalarMap($0, at: span, in: file).span(of: error.span) } ?? span))
    }
  }
}

/// Verdicts, as they were found.
private struct Found {
  private var judgements: [Judgement] = []
  /// Of each, the place of its rule.
  private var places: [Int] = []

  mutating func add(_ judgement: Judgement, of place: Int) {
    judgements.append(judgement)
    places.append(place)
  }

  /// In the order of so many rules; those of one rule as they were found.
  func inOrder(of count: Int) -> [Judgement] {
    var starts = [Int](repeating: 0, count: count + 1)
    for place in places { starts[place + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var order = [Int](repeating: 0, count: places.count)
    for (index, place) in places.enumerated() {
      order[starts[place]] = index
      starts[place] += 1
    }
    return order.map { judgements[$0] }
  }
}

extension AnalyzedSystem {
  /// The path that names lead to, and its place in the file: that of the nearest record around it where nothing is
  /// written.
  func place(of place: Rule.Place, from part: Part?) -> Judgement.Place {
    var reading = place.isInSubject ? part?.reading ?? root : root
    var written = reading.span
    for field in place.fields {
      reading = reading[field]
      if let span = span(of: reading) { written = span }
      if case .reference(let id)? = reading.value, let target = self.part(id) {
        reading = target.reading
      }
    }
    return Judgement.Place(reading, span: written ?? root.system.span ?? Span(at: 0))
  }

  /// A list that begins below its name is shown by the name: its first item alone would take the blame.
  private func span(of reading: Reading) -> Span? {
    guard let span = reading.span else { return nil }
    let bytes = file.file.bytes
    guard case .list? = reading.value, bytes.indices.contains(span.start),
      bytes[span.start] == UInt8(ascii: "-")
    else { return span }
    return reading.keySpan
  }
}

extension Node {
  /// The scalar that is written at a span.
  fileprivate func scalar(at wanted: Span) -> Scalar? {
    guard span.start <= wanted.start, wanted.end <= span.end else { return nil }
    return switch content {
    case .scalar(let scalar): span == wanted ? scalar : nil
    case .sequence(let items): items.lazy.compactMap { $0.scalar(at: wanted) }.first
    case .mapping(let entries): entries.lazy.compactMap { $0.value.scalar(at: wanted) }.first
    case .invalid: nil
    }
  }
}
