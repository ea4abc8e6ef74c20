internal import Analysis
internal import Architecture
internal import Expressions
internal import SourceText
internal import YAML

/// Applies rules to one system, or to a share of its parts.
struct Judge: Sendable {
  let world: RuleWorld
  private let questions: Questions
  private(set) var found = Found()
  /// For each rule, how many subjects it has nothing to say about.
  private(set) var notApplicable: [Int]
  /// In the order of turns.
  private(set) var unevaluated: [Unevaluated] = []
  /// The turn that is being taken.
  private var turn = 0

  init(_ questions: Questions, in world: RuleWorld) {
    self.world = world
    self.questions = questions
    notApplicable = Array(repeating: 0, count: questions.rules.count)
  }

  /// Asks all that is asked of a subject, unless the rules have taken too long already.
  mutating func ask(_ asked: Questions.Asked, at turn: Int) {
    self.turn = turn
    switch asked {
    case .system: ask(questions.ofSystem, about: nil, nil)
    case .part(let part): ask(questions[part.collection], about: part, world.subject(part))
    case .undeclared(let collection):
      for question in questions[collection] {
        found.add(
          undeclared(questions.rules[question.place], collection), of: question.place, at: turn)
      }
    }
  }

  private mutating func ask(
    _ questions: [Questions.Question], about part: Part?, _ subject: MarkedRecord?
  ) {
    if world.isExhausted { return }
    for question in questions {
      world.beginReading()
      let glimpse = question.hasCondition ? world.glance(question.condition, about: subject) : .yes
      if case .no = glimpse {
        notApplicable[question.place] += 1
      } else if !world.isExhausted {
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
      let rule = questions.rules[place]
      if let judgement = try judgement(of: rule, where: glimpse, about: part, subject) {
        found.add(judgement, of: place, at: turn)
      } else {
        notApplicable[place] += 1
      }
    } catch {
      unevaluated.append(
        Unevaluated(place: place, turn: turn, why: error, subject: Subject(part)))
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

  /// A rule that has no verdict about a subject.
  struct Unevaluated: Sendable {
    /// That of the rule among all.
    let place: Int
    let turn: Int
    let why: NoValue
    let subject: Subject
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
