import Foundation
import JSON
import Reporting
import TestSupport
import Testing

/// How the formats tell what is new from what a baseline has.
@Suite struct BaselineFormatsTests {
  private static let before = """
    memaudit: 1
    system: {name: Desk, stage: prototype}
    components: [{id: history, kind: conversation_buffer, store: cache}]
    stores: [{id: cache, kind: redis, persistence: none}]

    """
  private static let after = """
    memaudit: 1
    system: {name: Desk, stage: prototype}
    components:
      - {id: history, kind: conversation_buffer, store: cache}
      - {id: profile, kind: persistent_memory, store: other}
    stores:
      - {id: cache, kind: redis, persistence: none}
      - {id: other, kind: redis, persistence: none}

    """
  private static let rule = "memory-store-without-persistence"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.before, to: "arch.yaml")
    _ = try check(folder, "--format", "baseline=baseline.json")
    try folder.write(Self.after, to: "arch.yaml")
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(
      ["check", "--fail-on", "high", "--only", Self.rule, "--today", "2026-11-01"] + arguments,
      in: folder.path)
  }

  private func report(_ format: String, _ arguments: String...) throws -> String {
    let folder = try folder()
    return try Command.run(
      [
        "check", "--fail-on", "high", "--only", Self.rule, "--today", "2026-11-01", "--baseline",
        "baseline.json", "--format", format,
      ] + arguments, in: folder.path
    ).output
  }

  @Test func onlyWhatIsNewIsAnnotated() throws {
    let lines = try report("github").split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::") } == 1)
    #expect(lines.first?.contains("\(Self.rule)%3A high fail on other::") == true)
    #expect(lines.last?.hasSuffix("the gate fails, 1 in the baseline and not annotated") == true)
  }

  @Test func whatIsKnownIsASkippedTest() throws {
    let text = try report("junit")
    #expect(text.contains("tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"1\""))
    #expect(text.contains("<skipped message=\"high fail on cache: "))
    #expect(text.contains("; it is in the baseline\"/>"))
    #expect(text.contains("<failure type=\"high\" message=\"high fail on other: "))
  }

  @Test func theReviewBeginsWithWhatIsNew() throws {
    let text = try report("markdown")
    #expect(text.contains("** high, new, [`\(Self.rule)`]"))
    #expect(text.contains("### 1. `\(Self.rule)` on `other` (high, new)"))
    #expect(text.contains("### 2. `\(Self.rule)` on `cache` (high)"))
  }

  @Test func theSummaryCountsWhatIsKnown() throws {
    let text = try report("markdown", "--summary")
    let rest = try #require(text.components(separatedBy: "## Findings").last)
    let findings = try #require(rest.components(separatedBy: "\n## ").first)
    #expect(findings.contains("| high, new |"))
    #expect(findings.contains("1 fail is in the baseline and not listed here."))
    #expect(text.contains("- 1 matter is in the baseline and not listed here."))
    #expect(!findings.contains("| high | "))
  }

  @Test(arguments: ["json", "jsonl"])
  func whatIsNewComesFirst(format: String) throws {
    let findings = try JSONValue(parsing: Array(report(format).utf8))["findings"]?.items
    #expect(findings?.map { $0["new"] } == [.bool(true), .bool(false)])
  }

  /// Of several files those come first that somebody must look at, and what changed nothing has a line and no page.
  @Test func whatFailsIsSeenAtOnce() throws {
    let folder = try TemporaryFolder()
    let files = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
    let example = String(
      decoding: try TestFiles.read("examples/careless.arch.yaml"), as: UTF8.self)
    for file in files { try folder.write(example, to: "\(file).arch.yaml") }
    _ = try Command.run(["check", "--format", "baseline=baseline.json"], in: folder.path)
    try folder.write(
      example.replacing("name: Order desk bot", with: "name: The last one")
        .replacing("manuals", with: "handbooks"), to: "l.arch.yaml")
    let outcome = try Command.run(
      [
        "check", "--fail-on-undeclared", "high", "--baseline", "baseline.json", "--format",
        "markdown", "--summary",
      ],
      in: folder.path)
    #expect(outcome.exit == 1)
    #expect(outcome.output.contains("# Memory review: The last one"))
    #expect(outcome.output.ranges(of: "# Memory review: ").count == 1)
    #expect(outcome.output.ranges(of: "passes, unchanged").count == 11)
    #expect(outcome.output.utf8.count < 32_768)
  }
}
