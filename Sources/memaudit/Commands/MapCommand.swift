internal import Analysis
internal import Reporting

extension CommandSpec {
  static let map = CommandSpec(
    "map", "Show what each component is called in distributed systems, and what it gives up.",
    discussion:
      "Maps every component onto the Stateless Equivalence Map and says how it stands to consistency, availability and partition tolerance.",
    operands: Operands(
      name: "FILE", doc: "An architecture file, or - for standard input.", count: 1...1,
      completesFiles: true),
    run: { invocation in
      invocation.analyzing { system, terminal in
        terminal.write(
          MapText(SystemView(system), paint: terminal.paint, width: terminal.width).rendered)
      }
    })
}
