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
    var guesses = Guesses()
    return disabled.map(\.rule).filter { !known.contains($0.text) }.map { rule in
      Diagnostic(
        Complaint(unknownRule: rule.text, meant: guesses.next(for: rule.text, among: rules)),
        at: rule.span)
    }
  }
}
