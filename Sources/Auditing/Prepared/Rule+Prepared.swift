internal import Architecture
internal import Bytes
internal import Expressions
internal import SourceText

private let severities = Severity.allCases
private let collections = Collection.allCases

/// The parts of a rule that are read apart, in their order.
enum RulePart {
  static let condition = 0
  static let requirement = 1
  static let consequence = 2
  static let message = 3
  static let texts = 4
  static let origin = 5

  /// Of the first two, what is told at a glance.
  static func glances(in parts: ByteSlice, hasCondition: Bool) throws(Unreadable) -> (
    condition: Glance?, requirement: Glance?
  ) {
    var reader = ByteReader(parts)
    var condition = ByteReader(try reader.part())
    var requirement = ByteReader(try reader.part())
    return (hasCondition ? try condition.glance() : nil, try requirement.glance())
  }
}

/// What every run needs of every rule.
struct RuleHead {
  let id: String
  let severity: Severity
  let subjects: Collection?
  let isDecidedByProduct: Bool
  let hasCondition: Bool

  init(_ reader: inout ByteReader) throws(Unreadable) {
    id = try reader.text()
    severity = try reader.one(of: severities)
    subjects = try reader.optional { reader throws(Unreadable) in
      try reader.one(of: collections)
    }
    isDecidedByProduct = try reader.flag()
    hasCondition = try reader.flag()
  }
}

extension ByteWriter {
  mutating func write(_ rule: Rule) throws(Unwritable) {
    write(rule.id)
    write(place: rule.severity, among: severities)
    write(rule.subjects) { writer, subjects in writer.write(place: subjects, among: collections) }
    write(rule.isDecidedByProduct)
    write(rule.condition != nil)
    try write { parts throws(Unwritable) in
      try parts.write { part throws(Unwritable) in
        if let condition = rule.condition { try part.write(condition) }
      }
      try parts.write { part throws(Unwritable) in try part.write(rule.requirement) }
      try parts.write { part throws(Unwritable) in
        part.write(rule.place.names)
        try part.write(rule.raises) { writer, raise throws(Unwritable) in
          writer.write(place: raise.severity, among: severities)
          try writer.write(raise.condition)
          writer.write(raise.span)
        }
      }
      try parts.write { part throws(Unwritable) in try part.write(rule.message) }
      parts.write { part in
        part.write(rule.title)
        part.write(rule.why)
        part.write(rule.fix)
        part.write(rule.failureClasses)
        part.write(rule.decision) { writer, decision in
          writer.write(decision.asks)
          writer.write(decision.choices) { writer, choice in
            writer.write(choice.choose)
            writer.write(choice.follows)
          }
        }
        part.write(rule.figures)
        part.write(rule.sources)
        part.write(rule.examples) { writer, example in
          writer.write(example.kind.rawValue)
          writer.write(example.text)
        }
      }
      parts.write { part in
        part.write(rule.origin.file.name)
        part.write(rule.origin.requirement)
        part.write(rule.origin.condition) { writer, span in writer.write(span) }
        part.write(rule.origin.id)
      }
    }
  }

  private mutating func write(_ template: Template) throws(Unwritable) {
    try write(template.pieces) { writer, piece throws(Unwritable) in
      switch piece {
      case .text(let text):
        writer.write(false)
        writer.write(text)
      case .value(let path):
        writer.write(true)
        writer.write(path.names)
        writer.write(path.form.rawValue)
        try writer.write(path.expression)
      }
    }
  }
}

extension ByteReader {
  fileprivate mutating func ruleExpression() throws(Unreadable) -> Expression {
    try expression { RuleSchema.schema }
  }
}

extension Expression: Preparable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> Expression {
    try reader.ruleExpression()
  }

  static var unreadable: Expression { failing("what was prepared of the rule cannot be read") }
}

extension RuleConsequence: Preparable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> RuleConsequence {
    RuleConsequence(
      place: Rule.Place(names: try reader.texts()),
      raises: try reader.list { reader throws(Unreadable) in
        Rule.Raise(
          severity: try reader.one(of: severities), condition: try reader.ruleExpression(),
          span: try reader.span())
      })
  }

  static var unreadable: RuleConsequence {
    RuleConsequence(place: Rule.Place(names: []), raises: [])
  }
}

extension Template: Preparable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> Template {
    Template(
      pieces: try reader.list { reader throws(Unreadable) in
        guard try reader.flag() else { return .text(try reader.text()) }
        let names = try reader.texts()
        guard let form = NumberForm(rawValue: try reader.byte()) else { throw Unreadable() }
        return .value(Path(names: names, expression: try reader.ruleExpression(), form: form))
      })
  }

  static var unreadable: Template { Template(pieces: []) }
}

extension RuleTexts: Preparable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> RuleTexts {
    RuleTexts(
      title: try reader.text(), why: try reader.text(), fix: try reader.text(),
      failureClasses: try reader.texts(),
      decision: try reader.optional { reader throws(Unreadable) in
        RuleDecision(
          asks: try reader.text(),
          choices: try reader.list { reader throws(Unreadable) in
            RuleDecision.Choice(choose: try reader.text(), follows: try reader.text())
          })
      },
      figures: try reader.texts(), sources: try reader.texts(),
      examples: try reader.list { reader throws(Unreadable) in
        guard let kind = RuleExample.Kind(rawValue: try reader.text()) else { throw Unreadable() }
        return RuleExample(kind, try reader.text())
      })
  }

  static var unreadable: RuleTexts {
    RuleTexts(
      title: "", why: "", fix: "", failureClasses: [], decision: nil, figures: [], sources: [],
      examples: [])
  }
}

extension RuleOrigin: Preparable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> RuleOrigin {
    RuleOrigin(
      source: .builtIn(try reader.text()), requirement: try reader.span(),
      condition: try reader.optional { reader throws(Unreadable) in try reader.span() },
      id: try reader.span())
  }

  static var unreadable: RuleOrigin {
    RuleOrigin(source: .builtIn(""), requirement: Span(at: 0), condition: nil, id: Span(at: 0))
  }
}
