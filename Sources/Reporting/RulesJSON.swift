internal import Architecture
package import Auditing
internal import Expressions
package import JSON
internal import SourceText

/// The checklists with everything that they say, in the form `rules/v1`: for tools.
package enum RulesJSON {
  /// All rules with their conditions, as `rules --format json` writes them.
  package static func json(_ library: Library) -> JSONValue {
    [
      "rules": "rules/v1", "checklists_hash": .string(library.hash),
      "checklists": .array(library.checklists.map(checklist)),
    ]
  }

  private static func checklist(_ checklist: Checklist) -> JSONValue {
    [
      "id": .string(checklist.id), "title": .string(checklist.title),
      "about": .string(checklist.about), "sources": .strings(checklist.sources),
      "questions": .array(checklist.questions.map(question)),
      "rules": .array(checklist.rules.map(rule)),
    ]
  }

  private static func question(_ question: Question) -> JSONValue {
    [
      "id": .string(question.id), "section": question.section.map(JSONValue.string) ?? .null,
      "asks": .string(question.asks), "rules": .strings(question.rules.map(\.text)),
      "sources": .strings(question.sources),
    ]
  }

  private static func decision(_ decision: RuleDecision) -> JSONValue {
    [
      "asks": .string(decision.asks),
      "choices": .array(
        decision.choices.map {
          ["choose": .string($0.choose), "follows": .string($0.follows)]
        }),
    ]
  }

  private static func rule(_ rule: Rule) -> JSONValue {
    [
      "id": .string(rule.id), "title": .string(rule.title),
      "severity": .string(rule.severity.rawValue),
      "raises": .array(
        rule.raises.map {
          ["to": .string($0.severity.rawValue), "when": .string($0.condition.text)]
        }),
      "for_each": rule.subjects.map { .string($0.rawValue) } ?? .null,
      "when": rule.condition.map { .string($0.text) } ?? .null,
      "require": .string(rule.requirement.text),
      "at": .string(rule.place.names.joined(separator: ".")),
      "message": .string(rule.message.text), "why": .string(rule.why), "fix": .string(rule.fix),
      "failure_classes": .strings(rule.failureClasses),
      "decision": rule.decision.map(decision) ?? .null, "figures": .strings(rule.figures),
      "decided_by": rule.isDecidedByProduct ? "product" : "engineering",
      "sources": .strings(rule.sources),
      "examples": .object(
        rule.examples.map { JSONValue.Member($0.kind.rawValue, .string($0.text)) }),
    ]
  }
}
