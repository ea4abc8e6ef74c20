import Analysis
import Architecture
import Auditing
import SourceText
import TestSupport
import Testing

@testable import Drafting

/// Questions and answers, whatever is answered.
@Suite struct InterviewTests {
  private static let library = Library.load().library

  /// An answer to what wants a text is that text.
  @Test(arguments: ["null", "Null", "NULL", "true", "12", "a: b", "~"])
  func textMeansItself(answer: String) throws {
    guard case .scalar(let written)? = Answer(answer, for: .text).value else {
      Issue.record("\(answer) is no scalar")
      return
    }
    let file = SourceFile(
      name: "arch.yaml", text: "memaudit: 1\nsystem: {name: \(written)}\ncomponents: [{id: a}]\n")
    #expect(ArchitectureReading(file).architecture?.name == answer, "\(written)")
  }

  private struct Session {
    let text: String
    let said: String
    let described: String
  }

  /// Asks until the lines are used up, what the rules of some checklists wait for, or of all.
  private func session(_ lines: some Sequence<String>, only: [String] = []) throws -> Session {
    var rest = Array(lines)[...]
    var said = ""
    let library = try #require(Self.library).restricted(to: only)
    var interview = Interview(
      library: library, today: try #require(CalendarDate("2026-11-01")),
      on: Interview.Console(
        paint: .plain, width: 80,
        ask: { prompt in
          let line = rest.popFirst()
          said += "\(prompt)\(line ?? "")\n"
          return line
        }, say: { said += $0 }))
    interview.run()
    return Session(text: interview.text, said: said, described: interview.described)
  }

  private func reading(_ text: String) -> ArchitectureReading {
    ArchitectureReading(SourceFile(name: "arch.yaml", text: text))
  }

  private func script(_ name: String) throws -> [String] {
    String(decoding: try TestFiles.read("Tests/Sessions/\(name).txt"), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aConversation() throws {
    let outcome = try session(script("map-questions"), only: ["equivalence-map"])
    Golden.expect(
      outcome.said + "--- arch.yaml\n" + outcome.text, toBe: "Tests/Goldens/init/conversation.txt")
  }

  @Test func whatHasANameIsAskedForItsFields() {
    #expect(Field.at("components.docs.source.documents")?.field.name == "documents")
    #expect(Field.at("components.docs") == nil)
    #expect(Field.at("components.docs.source.pages") == nil)
  }

  @Test func aStoreThatIsNotThereIsAddedWhenAsked() throws {
    let opening = ["N", "service", "", "history", "", "conversation_buffer", "", ""]
    let refused = try session(
      opening + ["cache", "no", ""], only: ["history-lost-between-sessions"])
    #expect(refused.said.contains("There is no store `cache` yet."))
    #expect(reading(refused.text).architecture?.stores.isEmpty == true)
    let added = try session(
      opening + ["cache", "yes", "redis"], only: ["history-lost-between-sessions"])
    let architecture = try #require(reading(added.text).architecture)
    #expect(architecture.components.first?.text("store") == "cache")
    #expect(architecture.stores.first?.text("kind") == "redis")
  }

  @Test func whatAnImplementationTellsIsNotAskedFor() throws {
    let opening = ["N", "service", "", "run", "langgraph.PostgresSaver", ""]
    let outcome = try session(opening, only: ["equivalence-map"])
    #expect(!outcome.said.contains("components.run.kind"))
    let component = try #require(reading(outcome.text).architecture?.components.first)
    #expect(component.text("implementation") == "langgraph.PostgresSaver")
    let unknown = try session(["N", "service", "", "run", "PostgresSavr", "checkpoint", ""])
    #expect(
      unknown.said.contains("nothing is known of `PostgresSavr`; did you mean `PostgresSaver`?"))
    #expect(unknown.said.contains("components.run.kind> checkpoint"))
  }

  @Test func whatIsNoImplementationIsTakenForWhatItIs() throws {
    let outcome = try session(
      ["N", "service", "", "run", "redis", "chat_history", ""], only: ["equivalence-map"])
    #expect(outcome.said.contains("`redis` is a store: it is asked for later"))
    #expect(!outcome.said.contains("nothing is known of"))
    #expect(!outcome.said.contains("components.run.kind>"))
    let component = try #require(reading(outcome.text).architecture?.components.first)
    #expect(component.text("implementation") == nil)
    #expect(outcome.text.contains("kind: conversation_buffer"))
  }

  @Test func nothingIsAskedOfAComponentThatNobodyNamed() throws {
    let outcome = try session(
      ["N", "service", "production", ""] + Array(repeating: "", count: 200))
    #expect(!outcome.said.contains("components.memory"))
    #expect(outcome.said.contains("\nsystem.stage> production\n"))
    #expect(outcome.said.contains("The score waits for nothing else"))
  }

  @Test func aListOfRecordsIsShownBeforeItIsRefused() throws {
    let outcome = try session(["N", "service", ""] + Array(repeating: "", count: 200))
    #expect(outcome.said.contains("Write each as {metric: …, above: …, verified: …}."))
    #expect(outcome.said.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func everyBeginningOfASessionGivesAFile() throws {
    let script = try script("all-questions")
    for count in 0...script.count {
      let text = try session(script.prefix(count)).text
      #expect(reading(text).diagnostics == [], "after \(count) lines:\n\(text)")
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
  }

  /// Answers of every kind, right and wrong, in an order that means nothing.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func whateverIsAnsweredTheFileIsGood(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pool = [
      "", "none", "?", "true", "3", "12k", "250ms", "yes", "redis", "postgres", "rag", "a, b",
      "history", "[", "{", "}: ]", "# nothing", "&a *a", "!!str x", "- x", "tokens: 12k", "{a: b}",
      "x: {y: z}", "\"", "'", "\u{1B}[2J", "caf\u{E9}", "\u{2028}", "8%", "memory", "tenant, user",
      "max: 4, min: 9", "a: 1, a: 2", "|", "- - -", "null", "~", "0x10", "=", "%", "@x", "sync",
    ]
    let lines = (0..<60).map { _ in pool.randomElement(using: &generator) ?? "" }
    let outcome = try session(lines)
    #expect(reading(outcome.text).diagnostics == [], "seed \(seed):\n\(outcome.text)")
  }

