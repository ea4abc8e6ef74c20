package import SourceText

/// What a `.memaudit.yaml` says.
package struct Configuration: Sendable {
  package struct DisabledRule: Sendable, Equatable {
    package let rule: WrittenText
    package let reason: String
  }

  package let file: SourceFile
  /// Paths as seen from the file's folder.
  package let checklists: [WrittenText]
  package let disabled: [DisabledRule]
  package let gate: GateSettings

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
