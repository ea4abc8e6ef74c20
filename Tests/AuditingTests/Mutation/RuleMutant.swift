import Expressions

@testable import Analysis
@testable import Architecture
@testable import Auditing

/// A rule with one thing changed in one of its expressions.
struct RuleMutant {
  let rule: Rule
  /// Which expression was changed, and how.
  let note: String

  /// Every mutant of a rule whose expressions still mean something.
  static func all(of rule: Rule) -> [RuleMutant] {
    let requirements = variants(of: rule.requirement, about: rule.subjects).map {
      expression, note in
      RuleMutant(
        rule: rule.replacing(requirement: expression, condition: rule.condition),
        note: "require: " + note)
    }
    guard let condition = rule.condition else { return requirements }
    return requirements
      + variants(of: condition, about: rule.subjects).map { expression, note in
        RuleMutant(
          rule: rule.replacing(requirement: rule.requirement, condition: expression),
          note: "when: " + note)
      }
  }

  private static func variants(of expression: Expression, about subjects: Collection?) -> [(
    Expression, note: String
  )] {
    let mutation = ExpressionMutation(expression.text, choices: choices)
    let variables = variables[subjects] ?? []
    return mutation.changes.compactMap { change in
      for replacement in change.replacements {
        let compiled = Expression.compile(
          mutation.text(applying: replacement, at: change.range), schema: RuleSchema.schema,
          variables: variables, expecting: .bool)
        if let mutant = compiled.expression {
          return (mutant, mutation.note(replacement, at: change.range))
        }
      }
      return nil
    }
  }

  private static let variables: [Collection?: [Variable]] = Dictionary(
    uniqueKeysWithValues: ([nil] + Collection.allCases.map(Optional.some)).map {
      ($0, RuleSchema.variables(for: $0))
    })

  /// The closed vocabularies of the architecture file and of the facts.
  private static let choices: [[String]] = {
    let types =
      RecordType.architecture.family.flatMap { $0.fields.map(\.type) } + Fact.all.map(\.type)
    return Set(types.compactMap { $0.choice?.names }).sorted { $0.joined() < $1.joined() }
  }()
}

extension Rule {
  fileprivate func replacing(requirement: Expression, condition: Expression?) -> Rule {
    Rule(
      id: id, title: title, checklist: checklist, severity: severity, raises: raises,
      subjects: subjects, condition: condition, requirement: requirement, place: place,
      message: message, why: why, fix: fix, failureClasses: failureClasses,
      isDecidedByProduct: isDecidedByProduct, decision: decision, figures: figures,
      sources: sources, examples: examples, origin: origin)
  }
}
