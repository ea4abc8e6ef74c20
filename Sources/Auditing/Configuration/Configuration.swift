package import SourceText

/// What a `.memaudit.yaml` says.
package struct Configuration: Sendable {
  /// A text, and where it is written.
  package struct Mention: Sendable, Equatable {
    package let text: String
    package let span: Span
  }

  package struct DisabledRule: Sendable, Equatable {
    package let rule: Mention
    package let reason: String
  }

  /// A severity from which on something counts, or that it never does.
  package enum Threshold: Sendable, Equatable {
    case never
    case from(Severity)

    package var severity: Severity? { if case .from(let severity) = self { severity } else { nil } }
  }

  package let file: SourceFile
  /// Paths as seen from the file's folder.
  package let checklists: [Mention]
  package let disabled: [DisabledRule]
  /// Nil where the file does not say.
  package let failOn: Threshold?
  package let failOnUndeclared: Threshold?
  package let minScore: Double?

  /// What the gate refuses: what the file says, and otherwise what holds without it.
  package func applied(to policy: GatePolicy) -> GatePolicy {
    GatePolicy(
      failOn: failOn.map(\.severity) ?? policy.failOn,
      failOnUndeclared: failOnUndeclared.map(\.severity) ?? policy.failOnUndeclared,
      minScore: minScore ?? policy.minScore)
  }

  /// Disabled rules that do not exist, once it is known which do.
  package func unknownRules(among rules: some Sequence<String>) -> [Diagnostic] {
    let rules = Array(rules)
    let known = Set(rules)
    return disabled.map(\.rule).filter { !known.contains($0.text) }.map { rule in
      Diagnostic(
        "there is no rule `\(rule.text)`", at: rule.span,
        help: suggestion(for: rule.text, among: rules).map { "did you mean `\($0)`?" }
          ?? "`memaudit rules` lists them")
    }
  }
}
