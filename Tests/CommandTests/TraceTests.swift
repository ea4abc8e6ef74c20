import TestSupport
import Testing

/// What `--trace` shows of a rule, and what it says where it can show nothing.
@Suite struct TraceTests {
  private func trace(_ request: String, of example: String = "careless") throws -> Command.Outcome {
    try Command.run(
      ["check", "examples/\(example).arch.yaml", "--today", "2026-11-01", "--trace", request],
      in: ".")
  }

  /// The rows of a trace, and the verdict above them.
  private func lines(_ request: String, of example: String = "careless") throws -> [String] {
    try trace(request, of: example).output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [("profile", "support"), ("manuals", "careless")])
  func expressionsFitTheTerminalAndKeepTheirParentheses(subject: String, example: String) throws {
    let text = try trace("last-write-wins@\(subject)", of: example).output
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
    #expect(text.count { $0 == "(" } > 20)
    #expect(text.count { $0 == "(" } == text.count { $0 == ")" }, "\(text)")
  }

  @Test func theVerdictComesFirst() throws {
    let fails = try lines("memory-store-without-persistence@cache")
    #expect(fails.prefix(2) == ["memory-store-without-persistence on cache", "  fail"])
  }

  @Test func whatDoesNotApplySaysSo() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: docs, kind: rag}]\n", to: "arch.yaml")
    try folder.write(HouseRules.checklist, to: "house.yaml")
    let outcome = try Command.run(
      ["check", "--checklist", "house.yaml", "--trace", "windows-are-small@docs"], in: folder.path)
    #expect(
      outcome.output.contains(
        "  not applicable: `when` is false, and `require` decides nothing\n"))
  }

  @Test(arguments: [
    ("last-write-wins", "`last-write-wins` is about each of the components"),
    ("last-write-wins", "help: write `last-write-wins@SUBJECT`"),
    ("last-write-wins@nobody", "`last-write-wins` has no subject `nobody` here"),
    ("no-correlation-ids@nobody", "help: write `no-correlation-ids`, without a subject"),
    ("nope@quotes", "help: `memaudit rules` lists them"),
  ])
  func whatCannotBeShownIsTold(request: String, told: String) throws {
    let outcome = try trace(request)
    #expect(outcome.exit == 2)
    #expect(outcome.errors.contains(told), "\(outcome.errors)")
  }

  @Test func aRuleAboutTheSystemNeedsNoSubject() throws {
    #expect(try lines("no-correlation-ids").first == "no-correlation-ids on system")
  }
}
