internal import Analysis
internal import Auditing
internal import JSON
internal import Reporting
internal import SourceText

extension CommandSpec {
  static let rules = CommandSpec(
    "rules", "List the checklists with their questions and rules.",
    discussion: "`memaudit explain RULE` says why a rule is there, and what to do about it.",
    options: OptionSpec.library + [
      OptionSpec("format", .choice(["text", "json"]), "How to list them; text is the default.")
    ],
    exclusions: Exclusion.library,
    run: { invocation in
      let terminal = invocation.terminal
      return invocation.withLibrary { library in
        invocation.values(of: "format").last == "json"
          ? terminal.write(RulesJSON.json(library).pretty)
          : terminal.show(
            RulesText(library, paint: terminal.paint, width: terminal.width).rendered)
      }
    })
}
