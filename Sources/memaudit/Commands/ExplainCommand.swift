internal import Analysis
internal import Auditing
internal import Reporting
internal import SourceText

extension CommandSpec {
  static let explain = CommandSpec(
    "explain", "Explain a pattern, an implementation, a field, a fact or a rule.",
    discussion:
      "What has no such name is searched for in the rules: `memaudit explain race` lists those that guard against one. A word of another system (allkeys-lru, cron, upsert) is translated.",
    operands: Operands(
      name: "NAME",
      doc:
        "Its name, or a word for it: rag, langgraph.MemorySaver, write_control, \"lost update\".",
      count: 1...1, completes: .words(names)),
    options: OptionSpec.library,
    exclusions: Exclusion.library,
    run: { invocation in invocation.withLibrary { invocation.explain(with: $0) } })

  @Sendable private static func names() -> [String] {
    Library.load().library.map {
      Explainer(library: $0).names
    } ?? []
  }
}

extension Invocation {
  fileprivate func explain(with library: Library) -> ExitCode {
    let name = operands.first ?? ""
    guard !name.allSatisfy(\.isWhitespace) else {
      return terminal.complain(
        Complaint(
          "an empty name names nothing",
          help: "`memaudit explain --help` says what can be explained"),
        exit: .usage)
    }
    let explainer = Explainer(library: library)
    let found = explainer.explanations(of: name)
    guard found.isEmpty else {
      let texts = found.map { $0.rendered(paint: terminal.paint, width: terminal.width) }
      return terminal.show(texts.joined(separator: "\n"))
    }
    let words = explainer.words(name).map {
      $0.rendered(paint: terminal.paint, width: terminal.width)
    }
    let matches = explainer.matches(for: name, tellsNames: words.isEmpty)?.rendered(
      paint: terminal.paint, width: terminal.width)
    let told = words + [matches].compactMap(\.self)
    guard told.isEmpty else { return terminal.show(told.joined(separator: "\n")) }
    let near = explainer.suggestions(for: name)
    let help =
      near.isEmpty
      ? "`memaudit map FILE` names the patterns of a system, `memaudit rules` the rules"
      : "did you mean \(near.map { "`\($0)`" }.joined(separator: ", "))?"
    return terminal.complain(
      Complaint("nothing is known by the name `\(name)`", help: help), exit: .usage)
  }
}
