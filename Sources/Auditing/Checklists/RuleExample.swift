internal import SourceText

/// What a rule carries to show what it says: its test, and its documentation.
package struct RuleExample: Sendable {
  /// The verdict that an example shows.
  package enum Kind: String, Sendable, CaseIterable {
    case fail
    case pass
    case undeclared
    case notApplicable = "not_applicable"

    var doc: String {
      switch self {
      case .fail: "A file in which the rule fails for one subject at least."
      case .pass: "A file in which it passes for every subject to which it applies."
      case .undeclared: "A file in which no subject can be judged before more of it is declared."
      case .notApplicable: "A file with subjects of which it applies to none."
      }
    }

    /// Without these two nothing says what a rule is about.
    var isRequired: Bool {
      switch self {
      case .fail, .pass: true
      case .undeclared, .notApplicable: false
      }
    }
  }

  package let kind: Kind
  /// One part of an architecture file, or several, with a line `---` between them.
  package let text: String
  /// Where its kind is written; nil for what was prepared, whose examples hold.
  let span: Span?

  init(_ kind: Kind, _ text: String, at span: Span? = nil) {
    self.kind = kind
    self.text = text
    self.span = span
  }

  /// The files of the example: what every file needs and a part does not write is put before it.
  var files: [SourceFile] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(separator: "---", omittingEmptySubsequences: false)
      .map { Self.file($0.joined(separator: "\n")) }
  }

  /// A part of a file, made whole.
  private static func file(_ part: String) -> SourceFile {
    let keys = part.split(separator: "\n").compactMap { line in
      line.first?.isLetter == true ? line.split(separator: ":").first.map(String.init) : nil
    }
    var header = ""
    if !keys.contains("memaudit") { header += "memaudit: 1\n" }
    if !keys.contains("system") { header += "system: {name: Example}\n" }
    if !keys.contains("components") { header += "components: [{id: memory}]\n" }
    return SourceFile(name: "example", text: header + part)
  }
}