  @Test(arguments: [
    "Desk: the bot", "a # b", "\"quoted\"", "- item", "caf\u{E9} \u{1F600}", "tab\there",
    "a\u{2028}b",
    "[x", "{y}", "*a", "&b", "!c", "|", "5", "true", "\\", "it's", "%d", "@e", "`f`", "x:", "?x",
  ])
  func textMeansItself(text: String) throws {
    let written = try session([text]).text
    #expect(reading(written).architecture?.name == text, "\(written)")
  }

  @Test func whatIsWorthMostIsAskedFirst() throws {
    let opening = ["N", "service", "", "history", "", "conversation_buffer", "manuals", "", "rag"]
    for lines in [opening + [""], opening + ["", "cache", "redis", ""]] {
      let outcome = try session(lines)
      let architecture = try #require(reading(outcome.text).architecture)
      let today = try #require(CalendarDate("2026-11-01"))
      let noFiles = EvidenceFiles(
        missing: { _ in nil }, read: { _ in .failure(Complaint("is not there")) })
      let audit = Audit(
        try #require(AnalyzedSystem.analyze(architecture).system),
        library: try #require(Self.library),
        evidence: EvidenceReview(of: architecture, today: today, files: noFiles),
        settings: Audit.Settings(today: today))
      let greatest = try #require(audit.score.declareNext.map(\.rise).max())
      let asked = outcome.said.split(separator: "\n").last { $0.contains(", worth +") }
      let record = try #require(asked?.split(separator: ",").first)
      let declaration = audit.score.declareNext.first { $0.record == record }
      #expect(declaration?.rise == greatest, "\(record)")
    }
  }

  @Test func answersStandWhereTheyBelong() throws {
    var draft = Draft()
    draft = draft.setting("components", to: .list([])).adding("history", to: .components)
    draft = draft.setting("components.history.limit.tokens", to: .scalar("12k"))
    draft = draft.setting("components.history.kind", to: .scalar("conversation_buffer"))
    draft = draft.setting("stores.cache.latency.p95", to: .scalar("5ms"))
    draft = draft.setting("stores.cache.kind", to: .scalar("redis"))
    draft = draft.setting("stores.cache.latency.p50", to: .scalar("1ms"))
    let architecture = try #require(reading(draft.text).architecture, "\(draft.text)")
    #expect(architecture.stores.first?.section("latency")?.entry("p50") != nil)
    #expect(draft.text.contains("latency: {p50: 1ms, p95: 5ms}"))
    #expect(draft.text.contains("  - id: history\n    kind: conversation_buffer\n    limit: {"))
  }

  /// What can be asked again for ever would never end.
  @Test func aQuestionIsAskedOnce() throws {
    let lines = ["N", "", "", "h", "", "conversation_buffer", "", "s", "redis", "", "a", ""]
    let outcome = try session(lines + Array(repeating: "", count: 400))
    let asked = outcome.said.split(separator: "\n").filter { $0.hasSuffix("> ") }
    let fields = asked.filter { $0.contains(".") }
    #expect(Set(fields).count == fields.count && fields.count > 20)
    #expect(outcome.said.contains("The score waits for nothing else"))
  }
}
