package import Architecture
package import Expressions
package import SourceText

/// One check on one kind of subject, ready to be evaluated; shared by all its verdicts.
package final class Rule: Sendable {
  package struct Raise: Sendable {
    package let severity: Severity
    package let condition: Expression
  }

  package let id: String
  package let title: String
  package let checklist: String
  package let severity: Severity
  package let raises: [Raise]
  /// The kind of its subjects; nil for a rule about the whole system.
  package let subjects: Collection?
  /// Nil where it always applies.
  package let condition: Expression?
  package let requirement: Expression
  package let place: Template.Path
  package let message: Template
  package let why: String
  package let fix: String
  package let failureClasses: [String]
  /// Whether a fail asks for a decision about the product rather than for engineering.
  package let isDecidedByProduct: Bool
  package let sources: [String]
  package let passingExample: String
  package let failingExample: String
  /// Where its expressions stand, for messages about them.
  package let origin: RuleOrigin
  /// The patterns of which a component must have one, or else the rule does not apply; nil where that is not so.
  let patternsNeeded: PatternSet?

  init(
    id: String, title: String, checklist: String, severity: Severity, raises: [Raise],
    subjects: Collection?, condition: Expression?, requirement: Expression, place: Template.Path,
    message: Template, why: String, fix: String, failureClasses: [String],
    isDecidedByProduct: Bool, sources: [String], passingExample: String, failingExample: String,
    origin: RuleOrigin
  ) {
    self.id = id
    self.title = title
    self.checklist = checklist
    self.severity = severity
    self.raises = raises
    self.subjects = subjects
    self.condition = condition
    self.requirement = requirement
    self.place = place
    self.message = message
    self.why = why
    self.fix = fix
    self.failureClasses = failureClasses
    self.isDecidedByProduct = isDecidedByProduct
    self.sources = sources
    self.passingExample = passingExample
    self.failingExample = failingExample
    self.origin = origin
    let subject = RuleSchema.variables(for: subjects).firstIndex(where: \.varies)
    patternsNeeded = subject.flatMap { subject in
      condition?.wordsNeeded(in: "patterns", ofVariable: subject)
    }.map { PatternSet($0.compactMap(ComponentKind.init)) }
  }
}

/// The file of a rule, and the places of its parts in it.
package struct RuleOrigin: Sendable {
  package let file: SourceFile
  /// Whether it comes with the program.
  package let isBuiltIn: Bool
  package let requirement: Span
  package let condition: Span?
  package let id: Span
}

/// What a reviewer would ask, and the rules that answer.
package struct Question: Sendable {
  /// A rule by its id, and where the id is written.
  package struct Reference: Sendable {
    package let text: String
    package let span: Span
  }

  package let id: String
  package let asks: String
  package let section: String?
  package let rules: [Reference]
  package let sources: [String]
}

/// Questions and rules that belong together.
package struct Checklist: Sendable {
  package let id: String
  package let title: String
  package let about: String
  package let sources: [String]
  package let questions: [Question]
  package let rules: [Rule]
  package let file: SourceFile
}
