import SourceText
import Testing

@testable import Auditing

@Suite struct ConfigurationTests {
  private func read(_ text: String) -> ConfigurationReading {
    ConfigurationReading(SourceFile(name: ".memaudit.yaml", text: text))
  }

  @Test func everythingIsRead() throws {
    let reading = read(
      """
      checklists: [checklists/costs.yaml, ../shared.yaml]
      disable:
        - {rule: window-evicts-causes, reason: We keep the log elsewhere.}
      gate: {fail_on: medium, fail_on_undeclared: none, min_score: 72.5}
      """)
    #expect(reading.diagnostics == [])
    let configuration = try #require(reading.configuration)
    #expect(configuration.checklists.map(\.text) == ["checklists/costs.yaml", "../shared.yaml"])
    #expect(configuration.disabled.map(\.rule.text) == ["window-evicts-causes"])
    #expect(configuration.disabled.map(\.reason) == ["We keep the log elsewhere."])
    let place = configuration.checklists.map { configuration.file.text($0.span) }
    #expect(place == ["checklists/costs.yaml", "../shared.yaml"])
    #expect(configuration.gate.failOn == .from(.medium))
    #expect(configuration.gate.failOnUndeclared == .never)
    #expect(configuration.gate.minScore == 72.5)
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "~", "{}", "x-owner: somebody"])
  func nothingSaidChangesNothing(text: String) throws {
    let reading = read(text)
    #expect(reading.diagnostics == [])
    let policy = GatePolicy(failOn: .high, failOnUndeclared: .critical, minScore: 40)
    #expect(try #require(reading.configuration).gate.applied(to: policy) == policy)
  }

  static let policies: [(String, GatePolicy)] = [
    ("fail_on: none", GatePolicy(failOn: nil, failOnUndeclared: .critical)),
    ("fail_on: low", GatePolicy(failOn: .low, failOnUndeclared: .critical)),
    ("fail_on_undeclared: none", GatePolicy(failOn: .high, failOnUndeclared: nil)),
    ("fail_on_undeclared: low", GatePolicy(failOn: .high, failOnUndeclared: .low)),
    ("min_score: 0", GatePolicy(failOn: .high, failOnUndeclared: .critical, minScore: 0)),
    ("min_score: 100", GatePolicy(failOn: .high, failOnUndeclared: .critical, minScore: 100)),
    ("min_score: none", GatePolicy(failOn: .high, failOnUndeclared: .critical)),
  ]

  @Test(arguments: policies)
  func whatIsSaidWins(gate: String, expected: GatePolicy) throws {
    let configuration = try #require(read("gate: {\(gate)}").configuration)
    #expect(configuration.gate.applied(to: GatePolicy(stage: "pre-production")) == expected)
  }

  static let mistakes: [(String, String, String?)] = [
    (
      "checklist: [a.yaml]", "the configuration has no field `checklist`",
      "did you mean `checklists`?"
    ),
    (
      "baseline: b.json", "the configuration has no field `baseline`",
      "it is given on the command line: `--baseline FILE`"
    ),
    (
      "fail_on: high", "the configuration has no field `fail_on`", "write `gate: {fail_on: …}`"
    ),
    ("checklists: a.yaml", "`checklists` must be a list", "write `[a.yaml]`"),
    ("checklists: [a, a]", "`a` is listed twice", "remove one of the two"),
    ("disable: [a-rule]", "an item of `disable` must be a mapping", nil),
    ("disable: [{rule: a-rule}]", "a disabled rule needs `reason`", nil),
    ("disable: [{reason: Because.}]", "a disabled rule needs `rule`", nil),
    ("disable: [{rule: a, reason: ''}]", "`reason` is empty", nil),
    (
      "disable: [{rule: a, reason: x}, {rule: a, reason: y}]", "`a` is disabled twice",
      "remove one of the two"
    ),
    ("gate: {fail_on: hihg}", "`fail_on` cannot be `hihg`", "did you mean `high`?"),
    ("gate: {fail-on: high}", "gate has no field `fail-on`", "did you mean `fail_on`?"),
    ("gate: {min_score: 101}", "`min_score` is more than 100", "write 100 at most"),
    ("gate: {min_score: 0.95}", "`min_score` is under 1, and scores go to 100", "write `95`"),
    ("gate: {min_score: -1}", "`min_score` cannot be negative", nil),
    ("gate: {min_score: 80%}", "`min_score` must be a plain number, not a percentage", "write 0.8"),
    (
      "gate: {min_score: '80'}", "`min_score` must be a number, and quotes make it text",
      "write 80 without quotes"
    ),
    ("gate: {", "", nil), ("[]", "the configuration must be a mapping", nil),
    ("gate: {}\ngate: {}", "", nil), ("\u{0}", "", nil),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldWhereTheyAre(text: String, message: String, help: String?) throws {
    let reading = read(text)
    #expect(reading.configuration == nil)
    let first = try #require(reading.diagnostics.first)
    #expect(message.isEmpty || first.message.hasPrefix(message))
    #expect(help == nil || first.help == help)
  }

  @Test func disabledRulesMustExist() throws {
    let text =
      "disable: [{rule: window-evict-causes, reason: x}, {rule: other, reason: y}, {rule: zzz, reason: z}]"
    let configuration = try #require(read(text).configuration)
    let unknown = configuration.unknownRules(among: ["window-evicts-causes", "other"])
    #expect(
      unknown.map(\.message)
        == ["there is no rule `window-evict-causes`", "there is no rule `zzz`"])
    #expect(
      unknown.map(\.help) == [
        "did you mean `window-evicts-causes`?", "`memaudit rules` lists them",
      ])
    #expect(unknown.map { configuration.file.text($0.span) } == ["window-evict-causes", "zzz"])
  }

  @Test func onlySoManyNamesAreGuessed() throws {
    let rules = (0..<60).map { "{rule: windows-\($0), reason: x}" }.joined(separator: ", ")
    let configuration = try #require(read("disable: [\(rules)]").configuration)
    let unknown = configuration.unknownRules(among: ["windows"])
    #expect(unknown.count == 60)
    #expect(unknown.count { $0.help == "did you mean `windows`?" } == Guesses.most)
  }

  /// Whoever looks for the others finds them all from the first.
  @Test func everyDoubleIsToldWhereTheFirstIs() {
    let text =
      "disable: [\(Array(repeating: "{rule: a, reason: x}", count: 3).joined(separator: ", "))]"
    let diagnostics = read(text).diagnostics
    #expect(diagnostics.count == 2)
    #expect(Set(diagnostics.flatMap { $0.notes.map(\.span.start) }).count == 1)
    #expect(diagnostics.allSatisfy { $0.notes.count == 1 })
  }
}
