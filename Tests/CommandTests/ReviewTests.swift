import Foundation
import TestSupport
import Testing

/// The review as it is written for people: of the examples, of hostile names, of too much, of several files.
@Suite struct ReviewTests {
  private static func arguments(_ file: String, _ more: String...) -> [String] {
    ["report", file, "--today", "2026-11-01"] + more
  }

  @Test(arguments: ["support", "careless", "multi-agent"])
  func examples(name: String) throws {
    let file = "examples/\(name).arch.yaml"
    let review = try Command.run(Self.arguments(file), in: ".")
    #expect(review.exit == 0)
    Golden.expect(review.output, toBe: "Tests/Goldens/markdown/\(name).md")
    let summary = try Command.run(Self.arguments(file, "--summary"), in: ".")
    Golden.expect(summary.output, toBe: "Tests/Goldens/markdown/\(name)-summary.md")
  }

  @Test func hostileNames() throws {
    let outcome = try Command.run(Self.arguments("Tests/Hostile/markup.arch.yaml"), in: ".")
    Golden.expect(outcome.output, toBe: "Tests/Goldens/markdown/hostile.md")
  }

  @Test func checkWritesTheSameReview() throws {
    let file = "examples/careless.arch.yaml"
    let checked = try Command.run(
      ["check", file, "--today", "2026-11-01", "--format", "markdown", "--summary"], in: ".")
    #expect(checked.exit == 1)
    #expect(try Command.run(Self.arguments(file, "--summary"), in: ".").output == checked.output)
  }

  @Test func severalFilesBeginWithTheirScores() throws {
    let folder = try TemporaryFolder()
    try folder.write("memaudit: 1\nsystem: {name: A}\ncomponents: [{id: a}]\n", to: "a.arch.yaml")
    try folder.write("memaudit: 1\nsystem: {name: B | b}\n", to: "b`|.arch.yaml")
    let outcome = try Command.run(
      Self.arguments(".", "--format", "markdown=all.md", "--summary"), in: folder.path)
    #expect(outcome.exit == 3)
    #expect(outcome.output.isEmpty)
    let review = try folder.read("all.md")
    #expect(review.hasPrefix("# 2 memory reviews\n\n| file | system | gate |"))
    #expect(review.contains("\n| <code>b\\`&#124;.arch.yaml</code> | – | not audited | – |"))
    #expect(review.contains("\n# Memory review: A\n"))
    #expect(review.contains("**It could not be audited.**"))
  }

  @Test func onlyReviewsAreReported() throws {
    let outcome = try Command.run(
      Self.arguments("examples/careless.arch.yaml", "--format", "json"), in: ".")
    #expect(outcome.exit == 2)
    #expect(outcome.errors.contains("`json` is not a review"))
  }

  // MARK: Too much

  private static let mostCharacters = 65_536

  /// Many parts with long names, all of them with findings.
  private func huge(_ count: Int, name: String) -> String {
    let components = (0..<count).map {
      """
        - id: c\($0)-\(name)
          kind: conversation_buffer
          equivalent: "\(String(repeating: "$|@`", count: 80))"
          implementation: "\(String(repeating: "<#", count: 120))\($0)"
          store: s\($0)-\(name)
      """
    }
    let stores = (0..<count).map { "  - {id: s\($0)-\(name), kind: redis, persistence: none}" }
    let waivers = (0..<count).map {
      "  - {rule: none-\($0), subject: x, reason: \"\(String(repeating: "[$", count: 200))\", approved_by: y, expires: 2027-01-01}"
    }
    let ids = (0..<count).map { "c\($0)-\(name)" }.joined(separator: ", ")
    return """
      memaudit: 1
      system: {name: "\(String(repeating: "$`|@", count: 2_000))", description: "\(String(repeating: "<", count: 10_000))"}
      workload: {turns_per_conversation: {typical: 6, max: 300}, tokens_per_turn: 2k}
      model: {context_window: 32k}
      agents: [{id: bot-\(name), replicas: 4, reads: [\(ids)], writes: [\(ids)]}]
      components:
      \(components.joined(separator: "\n"))
      stores:
      \(stores.joined(separator: "\n"))
      waivers:
      \(waivers.joined(separator: "\n"))
      """
  }

  @Test(arguments: [(200, "x"), (30, String(repeating: "long", count: 45))])
  func aSummaryFitsAComment(count: Int, name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(huge(count, name: name), to: "arch.yaml")
    let summary = try Command.run(
      Self.arguments("arch.yaml", "--summary"), in: folder.path)
    #expect(summary.exit == 0)
    #expect(summary.output.utf8.count < Self.mostCharacters)
    #expect(summary.output.contains(" more rows\n"))
    #expect(summary.output.contains("Drawn are "))
    #expect(summary.output.contains("\n## Method and limits\n"))
  }

  @Test func manySummariesFitAComment() throws {
    let folder = try TemporaryFolder()
    for index in 0..<12 {
      try folder.write(huge(12, name: "n"), to: "\(index).arch.yaml")
    }
    let summary = try Command.run(Self.arguments(".", "--summary"), in: folder.path)
    #expect(summary.output.utf8.count < Self.mostCharacters)
    #expect(summary.output.contains("of 12 reviews are left out here.*\n"))
  }
}
