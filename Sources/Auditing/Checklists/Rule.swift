package import Architecture
internal import Bytes
package import Expressions
package import SourceText

/// One check on one kind of subject, ready to be evaluated; shared by all its verdicts. What a run needs of few rules
/// only is read when it is asked for, where the rule was prepared.
package final class Rule: Sendable {
  /// When a fail is graver than the rule.
  package struct Raise: Sendable {
    package let severity: Severity
    package let condition: Expression
    /// Where the condition stands in its checklist.
    let span: Span
  }

  /// Where findings point: the names on the way to a value.
  package struct Place: Sendable {
    package let names: [String]
    /// Whether they begin at the subject, and not at the system.
    let isInSubject: Bool
    /// The fields that are written on the way: what follows from them stands nowhere.
    let fields: [NameStamp]

    init(names: [String]) {
      self.names = names
      isInSubject = names.first == "subject"
      fields = names.dropFirst(isInSubject ? 1 : 0).prefix { DerivedField(rawValue: $0) == nil }
        .map { NameStamp($0) }
    }
  }

  package let id: String
  package let checklist: String
  package let severity: Severity
  /// The kind of its subjects; nil for a rule about the whole system.
  package let subjects: Collection?
  /// Whether a fail asks for a decision about the product rather than for engineering.
  package let isDecidedByProduct: Bool
  /// Whether it comes with the program.
  package let isBuiltIn: Bool
  /// What of its condition and of its requirement can be told at a glance.
  let conditionGlance: Glance?
  let requirementGlance: Glance?
  let hasCondition: Bool
  private let parts: ByteSlice?
  private let preparedCondition: Deferred<Expression>
  private let preparedRequirement: Deferred<Expression>
  private let preparedMessage: Deferred<Template>
  private let consequence: Deferred<RuleConsequence>
  private let texts: Deferred<RuleTexts>
  private let preparedOrigin: Deferred<RuleOrigin>

  init(
    id: String, title: String, checklist: String, severity: Severity, raises: [Raise],
    subjects: Collection?, condition: Expression?, requirement: Expression, place: Place,
    message: Template, why: String, fix: String, failureClasses: [String],
    isDecidedByProduct: Bool, decision: RuleDecision?, figures: [String], sources: [String],
    examples: [RuleExample], origin: RuleOrigin
  ) {
    self.id = id
    self.checklist = checklist
    self.severity = severity
    self.subjects = subjects
    self.isDecidedByProduct = isDecidedByProduct
    isBuiltIn = origin.source.isBuiltIn
    hasCondition = condition != nil
    conditionGlance = condition?.glance
    requirementGlance = requirement.glance
    parts = nil
    preparedCondition = condition.map { Deferred($0) } ?? Deferred()
    preparedRequirement = Deferred(requirement)
    preparedMessage = Deferred(message)
    consequence = Deferred(RuleConsequence(place: place, raises: raises))
    texts = Deferred(
      RuleTexts(
        title: title, why: why, fix: fix, failureClasses: failureClasses,
        decision: decision, figures: figures, sources: sources, examples: examples))
    preparedOrigin = Deferred(origin)
  }

  /// A rule that was prepared.
  init(_ reader: inout ByteReader, checklist: String) throws(Unreadable) {
    self.checklist = checklist
    let head = try RuleHead(&reader)
    id = head.id
    severity = head.severity
    subjects = head.subjects
    isDecidedByProduct = head.isDecidedByProduct
    hasCondition = head.hasCondition
    isBuiltIn = true
    let parts = try reader.part()
    self.parts = parts
    (conditionGlance, requirementGlance) = try RulePart.glances(
      in: parts, hasCondition: hasCondition)
    preparedCondition = Deferred()
    preparedRequirement = Deferred()
    preparedMessage = Deferred()
    consequence = Deferred()
    texts = Deferred()
    preparedOrigin = Deferred()
  }

  /// Nil where it always applies.
  package var condition: Expression? {
    hasCondition ? preparedCondition.value(RulePart.condition, of: parts) : nil
  }

  package var requirement: Expression { preparedRequirement.value(RulePart.requirement, of: parts) }
  package var message: Template { preparedMessage.value(RulePart.message, of: parts) }
  package var place: Place { consequence.value(RulePart.consequence, of: parts).place }
  package var raises: [Raise] { consequence.value(RulePart.consequence, of: parts).raises }
  package var title: String { allTexts.title }
  package var why: String { allTexts.why }
  package var fix: String { allTexts.fix }
  package var failureClasses: [String] { allTexts.failureClasses }
  /// Nil where the checklist does not put it as a question.
  package var decision: RuleDecision? { allTexts.decision }
  /// The names of forecasts that say how much a finding matters.
  package var figures: [String] { allTexts.figures }
  package var sources: [String] { allTexts.sources }
  /// In the order of their kinds.
  package var examples: [RuleExample] { allTexts.examples }
  /// Where its expressions stand, for messages about them.
  package var origin: RuleOrigin { preparedOrigin.value(RulePart.origin, of: parts) }

  private var allTexts: RuleTexts { texts.value(RulePart.texts, of: parts) }
}

/// What follows from a fail: where it points, and when it is graver.
final class RuleConsequence: Sendable {
  let place: Rule.Place
  let raises: [Rule.Raise]

  init(place: Rule.Place, raises: [Rule.Raise]) {
    self.place = place
    self.raises = raises
  }
}

/// What a rule says to people.
final class RuleTexts: Sendable {
  let title: String
  let why: String
  let fix: String
  let failureClasses: [String]
  let decision: RuleDecision?
  let figures: [String]
  let sources: [String]
  let examples: [RuleExample]

  init(
    title: String, why: String, fix: String, failureClasses: [String], decision: RuleDecision?,
    figures: [String], sources: [String], examples: [RuleExample]
  ) {
    self.title = title
    self.why = why
    self.fix = fix
    self.failureClasses = failureClasses
    self.decision = decision
    self.figures = figures
    self.sources = sources
    self.examples = examples
  }
}

/// The file of a rule, and the places of its parts in it.
package final class RuleOrigin: Sendable {
  let source: ChecklistSource
  package let requirement: Span
  package let condition: Span?
  package let id: Span

  init(source: ChecklistSource, requirement: Span, condition: Span?, id: Span) {
    self.source = source
    self.requirement = requirement
    self.condition = condition
    self.id = id
  }

  package var file: SourceFile { source.file }
}
