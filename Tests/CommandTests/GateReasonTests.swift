import Foundation
import JSON
import TestSupport
import Testing

/// For whatever reason the gate fails, every format tells it as something that is wrong.
@Suite struct GateReasonTests {
  /// What a file ends with, what the command is given besides, and what is to be said.
  static let reasons: [(String, [String], String)] = [
    ("", ["--min-score", "99"], "The low end of the score is"),
    ("medium", ["--fail-on", "medium"], "1 fail of severity medium or above"),
    ("", ["--fail-on-undeclared", "medium"], "undeclared verdicts of severity medium or above"),
    (
      """
      waivers:
        - {rule: no-such-rule, subject: cache, reason: R, approved_by: Ada, expires: 2026-12-31}
      """, [], "1 waiver names a rule that does not exist, or a subject that it does not have"
    ),
    (
      """
      waivers:
        - {rule: no-backup, subject: cache, reason: R, approved_by: Ada, expires: 2026-01-31}
      """, [], "waiver"
    ),
    (
      "evidence: [{for: stores.cache.latency.p95, file: gone.json, format: k6}]", [],
      "`gone.json`"
    ),
    (
      "evidence: [{for: stores.cache.latency.p95, file: ../out.json, format: k6}]", [],
      "`../out.json`"
    ),
    (
      "evidence: [{for: stores.cache.backup, file: folder, dated: 2026-10-01}]", [], "`folder`"
    ),
    (
      "evidence: [{for: stores.cache.latency.p95, file: arch.yaml, format: k6}]", [],
      "`arch.yaml`"
    ),
  ]

  private func folder(_ end: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    // Only fails that are graver show as errors by themselves.
    let text =
      end == "medium"
      ? SmallSystem.sound.replacing(
        "store: cache}", with: "store: cache, schema_version: none, durability: durable}")
      : SmallSystem.sound + end + "\n"
    try folder.write(text, to: "arch.yaml")
    try folder.write("", to: "folder/file")
    return folder
  }

  @Test(arguments: reasons)
  func everyFormatTellsItAsAnError(end: String, arguments: [String], said: String) throws {
    let folder = try folder(end)
    let common = ["check", "arch.yaml", "--today", "2026-11-01"] + arguments
    for format in ["text", "json", "jsonl", "markdown", "html"] {
      let outcome = try Command.run(common + ["--format", format], in: folder.path)
      #expect(outcome.exit == 1, "\(format)\n\(outcome.errors)\(outcome.output.suffix(500))")
      let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .replacing("\\", with: "").replacing("<code>", with: "`").replacing("</code>", with: "`")
      #expect(text.contains(said) == true, "\(format) does not say \(said)")
    }
    for (format, hasError) in FormatAgreementTests.errors {
      let outcome = try Command.run(common + ["--format", format], in: folder.path)
      #expect(outcome.exit == 1)
      let isTold = hasError(outcome.output)
      #expect(isTold, "\(format) of \(said)")
      let isSaid = outcome.output.contains(said)
      #expect(isSaid, "\(format) does not say \(said)\n\(outcome.output.suffix(700))")
    }
  }

  /// Where the gate passes no format invents an error.
  @Test func nothingIsToldOfAGateThatPasses() throws {
    let folder = try folder("")
    for format in ["github", "sarif", "gitlab"] {
      let outcome = try Command.run(["check", "arch.yaml", "--format", format], in: folder.path)
      #expect(outcome.exit == 0)
      let isTold = outcome.output.contains("The gate fails") || outcome.output.contains("::error")
      #expect(!isTold, "\(format)")
    }
  }
}

/// What a baseline excuses, and where it is told.
@Suite struct BaselineExcuseTests {
  private static let waiver = """
    waivers:
      - {rule: memory-store-without-persistence, subject: cache, reason: R, approved_by: Ada, expires: 2026-12-31}

    """

  private func check(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(
      ["check", ".", "--fail-on", "high", "--today", "2026-11-01"] + arguments, in: folder.path)
  }

