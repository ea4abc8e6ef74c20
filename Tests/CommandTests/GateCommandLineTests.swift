import Foundation
import TestSupport
import Testing

/// What the command line and the configuration may say of the gate, and what they are told.
@Suite struct GateCommandLineTests {
  private func check(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(["check"] + arguments, in: folder.path)
  }

  /// One word for no severity at all, and the older one still.
  @Test func noSeverityHasOneWord() throws {
    let folder = try TemporaryFolder(["arch.yaml": SmallSystem.worse])
    #expect(try check(folder, "--fail-on", "high").exit == 1)
    #expect(try check(folder, "--fail-on", "none").exit == 0)
    #expect(try check(folder, "--fail-on", "off", "--fail-on-undeclared=off").exit == 0)
    let wrong = try check(folder, "--fail-on", "nothing")
    #expect(wrong.exit == 2)
    #expect(
      wrong.errors.contains(
        "`--fail-on` cannot be `nothing`\n  help: write one of none, low, medium, high, critical"),
      "\(wrong.errors)")
    #expect(try check(folder, "--fail-on").errors.contains("`--fail-on` needs a value"))
  }

  /// A part of the rules has no score that a minimum was set for.
  @Test func aMinimumIsOfAllRules() throws {
    let folder = try TemporaryFolder(["arch.yaml": SmallSystem.sound])
    let refused = try check(folder, "--only", "backends", "--min-score", "90")
    #expect(refused.exit == 2 && refused.errors.contains("`--only` leaves some out"))
    try folder.write("gate: {min_score: 99}\n", to: ".memaudit.yaml")
    #expect(try check(folder).exit == 1)
    let outcome = try check(folder, "--only", "backends")
    #expect(outcome.exit == 0)
    #expect(inOneLine(outcome.output).contains("`min_score` (99) was not asked"))
  }

  // MARK: What would be dropped

  @Test(arguments: [
    (["--only", "backends", "--min-score", "90"], "`--min-score` is of all rules"),
    (["--min-score", "0.9"], "`--min-score` is under 1, and scores go to 100"),
    (["--config", "missing.yaml", "--no-config"], "`--config` names the configuration"),
    (["--trace", "a@b", "--forecasts"], "`--trace` and `--forecasts` each print one thing"),
    (["--trace", "a@b", "--format", "sarif=f"], "`--trace` prints one thing and no report"),
    (["--trace", "a@b", "--summary"], "`--trace` prints one thing and no report"),
    (["--forecasts", "--format", "json=f"], "`--forecasts` prints one thing and no report"),
    (["--forecasts", "--summary"], "`--forecasts` prints one thing and no report"),
    (["--summary"], "`--summary` keeps a Markdown review short"),
    (["--summary", "--format", "json"], "`--summary` keeps a Markdown review short"),
    (["--format", "github", "--summary"], "`--summary` keeps a Markdown review short"),
  ])
  func noOptionIsDroppedWithoutAWord(arguments: [String], reason: String) throws {
    let folder = try TemporaryFolder(["arch.yaml": SmallSystem.sound])
    let outcome = try Command.run(["check"] + arguments, in: folder.path)
    #expect(outcome.exit == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: " + reason), "\(outcome.errors)")
    #expect(outcome.errors.contains("\n  help: "))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/f"))
  }

  @Test func aSummaryIsOfTheMarkdownAmongReports() throws {
    let folder = try TemporaryFolder(["arch.yaml": SmallSystem.sound])
    let outcome = try check(
      folder, "--summary", "--format", "json=f", "--format", "markdown=review.md")
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let review = try Command.run(["report", "--summary"], in: folder.path)
    #expect(try folder.read("review.md") == review.output)
    let page = try Command.run(["report", "--summary", "--format", "html"], in: folder.path)
    #expect(page.exit == 2)
  }

  // MARK: Traces

  private func two() throws -> TemporaryFolder {
    try TemporaryFolder([
      "a.arch.yaml": SmallSystem.sound,
      "b.arch.yaml": SmallSystem.sound.replacing("cache", with: "other"),
    ])
  }

  @Test func aTraceOfAFolderIsOfTheFilesThatHaveTheSubject() throws {
    let folder = try two()
    let outcome = try check(folder, ".", "--trace", "memory-store-without-persistence@cache")
    #expect(outcome.exit == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("a.arch.yaml: memory-store-without-persistence on cache\n"))
    let none = try check(folder, ".", "--trace", "memory-store-without-persistence@nothing")
    #expect(none.exit == 2)
    #expect(none.errors.components(of: "has no subject") == 1, "\(none.errors)")
  }

  @Test(arguments: [["--trace", "no-such-rule@cache"], ["--only", "no-such-rule"]])
  func aRuleThatIsNowhereIsToldOnceAndNothingElse(arguments: [String]) throws {
    let folder = try two()
    let outcome = try Command.run(["check", "."] + arguments, in: folder.path)
    #expect(outcome.exit == 2 && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.errors.components(of: "no-such-rule") == 1, "\(outcome.errors)")
  }

  @Test func aTraceShowsExpressionsAsTheyAreWritten() throws {
    let folder = try TemporaryFolder(["arch.yaml": SmallSystem.sound])
    let outcome = try check(folder, "--trace", "owner-unchecked-on-read@history")
    #expect(outcome.exit == 0 && !outcome.output.contains("␊"))
    #expect(
      outcome.output.contains(" (declared(subject.owner_checked) ? true\n"), "\(outcome.output)")
  }

  // MARK: What the baseline has besides

  private func withBaseline() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      ".git/HEAD": "", "a/one.arch.yaml": SmallSystem.sound,
      "b/two.arch.yaml": SmallSystem.sound.replacing("Desk", with: "Two"),
    ])
    _ = try check(folder, ".", "--format", "baseline=baseline.json")
    return folder
  }

  @Test func whatWasNotLookedAtIsNotMissed() throws {
    let folder = try withBaseline()
    let outcome = try check(folder, "a", "--baseline", "baseline.json")
    #expect(!outcome.output.contains("not audited"), "\(outcome.output)")
    let file = try check(folder, "a/one.arch.yaml", "--baseline", "baseline.json")
    #expect(!file.output.contains("not audited"))
    try folder.remove("b/two.arch.yaml")
    let all = inOneLine(try check(folder, ".", "--baseline", "baseline.json").output)
    #expect(all.contains("1 file of the baseline was not audited: `b/two.arch.yaml`."))
    #expect(
      all.contains(
        "change its `repository_path` in the baseline; what was deleted goes when it is written again: `memaudit check"
      ))
    try folder.write(SmallSystem.worse, to: "a/one.arch.yaml")
    let failing = inOneLine(
      try check(folder, ".", "--fail-on", "high", "--baseline", "baseline.json").output)
    #expect(!failing.contains("`memaudit check PATH --format baseline"))
    #expect(failing.contains("not audited: `b/two.arch.yaml`. Where one was renamed"))
  }

  @Test func aFileThatWasRenamedIsRecognized() throws {
    let folder = try withBaseline()
    let text = try folder.read("b/two.arch.yaml")
    try folder.remove("b/two.arch.yaml")
    try folder.write(text, to: "b/new.arch.yaml")
    let said = inOneLine(try check(folder, ".", "--baseline", "baseline.json").output)
    #expect(
      said.contains(
        "`b/new.arch.yaml` looks like `b/two.arch.yaml`, renamed: change its `repository_path`"),
      "\(said.suffix(800))")
    #expect(!said.contains("written again"))
  }

  // MARK: The rest

  @Test func aChecklistThatIsMissingIsToldWhereItIsNamed() throws {
    let folder = try TemporaryFolder([
      "arch.yaml": SmallSystem.sound, ".memaudit.yaml": "# ours\nchecklists: [gone.yaml]\n",
    ])
    let outcome = try check(folder)
    #expect(outcome.exit == 4)
    #expect(outcome.errors.hasPrefix(".memaudit.yaml:2:14: error: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("`gone.yaml`"))
  }

  @Test func nothingIsWiderThanATerminal() throws {
    let long = "a-folder-of-a-team/with-a-long-name/and-another-one/that-is-deep.arch.yaml"
    let folder = try TemporaryFolder([
      long: SmallSystem.worse, "b.arch.yaml": SmallSystem.sound,
      "flow.arch.yaml":
        "memaudit: 1\nsystem: {name: Desk}\ncomponents: [{id: history, kind: conversation_buffer, store: cache, description: A very long description of what this is for}]\nstores: [{id: cache, kind: redis, persistence: none, implementation: A very long name of an implementation that nobody knows and that is long}]\n",
    ])
    let example = TestFiles.root.appending(path: "examples/coding.arch.yaml").path
    for arguments in [
      ["check", "."], ["check", "flow.arch.yaml"], ["check", example, "--forecasts"],
      ["diff", long, "flow.arch.yaml", "--format", "text"], ["check", ".", "--format", "text=out"],
    ] {
      let outcome = try Command.run(arguments, in: folder.path)
      let output = arguments.last == "text=out" ? try folder.read("out") : outcome.output
      #expect(!output.isEmpty)
      // A place is one word, so that a terminal can follow it.
      for line in output.split(separator: "\n")
      where line.count > 80 && line.wholeMatch(of: /\s*[^ ]+:\d+:\d+/) == nil {
        Issue.record("\(arguments): \(line)")
      }
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
