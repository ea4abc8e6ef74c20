package import Auditing
internal import Reporting

/// A page for every rule, and one that lists them.
package enum RulePages {
  /// The pages by their names below `docs/rules/`.
  package static func all(_ library: Library) -> [String: String] {
    let explainer = Explainer(library: library)
    var pages = ["README.md": index(library)]
    for rule in library.rules { pages["\(rule.id).md"] = explainer.explanation(rule).markdown }
    return pages
  }

  private static func index(_ library: Library) -> String {
    var text = """
      # Rules

      These pages are generated from the checklists: what each rule asks, why, what to do, what fails and what passes.

      """
    let escape = MarkdownText(longest: nil)
    for checklist in library.checklists {
      text += "\n## \(escape.plain(checklist.title))\n\n\(escape.prose(checklist.about))\n\n"
      text += "| rule | severity | asks |\n|---|---|---|\n"
      for rule in checklist.rules {
        text +=
          "| [`\(rule.id)`](\(rule.id).md) | \(rule.severities) | \(escape.prose(rule.title)) |\n"
      }
    }
    return text
  }
}
