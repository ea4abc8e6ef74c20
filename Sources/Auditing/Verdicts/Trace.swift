internal import Analysis
internal import Architecture
package import Expressions

/// The expressions of a rule, evaluated for one subject part by part.
package struct Trace: Sendable {
  /// One expression of a rule, with the value of each of its parts.
  package struct Part: Sendable {
    package let name: String
    package let text: String
    package let parts: [TracePart]
  }

  package let rule: String
  package let subject: String
  /// Nil where the rule could not be evaluated.
  package let verdict: Verdict?
  package let parts: [Part]
}

extension Audit {
  /// Nil where the rule has no such subject.
  package func trace(_ rule: Rule, of subject: String) -> Trace? {
    guard system.has(subject, for: rule) else { return nil }
    let part = rule.subjects == nil ? nil : system.part(subject)
    let world = RuleWorld(system, today: today.midnight)
    let variables = world.variables(for: part)
    let expressions =
      [rule.condition.map { ("when", $0) }, ("require", rule.requirement)].compactMap(\.self)
      + rule.raises.map { ("raise to \($0.severity.rawValue)", $0.condition) }
    // Records find each other through their world.
    return withExtendedLifetime(world) {
      Trace(
        rule: rule.id, subject: subject, verdict: verdict(of: rule, on: Subject(part)),
        parts: expressions.map { name, expression in
          Trace.Part(name: name, text: expression.text, parts: expression.trace(variables))
        })
    }
  }
  private func verdict(of rule: Rule, on subject: Subject) -> Verdict? {
    let isUnevaluated = failures.contains { $0.rule.id == rule.id && $0.subjects.contains(subject) }
    guard !isUnevaluated else { return nil }
    return judgements.first { $0.rule.id == rule.id && $0.subject == subject }?.verdict
      ?? .notApplicable
  }
}
