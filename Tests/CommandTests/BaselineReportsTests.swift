import TestSupport
import Testing

/// A baseline of several files: each is compared with its own report.
@Suite struct BaselineReportsTests {
  private static let sound = """
    memaudit: 1
    system: {name: Desk, stage: prototype}
    components: [{id: history, kind: conversation_buffer, store: cache}]
    stores: [{id: cache, kind: redis, persistence: {mode: append-only}}]

    """
  private static let worse = sound.replacing("{mode: append-only}", with: "none")

  private func check(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(["check", "--fail-on", "high"] + arguments, in: folder.path)
  }

  private func folderWithBaseline() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.worse, to: "a.arch.yaml")
    try folder.write(Self.sound, to: "b/arch.yaml")
    try folder.write("memaudit: 1\n", to: "c.arch.yaml")
    #expect(try check(folder, ".", "--format", "json=baseline.json").exit == 3)
    return folder
  }

  @Test func whatWasThereIsKnownFileByFile() throws {
    let folder = try folderWithBaseline()
    #expect(try check(folder, "a.arch.yaml", "b").exit == 1)
    #expect(try check(folder, "a.arch.yaml", "b", "--baseline", "baseline.json").exit == 0)
    #expect(try check(folder, "./a.arch.yaml", "--baseline", "baseline.json").exit == 0)
    try folder.write(Self.worse, to: "b/arch.yaml")
    let outcome = try check(folder, "a.arch.yaml", "b", "--baseline", "baseline.json")
    #expect(outcome.exit == 1, "what one file had is known of another\n\(outcome.output)")
  }

  @Test func aFileThatIsNotInItIsNew() throws {
    let folder = try folderWithBaseline()
    try folder.write(Self.worse, to: "d.arch.yaml")
    let outcome = try check(folder, "d.arch.yaml", "--baseline", "baseline.json")
    #expect(outcome.exit == 1)
    #expect(!outcome.output.contains("other checklists"))
  }

  @Test func aListWithoutAReportIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sound, to: "arch.yaml")
    for (json, message) in [("[]", "it holds no report"), ("[1]", "not a report of memaudit")] {
      try folder.write(json, to: "baseline.json")
      let outcome = try check(folder, "--baseline", "baseline.json")
      #expect(outcome.exit == 2)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }
}
