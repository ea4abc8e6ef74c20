import JSON
import TestSupport
import Testing

/// What is known, or not known, of the implementations that a file names, as each format tells it.
@Suite struct ImplementationTests {
  private func run(_ format: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      memaudit: 1
      system: {name: Desk, stage: prototype}
      components:
        - id: run
          implementation: langgraph.PostgresSaver
          store: db
        - {id: facts, kind: persistent_memory, implementation: PostgresStor}
      stores:
        - {id: db, kind: postgres, implementation: Weaviate}
      """, to: "arch.yaml")
    return try Command.run(
      ["check", "arch.yaml", "--exit-zero", "--format", format], in: folder.path
    ).output
  }

  private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  @Test func aFailThatRestsOnADefaultPointsAtTheImplementation() throws {
    let report = try json(run("json"))
    let finding = try #require(
      report["findings"]?.items?.first { $0["rule"]?.text == "nothing-is-ever-removed" })
    #expect(finding["place"]?["line"] == .int(5))
    #expect(finding["path"]?.text == "components.run.retention")
    let message = finding["message"]?.text ?? ""
    #expect(
      message.hasSuffix(
        "; that is what `langgraph.PostgresSaver` does by default: declare `retention` if yours does otherwise"
      ))
  }

  @Test func whatIsNotKnownIsToldWithWhatIsNear() throws {
    let unknown = try #require(try json(run("json"))["unknown_implementations"]?.items)
    #expect(unknown.map { $0["subject"]?.text } == ["facts"])
    #expect(unknown.first?["near"]?.items?.first == .string("PostgresStore"))
    #expect(unknown.first?["place"]?["line"] == .int(7))
    let line = try json(run("jsonl"))
    #expect(line["unknown_implementations"]?.items?.count == 1)
    let text = try run("text")
    #expect(
      text.contains("facts: nothing is known of `PostgresStor`; did you mean `PostgresStore`?"))
    // A store's kind says enough where no known implementation may have been meant.
    #expect(!text.contains("Weaviate"))
    #expect(try run("github").contains("::notice file=arch.yaml,line=7"))
  }

  @Test func inSARIFItIsANoteAndNoFailure() throws {
    let sarif = try json(run("sarif"))
    let invocation = sarif["runs"]?.items?.first?["invocations"]?.items?.first
    #expect(invocation?["executionSuccessful"] == .bool(true))
    let notes = invocation?["toolExecutionNotifications"]?.items ?? []
    #expect(notes.map { $0["level"]?.text } == ["note"])
  }
}
