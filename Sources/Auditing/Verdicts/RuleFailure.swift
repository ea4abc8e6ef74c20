internal import Expressions
package import SourceText
internal import YAML

/// A rule that could not be evaluated: a defect of the rule, never a verdict.
package struct RuleFailure: Sendable {
  package let rule: Rule
  /// What it could not be evaluated about, in the order of the file.
  package let subjects: [Subject]
  /// What is wrong, about the first of them.
  package let diagnostic: Diagnostic

  /// What it would have found, or not.
  var keys: [FindingKey] { subjects.map { FindingKey(rule: rule.id, subject: $0.name) } }

  /// The same, with what it is about.
  package var told: Diagnostic {
    Diagnostic(
      "\(diagnostic.message) (about \(listed(subjects, \.name)))", at: diagnostic.span)
  }
}

extension RuleFailure {
  /// In the order of rules, and of each in the order of subjects.
  ///
  /// - Parameter rules: All that were asked.
  static func all(_ unevaluated: [Judge.Unevaluated], of rules: [Rule]) -> [RuleFailure] {
    // The rules of a checklist follow each other: it is read once for all of them.
    var checklist: (id: String, root: Node?)?
    let ofRules = Dictionary(grouping: unevaluated.sorted { $0.turn < $1.turn }, by: \.place)
    return ofRules.sorted { $0.key < $1.key }.map { place, unevaluated in
      let rule = rules[place]
      let file = rule.origin.file
      if checklist?.id != rule.checklist { checklist = (rule.checklist, Document(file).root) }
      let (error, span) = (unevaluated[0].why.error, unevaluated[0].why.span)
      let scalar = checklist?.root?.scalar(at: span)
      return RuleFailure(
        rule: rule, subjects: unevaluated.map(\.subject),
        diagnostic: Diagnostic(
          "the rule `\(rule.id)` cannot be evaluated: \(error.message)",
          at: scalar.map { ScalarMap($0, at: span, in: file).span(of: error.span) } ?? span))
    }
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
