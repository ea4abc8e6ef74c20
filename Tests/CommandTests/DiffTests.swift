import Foundation
import TestSupport
import Testing

/// What a change does to an audit, as a reviewer of the change sees it.
@Suite struct DiffTests {
  private let before = """
    memaudit: 1
    system: {name: Desk, stage: pre-production}
    workload: {turns_per_conversation: {typical: 10, max: 40}, tokens_per_turn: 500}
    model: {context_window: 16k}
    components:
      - {id: history, kind: conversation_buffer, limit: none, on_overflow: none}
      - {id: notes, kind: scratchpad}
    """

  private var after: String {
    before.replacing(
      "limit: none, on_overflow: none", with: "limit: {tokens: 8k}, on_overflow: window"
    )
    .replacing(
      "  - {id: notes, kind: scratchpad}", with: "  - {id: manuals, kind: rag, coherence: none}")
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(before, to: "before.yaml")
    try folder.write(after, to: "after.yaml")
    return folder
  }

  private func diff(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(
      ["diff"] + arguments + ["--today", "2026-11-01", "--only", "equivalence-map"],
      in: folder.path)
  }

  @Test func whatWasRefusedCannotBeCompared() throws {
    let folder = try folder()
    try folder.write("memaudit: 1\nsystem: {nam: Desk}\n", to: "broken.yaml")
    let refused = try Command.run(
      ["check", "broken.yaml", "--format", "json"], in: folder.path)
    try folder.write(refused.output, to: "refused.json")
    try folder.write("{\"problems\": 1}", to: "foreign.json")
    for (report, message) in [
      ("refused.json", "`broken.yaml` could not be audited when it was written"),
      ("foreign.json", "this is not a report of memaudit"),
    ] {
      let outcome = try diff(folder, report, "after.yaml")
      #expect(outcome.exit == 3 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }

  @Test func whatIsSaid() throws {
    let folder = try folder()
    Golden.expect(
      try diff(folder, "before.yaml", "after.yaml").transcript,
      toBe: "Tests/Goldens/diff/markdown.txt")
    Golden.expect(
      try diff(folder, "before.yaml", "after.yaml", "--format", "text").transcript,
      toBe: "Tests/Goldens/diff/text.txt")
    #expect(
      try diff(folder, "after.yaml", "after.yaml").output.contains(
        "Neither the architecture nor the checklists changed."))
  }

  @Test func aReportOfEarlierStandsForItsFile() throws {
    let folder = try folder()
    _ = try Command.run(
      [
        "check", "before.yaml", "--format", "json=before.json", "--today", "2026-11-01", "--only",
        "equivalence-map",
      ], in: folder.path)
    let files = try diff(folder, "before.yaml", "after.yaml")
    #expect(try diff(folder, "before.json", "after.yaml") == files)
  }

  @Test func otherChecklistsAreTold() throws {
    let folder = try folder()
    try folder.write(
      """
      checklist: house
      title: House rules
      about: For tests.
      questions: [{id: q, asks: Is it so?, rules: [nothing-is-right]}]
      rules:
        - id: nothing-is-right
          title: It is wrong
          severity: low
          require: "false"
          at: system.name
          message: it is wrong
          why: It is a test.
          fix: There is none.
          sources: [map]
          examples: {pass: "components: []", fail: "components: []"}
      """, to: "house.yaml")
    _ = try Command.run(
      ["check", "before.yaml", "--format", "json=before.json", "--today", "2026-11-01"],
      in: folder.path)
    let outcome = try Command.run(
      ["diff", "before.json", "before.yaml", "--checklist", "house.yaml", "--today", "2026-11-01"],
      in: folder.path)
    #expect(outcome.output.contains("The checklists changed, the architecture did not"))
    #expect(outcome.output.contains("it is wrong (the rule itself is new or gone)"))
    #expect(outcome.output.split(separator: "\n").filter { $0.hasPrefix("- **") }.count == 1)
    #expect(outcome.exit == 0)
  }

  @Test func whatCannotBeComparedIsSaid() throws {
    let folder = try folder()
    try folder.write("{", to: "broken.json")
    try folder.write("{\"report\": \"other\"}", to: "other.json")
    for wrong in ["nowhere.yaml", "broken.json", "other.json"] {
      let outcome = try diff(folder, wrong, "after.yaml")
      #expect(outcome.exit == 3 && outcome.output.isEmpty, "\(wrong)")
      #expect(!outcome.errors.isEmpty)
    }
    #expect(try diff(folder, "after.yaml").exit == 2)
  }

  @Test func reportsOfSeveralFilesAreComparedFileByFile() throws {
    let folder = try TemporaryFolder()
    for file in ["a", "b", "gone"] { try folder.write(before, to: "\(file).arch.yaml") }
    try folder.write("memaudit: 1\n", to: "broken.arch.yaml")
    let scope = ["--today", "2026-11-01", "--only", "equivalence-map"]
    _ = try Command.run(["check", "--format", "json=before.json"] + scope, in: folder.path)
    try folder.write(after, to: "b.arch.yaml")
    try FileManager.default.removeItem(at: folder.url("gone.arch.yaml"))
    try FileManager.default.removeItem(at: folder.url("broken.arch.yaml"))
    try folder.write(before, to: "new.arch.yaml")
    for (format, golden) in [("markdown", "several-markdown"), ("text", "several-text")] {
      let outcome = try diff(folder, "before.json", ".", "--format", format)
      Golden.expect(outcome.transcript, toBe: "Tests/Goldens/diff/\(golden).txt")
    }
    try folder.write("memaudit: 1\n", to: "a.arch.yaml")
    let refused = try diff(folder, "before.json", ".")
    #expect(refused.exit == 3)
    #expect(refused.output.contains("- Only before: `gone.arch.yaml`."))
    #expect(refused.output.contains("- Not audited: `a.arch.yaml`, `broken.arch.yaml`."))
    let same = try diff(folder, "before.json", "before.json")
    #expect(same.output.hasPrefix("# What changes: 0 of 3 architectures\n"))
  }

  @Test func aBaselineIsRefused() throws {
    let folder = try folder()
    _ = try Command.run(["check", "before.yaml", "--format", "baseline=b.json"], in: folder.path)
    let outcome = try diff(folder, "b.json", "after.yaml")
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("a baseline keeps too little to compare with"))
  }

