internal import Analysis
internal import Reporting
internal import SourceText

extension CommandSpec {
  static let explain = CommandSpec(
    "explain", "Explain a pattern, an implementation, a field, a fact or a rule.",
    operands: Operands(
      name: "NAME", doc: "Its name: rag, langgraph.MemorySaver, write_control.", count: 1...1,
      completesFiles: false),
    run: explain)

  private static func explain(_ invocation: Invocation) -> ExitCode {
    let terminal = invocation.terminal
    let name = invocation.operands.first ?? ""
    let explainer = Explainer(Knowledge(withImplementations: true))
    let found = explainer.explanations(of: name)
    guard !found.isEmpty else {
      let near = explainer.suggestions(for: name)
      let help =
        near.isEmpty
        ? "`memaudit map FILE` names the patterns of a system"
        : "did you mean \(near.map { "`\($0)`" }.joined(separator: ", "))?"
      return terminal.complain(
        Complaint("nothing is known by the name `\(name)`", help: help), exit: .usage)
    }
    let texts = found.map { $0.rendered(paint: terminal.paint, width: terminal.width) }
    return terminal.write(texts.joined(separator: "\n"))
  }
}
