import TestSupport
import Testing

/// The rules of one's own checklists are known wherever those of the program are.
@Suite struct OwnChecklistsTests {
  private let rule = "windows-are-small"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".git/HEAD")
    try folder.write(
      "memaudit: 1\nsystem: {name: N, stage: production}\n"
        + "components: [{id: w, kind: windowed_buffer, window: {turns: 90}}]\n",
      to: "bot/arch.yaml")
    try folder.write(HouseRules.checklist, to: "our house.yaml")
    return folder
  }

  private func configuredFolder() throws -> TemporaryFolder {
    let folder = try folder()
    try folder.write("checklists: [our house.yaml]\n", to: ".memaudit.yaml")
    return folder
  }

  /// The advice to waive, in one line.
  private func advice(_ arguments: [String], in folder: String) throws -> String {
    let report = try Command.run(["check", "--only", "house"] + arguments, in: folder).output
    return report.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func theConfigurationIsFoundUpward() throws {
    let folder = try configuredFolder()
    for place in [folder.path, folder.path + "/bot"] {
      let explained = try Command.run(["explain", rule], in: place)
      #expect(explained.output.contains("a rule of house, high"))
      #expect(try Command.run(["rules"], in: place).output.contains(rule))
      let others = try Command.run(["rules", "--no-config"], in: place)
      #expect(others.exit == 0 && !others.output.contains(rule))
    }
    let elsewhere = try Command.run(
      ["explain", "--config", folder.path + "/.memaudit.yaml", rule], in: ".")
    #expect(elsewhere.exit == 0)
  }

  @Test func aConfigurationThatIsBrokenIsTold() throws {
    let folder = try configuredFolder()
    try folder.remove("our house.yaml")
    let outcome = try Command.run(["explain", "rag"], in: folder.path)
    #expect(outcome.exit == 4)
    #expect(outcome.errors.contains(".memaudit.yaml:1:14"))
    #expect(try Command.run(["explain", "--no-config", "rag"], in: folder.path).exit == 0)
  }

  @Test func theAdviceToWaiveIsACommandThatKnowsTheRule() throws {
    let bare = try folder()
    let given = try advice(["bot/arch.yaml", "--checklist", "our house.yaml"], in: bare.path)
    #expect(given.contains("`memaudit explain --checklist 'our house.yaml' \(rule)` has its lines"))
    let folder = try configuredFolder()
    let found = try advice(["bot/arch.yaml"], in: folder.path)
    #expect(found.contains("`memaudit explain \(rule)` has its lines"))
    let far = try advice([folder.path + "/bot/arch.yaml"], in: "examples")
    let named = "`memaudit explain --config \(folder.path)/.memaudit.yaml \(rule)` has its lines"
    #expect(far.contains(named))
    let own = try advice(
      ["bot/arch.yaml", "--no-config", "--checklist", "our house.yaml"], in: folder.path)
    #expect(own.contains("explain --checklist 'our house.yaml' --no-config \(rule)`"))
  }
}
