internal import Reporting

extension CommandSpec {
  static let map = CommandSpec(
    "map", "Show what each component is called in distributed systems, and what it gives up.",
    discussion:
      "Maps every component onto the Stateless Equivalence Map and says how it stands to consistency, availability and partition tolerance.",
    operands: Operands(
      name: "FILE", doc: "An architecture file, or - for standard input.", count: 1...1,
      completes: .files),
    run: { invocation in
      let terminal = invocation.terminal
      do throws(Trouble) {
        let file = try AnalyzedFile(
          .named(invocation.operands.first ?? "-"), today: Clock.today, on: terminal)
        let view = SystemView(file.system)
        return terminal.show(
          MapText(view, paint: terminal.paint, width: terminal.width).rendered)
      } catch {
        return error.tell(on: terminal)
      }
    })
}