  /// A waiver ends on its last day, whatever was written as a baseline while it held.
  @Test(arguments: ["json", "baseline"])
  func aBaselineMakesNoWaiverLastForEver(format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallSystem.worse + Self.waiver, to: "arch.yaml")
    #expect(try check(folder, "--format", "\(format)=baseline.json").exit == 0)
    let waived = try check(folder, "--baseline", "baseline.json")
    #expect(waived.exit == 0)
    #expect(!waived.output.contains("(new)"), "what was waived then is not new\n\(waived.output)")
    try folder.write(SmallSystem.worse, to: "arch.yaml")
    let outcome = try check(folder, "--baseline", "baseline.json")
    #expect(outcome.exit == 1, "\(outcome.output)")
    // What was taken out is told, too.
    try folder.write(
      SmallSystem.sound.replacing(", persistence: {mode: append-only}", with: ""), to: "arch.yaml")
    #expect(try check(folder, "--baseline", "baseline.json").exit == 1)
  }

  private func three() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "a.arch.yaml": SmallSystem.worse, "b.arch.yaml": SmallSystem.sound,
      "c.arch.yaml": SmallSystem.worse.replacing("Desk", with: "Old"),
    ])
    _ = try check(folder, "--format", "baseline=baseline.json")
    try folder.write(SmallSystem.worse, to: "b.arch.yaml")
    return folder
  }

  /// The one new fail is found at once.
  @Test func whatFailsItsGateComesFirst() throws {
    let folder = try three()
    for arguments in [["--format", "markdown", "--summary"], ["--format", "markdown"]] {
      let outcome = try Command.run(
        ["check", ".", "--fail-on", "high", "--baseline", "baseline.json"] + arguments,
        in: folder.path)
      let rows = outcome.output.split(separator: "\n").filter { $0.hasPrefix("| `") }
      #expect(rows.first?.contains("b.arch.yaml") == true, "\(rows)")
      let pages = outcome.output.split(separator: "\n").filter { $0.hasPrefix("# Memory review") }
      #expect(pages.count == (arguments.contains("--summary") ? 1 : 3), "\(pages)")
      let first = outcome.output.split(separator: "\n").first { $0.hasPrefix("**The gate") }
      #expect(first?.hasPrefix("**The gate fails") == true)
    }
    let junit = try check(folder, "--baseline", "baseline.json", "--format", "junit").output
    let suite = junit.split(separator: "\n").first { $0.contains("<testsuite ") }
    #expect(suite?.contains("b.arch.yaml") == true)
    let gitlab = try check(folder, "--baseline", "baseline.json", "--format", "gitlab").output
    let issues = try #require(JSONValue(parsing: Array(gitlab.utf8)).items)
    let isFirst = issues.first?["location"]?["path"]?.text == "b.arch.yaml"
    #expect(isFirst && issues.first?["severity"]?.text == "major")
  }

  @Test func whatTheBaselineHasIsCountedAndNotPrinted() throws {
    let folder = try three()
    let text = try check(folder, "--baseline", "baseline.json").output
    #expect(
      text.components(separatedBy: "high memory-store-without-persistence").count == 2, "\(text)")
    #expect(text.contains("in the baseline and not printed here"))
    let end = try #require(text.range(of: "The gate fails for 1 of 3 files."))
    let last = text[end.lowerBound...]
    #expect(last.contains("b.arch.yaml") && !last.contains("a.arch.yaml"), "\(last)")
    #expect(last.contains("`memory-store-without-persistence` on"), "\(last)")
  }

  /// What went, and what was not looked at, is told where a format has a place for it.
  @Test func whatWentIsToldInEveryFormatWithAPlaceForIt() throws {
    let folder = try three()
    try folder.write(SmallSystem.sound, to: "a.arch.yaml")
    let common = [
      "check", "a.arch.yaml", "b.arch.yaml", ".", "--fail-on", "high", "--baseline",
      "baseline.json",
    ]
    _ = try Command.run(["check"], in: folder.path)
    try folder.remove("c.arch.yaml")
    for format in ["text", "markdown", "github", "sarif", "json"] {
      let outcome = try Command.run(common + ["--format", format], in: folder.path)
      let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains("not audited: `c.arch.yaml`") == true, "\(format)")
      #expect(said.contains("of the baseline no longer occur") == true, "\(format)")
    }
  }
}
