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

  /// Where content is kept is a default too, although no field of the file has it.
  @Test func aFailThatRestsOnTheImplementationsOwnStoreSaysSo() throws {
    let folder = try TemporaryFolder()
    let file = """
      memaudit: 1
      system: {name: Desk, deployment: service}
      components: [{id: chat, implementation: spring-ai.MessageWindowChatMemory}]
      """
    let clause = "by default: declare `store` if yours does otherwise"
    for (text, isDefault) in [
      (file, true), (file.replacing("Memory}", with: "Memory, durability: ephemeral}"), false),
    ] {
      try folder.write(text, to: "arch.yaml")
      let report = try json(
        Command.run(
          ["check", "arch.yaml", "--exit-zero", "--format", "json"], in: folder.path
        ).output)
      let finding = try #require(
        report["findings"]?.items?.first { $0["rule"]?.text == "history-lost-between-sessions" })
      #expect(finding["verdict"]?.text == "fail")
      #expect(finding["message"]?.text?.contains(clause) == isDefault)
    }
  }

  /// Its kind says what there is to know; a class of nearly that name is another's.
  @Test(arguments: [("LanceDB", "vector-database"), ("Neo4j", "external-database")])
  func aProductIsNotTakenForAClassOfItsName(name: String, kind: String) throws {
    let folder = try TemporaryFolder([
      "arch.yaml":
        "memaudit: 1\nsystem: {name: Desk}\nstores: [{id: s, kind: \(kind), implementation: \(name)}]\n"
    ])
    let outcome = try Command.run(["check", "arch.yaml", "--exit-zero"], in: folder.path)
    #expect(!outcome.output.contains("nothing is known of"), "\(outcome.output)")
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
    let told = "nothing is known of `PostgresStor`"
    #expect(try run("junit").contains("<system-out>facts: \(told)"))
    let issues = try #require(try json(run("gitlab")).items)
    let issue = issues.filter { $0["check_name"]?.text == "unknown-implementation" }
    #expect(issue.map { $0["location"]?["lines"]?["begin"] } == [.int(7)])
    #expect(issue.first?["description"]?.text?.contains(told) == true)
    for format in ["markdown", "html", "json", "jsonl", "sarif"] {
      #expect(try run(format).contains("nothing is known of"), "\(format)")
    }
  }

  @Test(arguments: [
    ("implementation: pgvector", "`kind: postgres`, `implementation: pgvector`"),
    ("implementation: PersistentClient", "`implementation: chroma.PersistentClient`"),
    ("implementation: Weaviate", "`kind: vector-database`"),
  ])
  func aStoreIsKnownAsOneWhereAClassIsAskedFor(field: String, lines: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "memaudit: 1\nsystem: {name: Desk}\ncomponents: [{id: index, \(field)}]\n", to: "arch.yaml")
    let report = try json(
      Command.run(["check", "arch.yaml", "--format", "json"], in: folder.path).output)
    let unknown = try #require(report["unknown_implementations"]?.items?.first)
    #expect(
      unknown["sentence"]?.text?.contains("is a store: declare it under `stores` (\(lines))")
        == true)
    #expect(unknown["near"] == .array([]))
    // What may be anything is asked everything, and accused of nothing.
    let verdicts = (report["findings"]?.items ?? []).filter { $0["subject"]?.text == "index" }
    #expect(verdicts.allSatisfy { $0["verdict"]?.text == "undeclared" })
    let rules = verdicts.compactMap { $0["rule"]?.text }
    #expect(rules.contains("novel-memory-architecture"))
    #expect(rules.contains("retrieval-without-coherence-policy"))
  }

  @Test func theClassOfAComponentIsKnownAsOneWhereAStoreIsAskedFor() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      memaudit: 1
      system: {name: Desk}
      components: [{id: run, kind: checkpoint, store: db}]
      stores: [{id: db, kind: postgres, implementation: PostgresSaver}]
      """, to: "arch.yaml")
    let text = try Command.run(["check", "arch.yaml", "--exit-zero"], in: folder.path).output
    #expect(text.contains("`PostgresSaver` is the class of a component"))
  }

  @Test func inSARIFItIsANoteAndNoFailure() throws {
    let sarif = try json(run("sarif"))
    let invocation = sarif["runs"]?.items?.first?["invocations"]?.items?.first
    #expect(invocation?["executionSuccessful"] == .bool(true))
    let notes = invocation?["toolExecutionNotifications"]?.items ?? []
    #expect(notes.map { $0["level"]?.text } == ["note"])
  }
}