  /// Where nothing can run twice any more the race is mended, though the question about it is not asked any more.
  @Test func aHazardThatIsGoneIsFixed() throws {
    let folder = try TemporaryFolder()
    let racing = """
      memaudit: 1
      system: {name: Desk, stage: pre-production}
      agents: [{id: bot, replicas: 4, concurrent_runs_per_key: allow, writes: [run, notes]}]
      components:
        - {id: run, kind: checkpoint, scope: thread, write_control: {strategy: read-modify-write}}
        - {id: notes, kind: scratchpad, scope: global, write_control: {strategy: read-modify-write}}
      """
    try folder.write(racing, to: "before.yaml")
    let turns = racing.replacing(
      "replicas: 4, concurrent_runs_per_key: allow",
      with: "replicas: 1, concurrent_runs_per_key: queue")
    try folder.write(
      turns.split(separator: "\n").filter { !$0.contains("id: notes") }.joined(separator: "\n")
        .replacing("[run, notes]", with: "[run]"), to: "after.yaml")
    let text = try Command.run(
      ["diff", "before.yaml", "after.yaml", "--only", "concurrency"],
      in: folder.path
    ).output
    let fixed = try #require(text.components(separatedBy: "## Fixed\n\n").last)
    let parts = fixed.components(separatedBy: "## No longer asked\n")
    #expect(parts.count == 2)
    #expect(parts.first?.contains("`run` (fail)") == true)
    #expect(parts.first?.contains("it does not apply, or passes if it does") == true)
    #expect(parts.last?.contains("`notes` (fail)") == true)
  }

  /// To declare is no repair: what was only undeclared has been answered.
  @Test func whatIsDeclaredIsAnsweredAndNotFixed() throws {
    let folder = try folder()
    try folder.write(
      after.replacing("{id: history,", with: "{id: history, persists_injected: false,"),
      to: "answer.yaml")
    let text = try diff(folder, "after.yaml", "answer.yaml").output
    #expect(!text.contains("## Fixed"))
    let answered = try #require(text.components(separatedBy: "## Answered").last)
    #expect(answered.contains("(undeclared): it can be told now, and passes"))
  }

  @Test(arguments: ["markdown", "text"])
  func whatNothingIsKnownOfIsSaidOfTheNewSide(format: String) throws {
    let folder = try folder()
    try folder.write(
      after.replacing(
        "{id: history,", with: "{id: history, implementation: langgraph.PostgresSaverr,"),
      to: "unknown.yaml")
    let told = "nothing is known of `langgraph.PostgresSaverr`; did you mean"
    let new = try diff(folder, "after.yaml", "unknown.yaml", "--format", format).output
    #expect(new.contains(told), "\(new)")
    let old = try diff(folder, "unknown.yaml", "after.yaml", "--format", format).output
    #expect(!old.contains(told), "\(old)")
  }
}
