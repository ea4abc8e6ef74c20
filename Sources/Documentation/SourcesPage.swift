internal import Analysis
internal import Architecture
package import Auditing
internal import Reporting
package import SourceText
internal import YAML

/// Which statement of the two articles is answered by what, as a page of the documentation.
package struct SourcesPage {
  package let markdown: String
  /// What the file names and nobody has.
  package let unknown: [String]
  package let diagnostics: [Diagnostic]

  package init(_ file: SourceFile, library: Library) {
    let document = Document(file)
    diagnostics = document.diagnostics
    let known = Self.names(library)
    var text = Self.introduction
    var unknown: [String] = []
    var section = ""
    for statement in document.root?["statements"]?.sequence ?? [] {
      let article = statement["article"]?.scalar?.text ?? ""
      let heading = "\(Self.title(article)): \(statement["section"]?.scalar?.text ?? "")"
      if heading != section {
        text += "\n## \(heading)\n\n| statement | answered by |\n|---|---|\n"
        section = heading
      }
      let answers = (statement["answered_by"]?.sequence ?? []).compactMap(\.scalar?.text)
      unknown += answers.isEmpty ? ["nothing, in \(heading)"] : answers.filter { known[$0] == nil }
      let cells = answers.map { "\(known[$0] ?? "?") `\($0)`" }.joined(separator: ", ")
      text += "| \(statement["says"]?.scalar?.text ?? "") | \(cells) |\n"
    }
    markdown = text
    self.unknown = unknown
  }

  private static let introduction = """
    # Where it comes from

    This page is generated from `docs/sources.yaml`. `memaudit` grew from two articles; everything in them that asks,
    warns, measures or advises stands here in our own words, with what answers it.

    """

  private static func title(_ article: String) -> String {
    article == "map"
      ? "Your LLM Has a State Management Problem" : "The AI Agent State Management Blindness"
  }

  /// What each name is.
  private static func names(_ library: Library) -> [String: String] {
    var names: [String: String] = [:]
    for fact in Fact.all { names[fact.name] = fact.formula == nil ? "fact" : "forecast" }
    for row in Knowledge.rows { names["map:\(row.pattern.rawValue)"] = "map" }
    for checklist in library.checklists {
      for question in checklist.questions { names[question.id] = "question" }
      for rule in checklist.rules { names[rule.id] = "rule" }
    }
    return names
  }
}
