import Foundation
import TestSupport
import Testing

/// What a job of GitHub shows on its page: the review, added to what stands there.
@Suite struct JobSummaryTests {
  private static let file = "examples/careless.arch.yaml"

  private func check(_ format: String, summary: String) throws -> Command.Outcome {
    try Command.run(
      ["check", Self.file, "--today", "2026-11-01", "--format", format], in: ".",
      environment: ["GITHUB_STEP_SUMMARY": summary])
  }

  @Test func theShortReviewIsAdded() throws {
    let folder = try TemporaryFolder()
    try folder.write("# What was there\n", to: "summary.md")
    let outcome = try check("github", summary: folder.url("summary.md").path)
    #expect(outcome.exit == 1)
    #expect(outcome.output.hasPrefix("::error "))
    let review = try Command.run(
      ["report", Self.file, "--today", "2026-11-01", "--summary"], in: ".")
    #expect(try folder.read("summary.md") == "# What was there\n" + review.output)
    _ = try check(
      "github=\(folder.url("annotations").path)", summary: folder.url("summary.md").path)
    #expect(
      try folder.read("summary.md") == "# What was there\n" + review.output + review.output)
  }

  @Test(arguments: ["text", "sarif"])
  func otherFormatsAddNothing(format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "summary.md")
    #expect(try check(format, summary: folder.url("summary.md").path).exit == 1)
    #expect(try folder.read("summary.md").isEmpty)
  }

  @Test func aSummaryThatCannotBeWrittenIsTold() throws {
    let folder = try TemporaryFolder()
    let outcome = try check("github", summary: folder.url("no/such/folder").path)
    #expect(outcome.exit == 70)
    #expect(outcome.errors.contains("cannot write `"))
  }
}
