import Foundation
import JSON
import TestSupport
import Testing

/// The gate and what decides it, as a user and a pipeline see it.
@Suite struct AuditCommandTests {
  /// A folder with an architecture, the checklist of the house and whatever else.
  private func folder(_ component: String, _ rest: String = "", stage: String = "production") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(
      "memaudit: 1\nsystem: {name: N, stage: \(stage)}\ncomponents: [\(component)]\n\(rest)\n",
      to: "arch.yaml")
    try folder.write(HouseRules.checklist, to: "house.yaml")
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(
      [
        "check", "arch.yaml", "--checklist", "house.yaml", "--only", "house", "--today",
        "2026-11-01",
      ]
        + arguments, in: folder.path)
  }

  private func folderWithADisabledRule() throws -> TemporaryFolder {
    let folder = try folder(large)
    try folder.write("", to: ".git/HEAD")
    try folder.write(
      "checklists: [house.yaml]\ndisable: [{rule: windows-are-small, reason: We know.}]\n",
      to: ".memaudit.yaml")
    return folder
  }

  private let small = "{id: w, kind: windowed_buffer, window: {turns: 12}}"
  private let large = "{id: w, kind: windowed_buffer, window: {turns: 30}}"
  private let unsaid = "{id: w, kind: windowed_buffer}"

  @Test func theGateFollowsTheStage() throws {
    #expect(try check(folder(small)).exit == 0)
    #expect(try check(folder(large)).exit == 1)
    #expect(try check(folder(large, stage: "prototype")).exit == 0)
    #expect(try check(folder(unsaid)).exit == 1)
    #expect(try check(folder(unsaid, stage: "pre-production")).exit == 0)
  }

  @Test func optionsComeBeforeTheStage() throws {
    #expect(try check(folder(large), "--fail-on", "critical").exit == 0)
    #expect(try check(folder(large, stage: "prototype"), "--fail-on=high").exit == 1)
    #expect(try check(folder(unsaid), "--fail-on-undeclared", "off").exit == 0)
    #expect(try check(folder(unsaid), "--fail-on-undeclared", "none").exit == 0)
    #expect(try check(folder(large), "--exit-zero").exit == 0)
  }

  @Test func whatIsReported() throws {
    Golden.expect(try check(folder(large)).transcript, toBe: "Tests/Goldens/audit/fail.txt")
    Golden.expect(try check(folder(unsaid)).transcript, toBe: "Tests/Goldens/audit/undeclared.txt")
    Golden.expect(try check(folder(small)).transcript, toBe: "Tests/Goldens/audit/pass.txt")
    Golden.expect(
      try check(folder(large), "--format", "json").transcript,
      toBe: "Tests/Goldens/audit/fail-json.txt")
    Golden.expect(
      try check(folder(large), "--trace", "windows-are-small@w").transcript,
      toBe: "Tests/Goldens/audit/trace.txt")
  }

  /// A trace tells what the verdict rests on: also where that stands in another part of the file.
  @Test func traceFollowsReferences() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      memaudit: 1
      system: {name: Desk}
      components: [{id: documents, kind: rag, store: pg}]
      stores: [{id: pg, kind: postgres, on_unavailable: fail}]
      """, to: "arch.yaml")
    let trace = try Command.run(
      ["check", "arch.yaml", "--trace", "memory-outage-stops-the-reply@documents"],
      in: folder.path
    ).output
    #expect(trace.contains("stores.pg"))
    #expect(!trace.contains("subject.store  null"))
    #expect(trace.contains("fail"))
  }

  @Test func waiversStandBesideTheVerdict() throws {
    func waiver(rule: String = "windows-are-small", subject: String = "w", expires: String)
      -> String
    {
      "waivers: [{rule: \(rule), subject: \(subject), reason: A trial., approved_by: Ada, expires: \(expires)}]"
    }
    let active = try check(folder(large, waiver(expires: "2026-11-01")))
    Golden.expect(active.transcript, toBe: "Tests/Goldens/audit/waived.txt")
    #expect(active.exit == 0)
    let expired = try check(folder(large, waiver(expires: "2026-10-31")))
    Golden.expect(expired.transcript, toBe: "Tests/Goldens/audit/waiver-expired.txt")
    #expect(expired.exit == 1)
    let orphaned = try check(folder(small, waiver(rule: "windows-are-smal", expires: "2027-01-01")))
    Golden.expect(orphaned.transcript, toBe: "Tests/Goldens/audit/waiver-orphaned.txt")
    #expect(orphaned.exit == 1)
    #expect(try check(folder(small, waiver(expires: "2027-01-01"))).exit == 0)
  }

  @Test func aBaselineLetsOnlyWhatIsNewFail() throws {
    let folder = try folder(large)
    #expect(try check(folder, "--format", "json=before.json").exit == 1)
    #expect(try check(folder, "--baseline", "before.json").exit == 0)
    let other = large.replacingOccurrences(of: "id: w", with: "id: v")
    try folder.write(
      "memaudit: 1\nsystem: {name: N, stage: production}\ncomponents: [\(large), \(other)]\n",
      to: "arch.yaml")
    let outcome = try check(folder, "--baseline", "before.json")
    #expect(outcome.exit == 1)
    #expect(outcome.output.contains("`windows-are-small` on `v`"))
    #expect(try check(folder, "--baseline", "nowhere.json").exit == 2)
    try folder.write("{\"report\": \"other\"}", to: "bad.json")
    #expect(try check(folder, "--baseline", "bad.json").exit == 2)
  }

  @Test func theConfigurationIsFoundUpward() throws {
    let folder = try folderWithADisabledRule()
    try folder.write(try folder.read("arch.yaml"), to: "deep/er/arch.yaml")
    let arguments = ["check", "deep/er/arch.yaml", "--only", "house", "--today", "2026-11-01"]
    let outcome = try Command.run(arguments, in: folder.path)
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/audit/disabled.txt")
    #expect(outcome.exit == 0)
    #expect(try Command.run(arguments + ["--no-config"], in: folder.path).exit == 2)
    try folder.write("disable: [{rule: windows-are-smal, reason: x}]\n", to: ".memaudit.yaml")
    let unknown = try Command.run(arguments, in: folder.path)
    #expect(unknown.exit == 2)
    #expect(unknown.errors.contains("there is no rule `windows-are-smal`"))
  }

  /// Reports are read where nobody sees the standard error.
  @Test(arguments: [[], ["--only", "backends"]])
  func reportsSayWhyNothingWasAudited(more: [String]) throws {
    let folder = try folder(small)
    try folder.write("", to: ".git/HEAD")
    try folder.write("gate:\n  fail_onn: high\n", to: ".memaudit.yaml")
    for format in ["jsonl", "sarif", "junit"] {
      let outcome = try Command.run(
        ["check", "arch.yaml", "--format", format] + more, in: folder.path)
      #expect(outcome.exit == 2)
      #expect(outcome.output.contains(".memaudit.yaml:2:3"), "\(outcome.output)")
      #expect(outcome.output.contains("fail_onn"), "\(outcome.output)")
    }
  }

  @Test func aWaiverIsNotCalledNeedlessByARunThatDoesNotAsk() throws {
    let waiver =
      "waivers: [{rule: windows-are-small, subject: w, reason: A trial., approved_by: Ada, expires: 2027-01-01}]"
    let folder = try folder(large, waiver)
    let outcome = try Command.run(
      ["check", "arch.yaml", "--checklist", "house.yaml", "--only", "backends"], in: folder.path)
    #expect(!outcome.output.contains("no longer needed"), "\(outcome.output)")
  }

  @Test func aDisabledRuleAnswersNoQuestion() throws {
    let folder = try folderWithADisabledRule()
    let report = try JSONValue(
      parsing: Array(
        Command.run(
          ["check", "arch.yaml", "--only", "house", "--format", "json"], in: folder.path
        ).output.utf8))
    let house = report["checklists"]?.items?.first { $0["id"]?.text == "house" }
    #expect(house?["failed"]?.number ?? 0 == 0, "\(String(describing: house))")
  }

  @Test func aTraceOfARuleThatIsLeftOutIsRefusedForThat() throws {
    let folder = try folder(large)
    let outcome = try check(folder, "--trace", "store-without-timeout@w")
    #expect(outcome.errors.contains("the rule `store-without-timeout` was not asked"))
    #expect(try check(folder, "--trace", "@w").errors.contains("there is no rule ``"))
  }

  /// A name that is no text hides what is in its folder from nobody.
  @Test func aFolderWhoseNameIsNoTextIsWalked() throws {
    let folder = try folder(small)
    let outcome = try Command.run(
      ["check", ".", "--exit-zero"], in: folder.path,
      through: #"mkdir $'bad\xff' && cp arch.yaml $'bad\xff/arch.yaml' && "$@""#)
    #expect(outcome.output.contains("N (arch.yaml)"), "\(outcome.output)")
    #expect(outcome.errors.contains("bad\u{FFFD}"), "\(outcome.errors)")
    #expect(outcome.exit == 3)
  }

  @Test func aBrokenChecklistIsBlamedAtItsPlace() throws {
    let folder = try folder(small)
    try folder.write(
      HouseRules.checklist.replacingOccurrences(
        of: "subject.window.turns <= 20", with: "subject.window.turn <= 20"
      )
      .replacingOccurrences(of: "'windowed_buffer' in", with: "'windowed_bufer' in")
      .replacingOccurrences(of: "{subject.id} keeps", with: "{subject.idd} keeps"),
      to: "house.yaml")
    let outcome = try check(folder)
    Golden.expect(outcome.transcript, toBe: "Tests/Goldens/audit/broken-checklist.txt")
    #expect(outcome.exit == 4)
    #expect(try Command.run(["test", "house.yaml"], in: folder.path).exit == 4)
  }

  @Test func aRuleThatCannotBeEvaluatedIsTold() throws {
    let folder = try folder("{id: v, kind: windowed_buffer, window: none}, \(large)")
    try folder.write(
      HouseRules.checklist.replacingOccurrences(of: "has(subject.window.turns) && ", with: ""),
      to: "house.yaml")
    let outcome = try check(folder)
    #expect(outcome.exit == 4)
    #expect(outcome.errors.contains("the rule `windows-are-small` cannot be evaluated"))
    #expect(outcome.output.contains("`w` keeps 30 turns"))
  }

  /// A fail of which nobody can tell how grave it is must not pass for a slight one.
  @Test func aRaiseThatCannotBeEvaluatedIsTold() throws {
    let folder = try folder("{id: w, kind: windowed_buffer, window: {turns: 30, gap: none}}")
    try folder.write(
      HouseRules.checklist.replacingOccurrences(
        of: "severity: high",
        with: """
          severity:
                base: low
                raise: [{to: critical, when: subject.window.gap > duration('1s')}]
          """),
      to: "house.yaml")
    let outcome = try check(folder)
    #expect(outcome.exit == 4)
    #expect(outcome.errors.contains("the rule `windows-are-small` cannot be evaluated"))
    #expect(outcome.errors.contains("house.yaml:10:"), "\(outcome.errors)")
  }

  /// What cannot be told is neither gone nor no longer needed.
  @Test func whatCannotBeEvaluatedIsNotResolved() throws {
    let folder = try folder(
      large,
      """
      waivers:
        - {rule: windows-are-small, subject: w, reason: R, approved_by: A, expires: 2027-01-01}
      """)
    #expect(try check(folder, "--format", "baseline=baseline.json").exit == 0)
    try folder.write(
      HouseRules.checklist.replacingOccurrences(
        of: "subject.window.turns <= 20", with: "subject.window.gap > duration('1s')"),
      to: "house.yaml")
    let text = try String(contentsOfFile: folder.path + "/arch.yaml", encoding: .utf8)
    try folder.write(
      text.replacingOccurrences(of: "turns: 30", with: "turns: 30, gap: none"), to: "arch.yaml")
    let outcome = try check(folder, "--baseline", "baseline.json")
    #expect(outcome.exit == 4)
    #expect(!outcome.output.contains("no longer"), "\(outcome.output)")
    #expect(outcome.output.contains("its rule cannot be evaluated"), "\(outcome.output)")
  }

  /// What is wrong with a rule is one thing, however many it is asked about.
  @Test func aRuleThatCannotBeEvaluatedIsToldOnce() throws {
    let none = "vwxyz".map { "{id: \($0), kind: windowed_buffer, window: none}" }
    let folder = try folder(none.joined(separator: ", "))
    try folder.write(
      HouseRules.checklist.replacingOccurrences(of: "has(subject.window.turns) && ", with: ""),
      to: "house.yaml")
    let errors = try check(folder).errors
    #expect(errors.split(separator: "error: ").count == 2, "\(errors)")
    #expect(errors.contains("house.yaml:11:"))
    #expect(errors.contains(" (about v, w, x and 2 more)\n"))
  }

  @Test func whatIsOddAboutEvidenceIsTold() throws {
    let folder = try folder(
      small, "evidence: [{for: components.w.window.turns, file: notes.md, valid_for: 1d}]")
    try folder.write("We looked at it.", to: "notes.md")
    let output = inOneLine(try check(folder).output)
    #expect(output.contains("valid; it says how long it holds, and not from when"), "\(output)")
  }

  @Test func evidenceReplacesWhatIsDeclared() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      memaudit: 1
      system: {name: N}
      components: [{id: c, kind: scratchpad, store: s}]
      stores: [{id: s, kind: redis, latency: {p95: 3ms}}]
      evidence: [{for: stores.s.latency.p95, file: k6.json, format: k6, dated: 2026-10-01, valid_for: 60d}]
      """, to: "arch.yaml")
    try folder.write(
      #"{"metrics": {"http_req_duration": {"med": 20, "p(95)": 240}}}"#, to: "k6.json")
    let outcome = try Command.run(
      [
        "check", "arch.yaml", "--only", "lookup-p95-over-target", "--today", "2026-11-01",
        "--fail-on", "low",
      ],
      in: folder.path)
    #expect(outcome.output.contains("240 ms"))
    #expect(outcome.exit == 1)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let arguments = [
      "check", "examples/multi-agent.arch.yaml", "--today", "2026-11-01", "--format", "json",
    ]
    let first = try Command.run(arguments, in: ".")
    for _ in 0..<3 { #expect(try Command.run(arguments, in: ".").output == first.output) }
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let folder = try folder(small)
    #expect(try check(folder, "--format", "json=no/such/folder.json").exit == 70)
    #expect(try check(folder, "--format", "json=report.json").exit == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["arch.yaml", "house.yaml", "report.json"])
  }

  /// What does not apply is counted where its rule stands, also where few rules are asked.
  @Test(arguments: [["lessons"], ["tradeoffs", "backends"], ["memory-store-without-persistence"]])
  func whatDoesNotApplyIsOfItsOwnChecklist(only: [String]) throws {
    func rows(_ arguments: [String]) throws -> [String: JSONValue] {
      let outcome = try Command.run(
        ["check", "examples/support.arch.yaml", "--today", "2026-11-01", "--format", "json"]
          + arguments, in: ".")
      let report = try JSONValue(parsing: Array(outcome.output.utf8))
      let rows = try #require(report["checklists"]?.items)
      #expect(
        rows.compactMap { $0["not_applicable"]?.number }.reduce(0, +)
          == report["not_applicable"]?.number)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"]?.text ?? "", $0) })
    }
    let all = try rows([])
    let some = try rows(only.flatMap { ["--only", $0] })
    #expect(!some.isEmpty)
    for (id, row) in some where only.contains(id) {
      #expect(row["not_applicable"] == all[id]?["not_applicable"], "\(id)")
    }
    #expect(some.count == only.count)
  }
}
